package io.anteroom.portal.questionnaire;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.PatientForms;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The forms of the patient acted for. */
@Controller
@OnHost(Host.PORTAL)
class FormListController {

    private final PatientForms forms;
    private final FormSection section;
    private final Clock clock;

    FormListController(PatientForms forms, FormSection section, Clock clock) {
        this.forms = forms;
        this.section = section;
        this.clock = clock;
    }

    @GetMapping("/questionnaires")
    Content list(VisibleChart chart) {
        section.require();
        return new StaticTemplates()
                .questionnaireList(
                        section.page(say("Forms")),
                        cards(forms.open(chart)),
                        cards(forms.completed(chart)),
                        chart.several(),
                        reached(chart));
    }

    /** Whether access goes as far as forms; of an account without a record it does. */
    private static boolean reached(VisibleChart chart) {
        return chart.patients().isEmpty()
                || chart.actingFor()
                        .filter(patient -> patient.scopes().contains(AccessScope.BOOKINGS))
                        .isPresent();
    }

    private List<FormCard> cards(List<Assignment> some) {
        return some.stream().map(form -> FormCard.of(form, clock.instant())).toList();
    }
}
