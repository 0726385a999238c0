package io.anteroom.tenantadmin.billing.price;

import io.anteroom.clinic.billing.books.Book;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.billing.books.BookDownload;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** The price list as a file, retired prices too. It is posted for, since it leaves a trace in the audit log. */
@Controller
@OnHost(Host.STAFF)
class PriceFileController {

    private final BookDownload download;

    PriceFileController(BookDownload download) {
        this.download = download;
    }

    @PostMapping("/o/{organisation}/settings/prices/file")
    @Needs(Permission.MANAGE_PRICES)
    void download(StaffMember staff, HttpServletResponse response) throws IOException {
        download.send(Book.PRICES, "", "", staff, response);
    }
}
