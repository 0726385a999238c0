package io.anteroom.tenantadmin.directory;

import io.anteroom.clinic.access.directory.AccountExport;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** The list as a file. It is posted, since it leaves a trace in the audit log. */
@Controller
@OnHost(Host.STAFF)
class ExportController {

    private final AccountExport export;

    ExportController(AccountExport export) {
        this.export = export;
    }

    @PostMapping("/o/{organisation}/settings/authentication/credentials/export")
    @Needs(Permission.CHANGE_SETTINGS)
    void download(ListQuery query, StaffMember staff, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("credentials.csv")
                        .build()
                        .toString());
        export.write(query.accounts(), staff.actor(), response.getWriter());
    }
}
