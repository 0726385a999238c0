package io.anteroom.clinic.questionnaire.byservice;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.PatientForms;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.AskedFirst;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The forms that a service asks before a time is given. One that was handed in for the same patient counts as long as the clinic
 * says for the service. Where it has switched forms off nothing is asked.
 */
@Component
@Transactional(readOnly = true)
public class FormsFirst implements AskedFirst {

    private final ServiceFormRows rows;
    private final PatientForms forms;
    private final PublishedPortals portals;
    private final Clock clock;

    FormsFirst(ServiceFormRows rows, PatientForms forms, PublishedPortals portals, Clock clock) {
        this.rows = rows;
        this.forms = forms;
        this.portals = portals;
        this.clock = clock;
    }

    @Override
    public boolean asks(ServiceId service) {
        return !asked(service).isEmpty();
    }

    @Override
    public boolean missing(VisibleChart chart, ServiceId service) {
        return of(chart, service).stream().anyMatch(one -> !one.done());
    }

    /** What is asked, and how far the patient acted for is with it, as far as the viewer may see. */
    public List<FirstForm> of(VisibleChart chart, ServiceId service) {
        List<AskedForm> asked = asked(service);
        if (asked.isEmpty()) {
            return List.of();
        }
        Instant since = clock.instant().minus(rows.terms(service).counts());
        List<Assignment> open = forms.open(chart);
        List<Assignment> done = forms.completed(chart).stream()
                .filter(form -> form.completedAt() != null && form.completedAt().isAfter(since))
                .toList();
        return asked.stream()
                .map(one -> new FirstForm(
                        one.questionnaire(),
                        one.title(),
                        theOne(one, open).isPresent(),
                        theOne(one, done).isPresent()))
                .toList();
    }

    private static Optional<Assignment> theOne(AskedForm asked, List<Assignment> some) {
        return some.stream()
                .filter(form -> form.questionnaire().equals(asked.questionnaire()))
                .findFirst();
    }

    /**
     * Begins one of them, or goes on with the one that is open.
     *
     * @return where it is; nothing where the service doesn't ask it
     */
    @Transactional
    public Optional<Reference> begin(VisibleChart chart, ServiceId service, QuestionnaireId questionnaire) {
        return asked(service).stream()
                .filter(one -> one.questionnaire().equals(questionnaire))
                .findFirst()
                .flatMap(one -> forms.begin(chart, questionnaire, service));
    }

    private List<AskedForm> asked(ServiceId service) {
        return portals.current().offers(Section.QUESTIONNAIRES)
                ? rows.of(service).stream()
                        .filter(one -> one.moment() == Moment.BEFORE && one.active())
                        .toList()
                : List.of();
    }
}
