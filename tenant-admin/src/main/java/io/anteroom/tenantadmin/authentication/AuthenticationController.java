package io.anteroom.tenantadmin.authentication;

import gg.jte.Content;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.authentication.AuthenticationSetup;
import io.anteroom.clinic.access.authentication.Saving;
import io.anteroom.clinic.access.authentication.SettingsChange;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How patients sign in: shown, and saved once what would be lost was agreed to. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/authentication")
class AuthenticationController {

    private final Authentication authentication;
    private final AuthenticationSetup setup;
    private final AuthenticationPages pages;

    AuthenticationController(Authentication authentication, AuthenticationSetup setup, AuthenticationPages pages) {
        this.authentication = authentication;
        this.setup = setup;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content show() {
        return pages.stored(authentication.settings());
    }

    /** Saves; {@code told} is what was agreed to on the page that asked back. */
    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply save(
            StaffMember member, @ModelAttribute AuthenticationForm form, @RequestParam(defaultValue = "") String told) {
        var errors = form.errors();
        if (errors.any()) {
            return Reply.invalid(pages.typed(form, errors));
        }
        var stored = authentication.settings();
        var wanted = form.wanted(stored);
        var change = new SettingsChange(Objects.requireNonNullElse(form.seen(), ""), wanted, told);
        var back = Reply.redirect(AuthenticationPages.base());
        return switch (setup.save(change, member.actor())) {
            case Saving.Saved() -> back.done("Saved");
            case Saving.NothingNew() -> back.done("Nothing has changed");
            case Saving.Meanwhile() ->
                Reply.page(HttpStatus.CONFLICT, pages.meanwhile(form, authentication.settings(), wanted));
            case Saving.ToConfirm(var consequences) -> Reply.page(pages.ask(form, stored, wanted, consequences));
        };
    }

    /** The form again as it was typed, for whoever does not agree after all. */
    @PostMapping("/changes")
    @Needs(Permission.CHANGE_SETTINGS)
    Content back(@ModelAttribute AuthenticationForm form) {
        return pages.typed(form, form.errors());
    }
}
