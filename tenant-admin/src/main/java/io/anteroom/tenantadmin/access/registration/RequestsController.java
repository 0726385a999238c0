package io.anteroom.tenantadmin.access.registration;

import gg.jte.Content;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.registration.Registration;
import io.anteroom.clinic.access.registration.RegistrationRequests;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.StaffAppointments;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import java.util.Map;
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
    private final StaffAppointments appointments;
    private final StaffPages pages;

    RequestsController(RegistrationRequests requests, StaffAppointments appointments, StaffPages pages) {
        this.requests = requests;
        this.appointments = appointments;
        this.pages = pages;
    }

    @GetMapping("/o/{organisation}/patients/requests")
    @Needs(Permission.MANAGE_ACCESS)
    Content list(@RequestParam(required = false) @Nullable Long after, StaffMember staff) {
        var open = requests.open(Optional.ofNullable(after).map(AccountId::new));
        var booked = booked(open.rows().stream().map(Registration::account).toList(), staff);
        return TEMPLATES.accessRequests(
                pages.page(StaffSection.PATIENTS, "Requests to match"), RequestsView.of(open, booked, after != null));
    }

    @GetMapping("/o/{organisation}/patients/requests/{account}")
    @Needs(Permission.MANAGE_ACCESS)
    Content one(@PathVariable long account, StaffMember staff) {
        return page(new AccountId(account), "", "", FormErrors.none(), staff);
    }

    /** The page of one, with what is wrong with what was typed there. */
    Content page(AccountId account, String number, String word, FormErrors errors, StaffMember staff) {
        return page(account, number, word, errors, "", staff);
    }

    /** The same where staff have seen whose record {@code checked} is. */
    Content page(AccountId account, String number, String word, FormErrors errors, String checked, StaffMember staff) {
        var registration = requests.find(account).orElseThrow(NoSuchPageException::new);
        var booked = booked(List.of(account), staff).getOrDefault(account, List.of());
        var view = RequestView.of(registration, requests.matches(registration), booked, number, checked, word, errors);
        return TEMPLATES.accessRequest(
                pages.page(StaffSection.PATIENTS, "Request of " + view.request().name()), RequestRow.base(), view);
    }

    /** What these people booked, for who may see appointments. */
    private Map<AccountId, List<Appointment>> booked(List<AccountId> accounts, StaffMember staff) {
        return accounts.isEmpty() || !staff.may(Permission.MANAGE_APPOINTMENTS)
                ? Map.of()
                : appointments.unmatched(accounts);
    }
}
