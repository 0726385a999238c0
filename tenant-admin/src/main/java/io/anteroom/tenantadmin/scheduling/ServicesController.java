package io.anteroom.tenantadmin.scheduling;

import gg.jte.Content;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.questionnaire.byservice.ServiceForms;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.Practitioners;
import io.anteroom.clinic.scheduling.setup.Service;
import io.anteroom.clinic.scheduling.setup.ServiceDetails;
import io.anteroom.clinic.scheduling.setup.ServiceReader;
import io.anteroom.clinic.scheduling.setup.Services;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings > Appointments > Services: the list, and the form of one. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/appointments/services")
class ServicesController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Services services;
    private final Practitioners practitioners;
    private final Locations locations;
    private final CardPayments cards;
    private final ServiceForms forms;
    private final SetupPages pages;

    ServicesController(
            Services services,
            Practitioners practitioners,
            Locations locations,
            CardPayments cards,
            ServiceForms forms,
            SetupPages pages) {
        this.services = services;
        this.practitioners = practitioners;
        this.locations = locations;
        this.cards = cards;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content list() {
        return TEMPLATES.schedulingServices(pages.page("Services"), SetupPages.base(), services.all(), choices());
    }

    @GetMapping("/new")
    @Needs(Permission.CHANGE_SETTINGS)
    Content blank() {
        return page(ServiceValues.usual(choices()), null);
    }

    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply add(@RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        SetupForm form = SetupForm.typed(sent, 0);
        Typed typed = form.read();
        ServiceDetails details = reader().read(typed);
        SetupResult result = typed.faults().isEmpty()
                ? services.add(details, staff.actor())
                : new SetupResult.Refused(typed.faults());
        return SetupPages.answer(
                form,
                result,
                _ -> Reply.redirect(SetupPages.base() + "/services").done("Service added"),
                again -> page(again, null));
    }

    @GetMapping("/{id}")
    @Needs(Permission.CHANGE_SETTINGS)
    Content show(@PathVariable long id) {
        Service service = find(id);
        return page(ServiceValues.of(service), service);
    }

    @PostMapping("/{id}")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply save(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            StaffMember staff) {
        Service service = find(id);
        SetupForm form = SetupForm.typed(sent, version);
        Typed typed = form.read();
        ServiceDetails details = reader().read(typed);
        SetupResult result = typed.faults().isEmpty()
                ? services.change(service.id(), version, details, staff.actor())
                : new SetupResult.Refused(typed.faults());
        return SetupPages.answer(
                form,
                result,
                _ -> Reply.redirect(SetupPages.base() + "/services").done("Service saved"),
                again -> page(again, service));
    }

    private Content page(SetupForm form, @Nullable Service service) {
        return TEMPLATES.schedulingService(
                pages.page(service == null ? "New service" : service.name()),
                SetupPages.base(),
                form,
                service,
                choices(),
                CurrentTenant.get().currency().getCurrencyCode(),
                cards.possible(),
                service == null ? List.of() : forms.of(service.id()));
    }

    private ServiceChoices choices() {
        return ServiceChoices.of(
                practitioners.all(), locations.all(), Formats.ofClinic().locale());
    }

    private static ServiceReader reader() {
        return new ServiceReader(
                CurrentTenant.get().currency(), Formats.ofClinic().locale());
    }

    private Service find(long id) {
        return services.find(new ServiceId(id)).orElseThrow(NoSuchPageException::new);
    }
}
