package io.anteroom.tenantadmin.access.registration;

import gg.jte.Content;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.registration.RegistrationRequests;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of requests to match, and one of them with the records it may belong to. */
@Controller
@OnHost(Host.STAFF)
class RequestsController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final RegistrationRequests requests;
    private final StaffPages pages;

    RequestsController(RegistrationRequests requests, StaffPages pages) {
        this.requests = requests;
        this.pages = pages;
    }

    @GetMapping("/o/{organisation}/patients/requests")
    @Needs(Permission.MANAGE_ACCESS)
    Content list(@RequestParam(required = false) @Nullable Long after) {
        return TEMPLATES.accessRequests(
                pages.page(StaffSection.PATIENTS, "Requests to match"),
                RequestsView.of(requests.open(Optional.ofNullable(after).map(AccountId::new)), after != null));
    }

    @GetMapping("/o/{organisation}/patients/requests/{account}")
    @Needs(Permission.MANAGE_ACCESS)
    Content one(@PathVariable long account) {
        return page(new AccountId(account), "", "", FormErrors.none());
    }

    /** The page of one, with what is wrong with what was typed there. */
    Content page(AccountId account, String number, String word, FormErrors errors) {
        return page(account, number, word, errors, "");
    }

    /** The same where staff have seen whose record {@code checked} is. */
    Content page(AccountId account, String number, String word, FormErrors errors, String checked) {
        var registration = requests.find(account).orElseThrow(NoSuchPageException::new);
        var view = RequestView.of(registration, requests.matches(registration), number, checked, word, errors);
        return TEMPLATES.accessRequest(
                pages.page(StaffSection.PATIENTS, "Request of " + view.request().name()), RequestRow.base(), view);
    }
}
