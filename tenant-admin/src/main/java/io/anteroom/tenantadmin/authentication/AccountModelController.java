package io.anteroom.tenantadmin.authentication;

import gg.jte.Content;
import io.anteroom.clinic.access.AccountModel;
import io.anteroom.clinic.access.authentication.AccountModels;
import io.anteroom.clinic.access.authentication.ModelChoice;
import io.anteroom.clinic.access.authentication.Switching;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How many records an account opens: chosen, looked at with whom it would affect, and switched. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/authentication/model")
class AccountModelController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int LAST_PAGE = 10_000;

    private final AccountModels models;
    private final StaffPages pages;

    AccountModelController(AccountModels models, StaffPages pages) {
        this.models = models;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content show() {
        return TEMPLATES.authenticationModel(
                pages.settings(SettingsSection.AUTHENTICATION, "Account model"),
                AuthenticationPages.base(),
                models.current());
    }

    /** Who would be affected. A model that is not understood is the one that holds. */
    @GetMapping("/preview")
    @Needs(Permission.CHANGE_SETTINGS)
    Content preview(
            @RequestParam(defaultValue = "") String model,
            @RequestParam(defaultValue = "") String oneAccountPerRecord,
            @RequestParam(defaultValue = "1") int accounts,
            @RequestParam(defaultValue = "1") int records) {
        var current = models.current();
        var wanted = choice(model, oneAccountPerRecord, current);
        var preview = models.preview(wanted, Math.clamp(accounts, 1, LAST_PAGE), Math.clamp(records, 1, LAST_PAGE));
        return TEMPLATES.authenticationPreview(
                pages.settings(SettingsSection.AUTHENTICATION, "Account model"),
                new ModelView(AuthenticationPages.base(), current, wanted, preview));
    }

    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply switchTo(
            StaffMember member,
            @RequestParam(defaultValue = "") String model,
            @RequestParam(defaultValue = "") String oneAccountPerRecord,
            @RequestParam(defaultValue = "") String seenModel,
            @RequestParam(defaultValue = "") String seenOneAccountPerRecord) {
        var current = models.current();
        var wanted = choice(model, oneAccountPerRecord, current);
        var seen = choice(seenModel, seenOneAccountPerRecord, current);
        var back = Reply.redirect(AuthenticationPages.base() + "/model");
        return switch (models.switchTo(wanted, seen, member.actor())) {
            case Switching.Switched() -> back.done("Switched: " + wanted.words());
            case Switching.NothingNew() -> back.done("Nothing has changed: " + wanted.words());
            case Switching.Meanwhile() ->
                back.refused("Not switched: somebody else switched meanwhile. This is how it is now");
            case Switching.Contradicted() ->
                Reply.redirect(ModelView.preview(AuthenticationPages.base(), wanted))
                        .refused("Not switched: somebody gave access meanwhile that stands against it");
        };
    }

    private static ModelChoice choice(String model, String oneAccountPerRecord, ModelChoice otherwise) {
        return Stream.of(AccountModel.values())
                .filter(one -> one.name().equals(model))
                .map(one -> new ModelChoice(one, "true".equals(oneAccountPerRecord)))
                .findFirst()
                .orElse(otherwise);
    }
}
