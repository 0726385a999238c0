package io.anteroom.portal.questionnaire;

import static io.anteroom.language.Say.say;
import static io.anteroom.language.Say.sayAs;

import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.AssignmentState;
import io.anteroom.clinic.questionnaire.assignment.OpenForms;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Badge;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A form in a list.
 *
 * @param url where it is
 * @param when when it is due or was handed in, or empty
 * @param patient whom it is about, or null
 */
public record FormCard(
        String url,
        String title,
        Badge state,
        String when,
        @Nullable String patient) {

    /** One as it stands at {@code now}. */
    public static FormCard of(Assignment form, Instant now) {
        return new FormCard(
                "/questionnaires/" + form.reference(), form.title(), badge(form, now), when(form), form.patientName());
    }

    /** One that is to be done, for who has to do it. */
    public static FormCard of(OpenForms.OpenForm form, Instant now) {
        Instant due = form.dueAt();
        Badge begun = form.begun() ? Badge.notice(say("In progress")) : Badge.warning(say("To do"));
        return new FormCard(
                "/questionnaires/" + form.reference(),
                form.title(),
                due != null && due.isBefore(now) ? Badge.bad(sayAs("form", "Overdue")) : begun,
                due == null ? "" : due(due),
                form.patientName());
    }

    private static Badge badge(Assignment form, Instant now) {
        if (form.overdue(now)) {
            return Badge.bad(sayAs("form", "Overdue"));
        }
        if (form.state() == AssignmentState.COMPLETED) {
            return Badge.good(say("Sent"));
        }
        return form.state() == AssignmentState.IN_PROGRESS
                ? Badge.notice(say("In progress"))
                : Badge.warning(say("To do"));
    }

    private static String when(Assignment form) {
        if (form.state() == AssignmentState.COMPLETED) {
            Instant completed = form.completedAt();
            return completed == null ? "" : say("Sent on {day}", "day", day(completed));
        }
        Instant due = form.dueAt();
        return due == null ? "" : due(due);
    }

    private static String due(Instant due) {
        return sayAs("form", "Due by {day}", "day", Words.current().weekdayAndDay(day(due)));
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, CurrentTenant.get().zone());
    }
}
