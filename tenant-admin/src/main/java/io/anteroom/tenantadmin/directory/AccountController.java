package io.anteroom.tenantadmin.directory;

import gg.jte.Content;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.AccountCredentials;
import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.directory.AccountDirectory;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One account: the panel beside the list, and a page where there is no script. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/authentication/credentials/{account}")
class AccountController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final AccountDirectory directory;
    private final AccountCredentials credentials;
    private final StaffPages pages;

    AccountController(AccountDirectory directory, AccountCredentials credentials, StaffPages pages) {
        this.directory = directory;
        this.credentials = credentials;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content show(@PathVariable long account, ListQuery query, HttpServletRequest request) {
        var panel = panel(account, query);
        return content(panel, AccountForm.of(panel.account()), FormErrors.none(), request);
    }

    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply save(
            @PathVariable long account,
            ListQuery query,
            AccountForm form,
            StaffMember staff,
            HttpServletRequest request) {
        var panel = panel(account, query);
        return switch (credentials.configure(panel.account().id(), form.seen(), form.wanted(), staff.actor())) {
            case Configured.Saved() -> Reply.redirect(panel.listUrl()).done("Credentials saved");
            case Configured.Refused(var reasons) -> Reply.invalid(content(panel, form, form.errors(reasons), request));
            case Configured.ChangedMeanwhile() -> {
                var now = panel(account, query);
                yield Reply.invalid(content(now, form.over(now.account()), now.changedMeanwhile(), request));
            }
            case Configured.NoSuchPatient() -> throw new NoSuchPageException();
        };
    }

    @GetMapping("/{kind}/removal")
    @Needs(Permission.CHANGE_SETTINGS)
    Content ask(@PathVariable long account, @PathVariable String kind, ListQuery query) {
        var warning = panel(account, query).removing(channel(kind)).orElseThrow(NoSuchPageException::new);
        return TEMPLATES.settingsConfirm(pages.settings(SettingsSection.AUTHENTICATION, "Remove " + kind), warning);
    }

    @PostMapping("/{kind}/removal")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply remove(@PathVariable long account, @PathVariable String kind, ListQuery query, StaffMember staff) {
        var panel = panel(account, query);
        credentials.remove(panel.account().id(), channel(kind), staff.actor());
        return Reply.redirect(panel.listUrl()).done("The " + kind + " is removed and no longer signs in");
    }

    private AccountPanel panel(long account, ListQuery query) {
        return directory
                .find(new AccountId(account))
                .map(row -> AccountPanel.of(
                        row, DirectoryController.base(CurrentTenant.get().slug()), query))
                .orElseThrow(NoSuchPageException::new);
    }

    private Content content(AccountPanel panel, AccountForm form, FormErrors errors, HttpServletRequest request) {
        return Htmx.wantsFragment(request)
                ? TEMPLATES.directoryPanel(panel, form, errors)
                : TEMPLATES.directoryAccount(
                        pages.settings(
                                SettingsSection.AUTHENTICATION,
                                "Account of " + panel.account().name()),
                        panel,
                        form,
                        errors);
    }

    private static CredentialChannel channel(String kind) {
        return switch (kind) {
            case "email" -> CredentialChannel.EMAIL;
            case "mobile" -> CredentialChannel.MOBILE;
            default -> throw new NoSuchPageException();
        };
    }
}
