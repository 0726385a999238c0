package io.anteroom.tenantadmin.access;

import gg.jte.Content;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page that warns before a credential is to be taken away: from the tab, or from the window with what was typed there.
 * It changes nothing; its button only leads to the draft.
 */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/online-access/credentials/{kind}/removal")
class RemovalController {

    private final PatientRecord records;
    private final WindowPages pages;

    RemovalController(PatientRecord records, WindowPages pages) {
        this.records = records;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.MANAGE_ACCESS)
    Content ask(@PathVariable long id, @PathVariable String kind) {
        return warn(id, kind, pages.blank(id));
    }

    @PostMapping
    @Needs(Permission.MANAGE_ACCESS)
    Content ask(@PathVariable long id, @PathVariable String kind, @RequestParam Map<String, String> typed) {
        return warn(id, kind, CredentialsForm.of(typed));
    }

    private Content warn(long id, String kind, CredentialsForm draft) {
        var patient = records.find(id);
        return RemovalWarning.of(
                        PatientRecord.url(id), patient.fullName(), pages.access(id), channel(kind), draft.removed())
                .map(warning -> pages.warning(warning, draft))
                .orElseThrow(NoSuchPageException::new);
    }

    private static CredentialChannel channel(String kind) {
        return switch (kind) {
            case "email" -> CredentialChannel.EMAIL;
            case "mobile" -> CredentialChannel.MOBILE;
            default -> throw new NoSuchPageException();
        };
    }
}
