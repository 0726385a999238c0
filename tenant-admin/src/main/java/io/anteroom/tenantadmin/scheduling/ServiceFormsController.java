package io.anteroom.tenantadmin.scheduling;

import gg.jte.Content;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.byservice.AskedForm;
import io.anteroom.clinic.questionnaire.byservice.Moment;
import io.anteroom.clinic.questionnaire.byservice.ServiceForms;
import io.anteroom.clinic.questionnaire.library.Library;
import io.anteroom.clinic.questionnaire.library.LibraryEntry;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.setup.Service;
import io.anteroom.clinic.scheduling.setup.Services;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.scheduling.ServiceFormsForm.Terms;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which questionnaires a service asks, and when. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/appointments/services/{id}/forms")
class ServiceFormsController {

    private final ServiceForms forms;
    private final Services services;
    private final Library library;
    private final PublishedPortals portals;
    private final SetupPages pages;

    ServiceFormsController(
            ServiceForms forms, Services services, Library library, PublishedPortals portals, SetupPages pages) {
        this.forms = forms;
        this.services = services;
        this.library = library;
        this.portals = portals;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content show(@PathVariable long id) {
        Service service = find(id);
        List<AskedForm> asked = forms.of(service.id());
        return page(service, asked, chosen(asked), Terms.of(forms.terms(service.id())), FormErrors.none());
    }

    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply save(
            @PathVariable long id,
            @RequestParam String seen,
            @RequestParam Map<String, String> sent,
            StaffMember staff) {
        Service service = find(id);
        Map<QuestionnaireId, Moment> wanted = ServiceFormsForm.read(sent);
        var terms = Terms.read(sent, forms.terms(service.id()));
        if (terms.errors().any()) {
            return Reply.invalid(page(service, forms.of(service.id()), wanted, terms, terms.errors()));
        }
        return switch (forms.change(service.id(), seen, wanted, terms.terms(), staff.actor())) {
            case SAVED ->
                Reply.redirect(SetupPages.base() + "/services/" + service.id()).done("Saved");
            case MEANWHILE ->
                Reply.page(
                        HttpStatus.CONFLICT,
                        again(
                                service,
                                wanted,
                                terms,
                                "Somebody else changed this meanwhile. Look at what you chose, and save again to have it so"));
            case TOO_MANY ->
                Reply.invalid(again(
                        service,
                        wanted,
                        terms,
                        "Choose at most " + ServiceForms.MOST + " before booking, and as many with the appointment"));
            case UNKNOWN ->
                Reply.invalid(again(service, wanted, terms, "A questionnaire chosen here is not known. Choose again"));
        };
    }

    private Content again(Service service, Map<QuestionnaireId, Moment> wanted, Terms terms, String problem) {
        return page(service, forms.of(service.id()), wanted, terms, FormErrors.ofForm(problem));
    }

    private Content page(
            Service service,
            List<AskedForm> asked,
            Map<QuestionnaireId, Moment> chosen,
            Terms terms,
            FormErrors errors) {
        return new StaticTemplates()
                .schedulingForms(
                        pages.page(service.name() + ", questionnaires"),
                        SetupPages.base() + "/services/" + service.id(),
                        "/o/" + CurrentTenant.get().slug() + "/questionnaires",
                        service.name(),
                        ServiceForms.fingerprint(asked, forms.terms(service.id())),
                        choices(asked),
                        chosen,
                        terms.due(),
                        terms.counts(),
                        portals.current().offers(Section.QUESTIONNAIRES),
                        errors);
    }

    /** Those that people can be given, and those that were chosen before and are retired since. */
    private Map<QuestionnaireId, String> choices(List<AskedForm> asked) {
        var choices = new LinkedHashMap<QuestionnaireId, String>();
        library.list().stream().filter(LibraryEntry::givable).forEach(entry -> choices.put(entry.id(), entry.title()));
        asked.stream()
                .filter(one -> !one.active())
                .forEach(one ->
                        choices.putIfAbsent(one.questionnaire(), one.title() + " (retired, not asked any more)"));
        return choices;
    }

    private static Map<QuestionnaireId, Moment> chosen(List<AskedForm> asked) {
        return asked.stream().collect(Collectors.toMap(AskedForm::questionnaire, AskedForm::moment));
    }

    private Service find(long id) {
        return services.find(new ServiceId(id)).orElseThrow(NoSuchPageException::new);
    }
}
