package io.anteroom.tenantadmin.scheduling;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.setup.Practitioner;
import io.anteroom.clinic.scheduling.setup.PractitionerDetails;
import io.anteroom.clinic.scheduling.setup.Practitioners;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffRegister;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.Option;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings > Appointments > Practitioners: the list, and the form of one. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/appointments/practitioners")
class PractitionersController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Practitioners practitioners;
    private final StaffRegister register;
    private final SetupPages pages;

    PractitionersController(Practitioners practitioners, StaffRegister register, SetupPages pages) {
        this.practitioners = practitioners;
        this.register = register;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content list() {
        return TEMPLATES.schedulingPractitioners(pages.page("Practitioners"), SetupPages.base(), practitioners.all());
    }

    @GetMapping("/new")
    @Needs(Permission.CHANGE_SETTINGS)
    Content blank() {
        return page(SetupForm.of(Map.of(), 0), null);
    }

    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply add(@RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        SetupForm form = SetupForm.typed(sent, 0);
        Typed typed = form.read();
        PractitionerDetails details = PractitionerDetails.read(typed);
        SetupResult result = typed.faults().isEmpty()
                ? practitioners.add(details, staff.actor())
                : new SetupResult.Refused(typed.faults());
        return SetupPages.answer(
                form,
                result,
                id -> Reply.redirect(SetupPages.base() + "/hours/" + id)
                        .done("Practitioner added. Next, say when " + details.name() + " works"),
                again -> page(again, null));
    }

    @GetMapping("/{id}")
    @Needs(Permission.CHANGE_SETTINGS)
    Content show(@PathVariable long id) {
        Practitioner practitioner = find(id);
        PractitionerDetails details = practitioner.details();
        var values = new HashMap<String, List<String>>();
        values.put("name", List.of(details.name()));
        values.put("title", List.of(details.title()));
        values.put("about", List.of(details.about()));
        values.put("staff", List.of(Objects.requireNonNullElse(details.staffSubject(), "")));
        return page(SetupForm.of(values, practitioner.version()), practitioner);
    }

    @PostMapping("/{id}")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply save(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            StaffMember staff) {
        Practitioner practitioner = find(id);
        SetupForm form = SetupForm.typed(sent, version);
        Typed typed = form.read();
        PractitionerDetails details = PractitionerDetails.read(typed);
        SetupResult result = typed.faults().isEmpty()
                ? practitioners.change(practitioner.id(), version, details, staff.actor())
                : new SetupResult.Refused(typed.faults());
        return SetupPages.answer(
                form,
                result,
                _ -> Reply.redirect(SetupPages.base() + "/practitioners").done("Practitioner saved"),
                again -> page(again, practitioner));
    }

    private Content page(SetupForm form, @Nullable Practitioner practitioner) {
        List<Option> staff = Stream.concat(
                        Stream.of(new Option("", "Nobody")),
                        register.all().stream().map(one -> new Option(one.subject(), one.name())))
                .toList();
        return TEMPLATES.schedulingPractitioner(
                pages.page(practitioner == null ? "New practitioner" : practitioner.name()),
                SetupPages.base(),
                form,
                practitioner,
                staff);
    }

    private Practitioner find(long id) {
        return practitioners.find(new PractitionerId(id)).orElseThrow(NoSuchPageException::new);
    }
}
