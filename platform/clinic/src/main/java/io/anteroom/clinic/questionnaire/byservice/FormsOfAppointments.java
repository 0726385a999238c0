package io.anteroom.clinic.questionnaire.byservice;

import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.assignment.AppointmentForms;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentChanged;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has forms come with appointments, move with them and go with them, in the transaction of the act. What should have been handed in
 * before booking and wasn't comes with the appointment too: staff book without, and so does who takes a time that came free.
 */
@Component
class FormsOfAppointments {

    private final ServiceFormRows rows;
    private final AppointmentForms forms;
    private final PublishedPortals portals;
    private final Clock clock;

    FormsOfAppointments(ServiceFormRows rows, AppointmentForms forms, PublishedPortals portals, Clock clock) {
        this.rows = rows;
        this.forms = forms;
        this.portals = portals;
        this.clock = clock;
    }

    @EventListener
    void changed(AppointmentChanged change) {
        Appointment before = change.before();
        Appointment after = change.after();
        if (after.state() == AppointmentState.CANCELLED) {
            forms.takeBack(after.id(), change.by());
        } else if (!after.state().awaited()) {
            return;
        } else if (before == null || before.bookedAt() == null) {
            give(change);
        } else if (before.state() == AppointmentState.CANCELLED) {
            forms.bringBack(after.id(), due(after, rows.terms(after.service())), change.by());
        } else if (!before.start().equals(after.start())) {
            forms.due(after.id(), due(after, rows.terms(after.service())));
        }
    }

    private void give(AppointmentChanged change) {
        Appointment booked = change.after();
        if (!booked.start().isAfter(clock.instant()) || !portals.current().offers(Section.QUESTIONNAIRES)) {
            return; // staff note what was agreed by word of mouth afterwards
        }
        List<AskedForm> asked =
                rows.of(booked.service()).stream().filter(AskedForm::active).toList();
        if (asked.isEmpty()) {
            return;
        }
        FormTerms terms = rows.terms(booked.service());
        forms.takeTurn(booked);
        List<QuestionnaireId> missing = Stream.concat(
                        missing(booked, asked, Moment.BEFORE, clock.instant().minus(terms.counts())),
                        missing(booked, asked, Moment.AFTER, clock.instant()))
                .toList();
        if (!missing.isEmpty()) {
            forms.give(booked, missing, due(booked, terms), change.by());
        }
    }

    /** What the patient neither has open nor has handed in after {@code since}. */
    private Stream<QuestionnaireId> missing(Appointment booked, List<AskedForm> asked, Moment moment, Instant since) {
        List<QuestionnaireId> wanted = asked.stream()
                .filter(one -> one.moment() == moment)
                .map(AskedForm::questionnaire)
                .toList();
        if (wanted.isEmpty()) {
            return Stream.of();
        }
        Set<QuestionnaireId> had = forms.had(booked, wanted, since);
        return wanted.stream().filter(one -> !had.contains(one));
    }

    /**
     * The end of the day that the service says, by the clocks of the place; what is booked later than that, the end of the day before, and what
     * is booked for tomorrow morning or today, when it begins.
     */
    private Instant due(Appointment appointment, FormTerms terms) {
        return IntStream.of(terms.dueDays(), 1)
                .filter(_ -> terms.dueDays() > 0)
                .mapToObj(days -> endOf(days, appointment))
                .filter(end -> end.isAfter(clock.instant()))
                .findFirst()
                .orElse(appointment.start());
    }

    private static Instant endOf(int daysBefore, Appointment appointment) {
        return appointment
                .local()
                .toLocalDate()
                .minusDays(daysBefore - 1L)
                .atStartOfDay(appointment.place().zone())
                .minusSeconds(1)
                .toInstant();
    }
}
