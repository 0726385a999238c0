package io.anteroom.tenantadmin.access;

import gg.jte.Content;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.invitation.AccessWindow;
import io.anteroom.clinic.access.invitation.WindowSaved;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The window Configure credentials: what is in it is a draft until Save. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/online-access/credentials")
class CredentialsController {

    private final AccessWindow window;
    private final WindowPages pages;

    CredentialsController(AccessWindow window, WindowPages pages) {
        this.window = window;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.MANAGE_ACCESS)
    Content form(@PathVariable long id) {
        return pages.form(id, pages.blank(id), FormErrors.none(), null);
    }

    /** Comes back from the warning; {@code remove} names what is to be taken away, {@code keep} what is not after all. */
    @PostMapping("/draft")
    @Needs(Permission.MANAGE_ACCESS)
    Content draft(
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") String remove,
            @RequestParam(defaultValue = "") String keep) {
        var form = CredentialsForm.of(typed);
        for (var channel : CredentialChannel.values()) {
            if (channel.word().equals(remove)) {
                form = form.without(channel);
            } else if (channel.word().equals(keep)) {
                form = form.keeping(channel, pages.access(id));
            }
        }
        return pages.form(id, form, FormErrors.none(), null);
    }

    @PostMapping
    @Needs(Permission.MANAGE_ACCESS)
    Reply save(@PathVariable long id, @RequestParam Map<String, String> typed, StaffMember staff) {
        var form = CredentialsForm.of(typed);
        return switch (window.save(new PatientId(id), form.draft(), staff.actor())) {
            case WindowSaved.Saved(var invitation) ->
                Reply.redirect(PatientRecord.url(id))
                        .done(invitation == null ? "Credentials saved" : "Saved. The invitation is on its way");
            case WindowSaved.Refused(var reasons) -> Reply.invalid(pages.form(id, form, form.errors(reasons), null));
            case WindowSaved.Meanwhile meanwhile ->
                Reply.page(
                        HttpStatus.CONFLICT,
                        pages.form(
                                id,
                                form.seeing(pages.seen(id)),
                                FormErrors.none(),
                                DraftConflict.of(meanwhile, pages.access(id))));
            case WindowSaved.NoSuchPatient() -> throw new NoSuchPageException();
        };
    }
}
