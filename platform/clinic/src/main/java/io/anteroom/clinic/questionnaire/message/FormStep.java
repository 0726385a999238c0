package io.anteroom.clinic.questionnaire.message;

import io.anteroom.clinic.questionnaire.AssignmentId;
import java.util.Locale;

/**
 * One message about one form.
 *
 * @param assignment which
 * @param kind what is said
 */
record FormStep(AssignmentId assignment, Kind kind) {

    /** What is said, in the order of time. */
    enum Kind {
        GIVEN,
        SOON,
        TOMORROW,
        LATE;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static FormStep of(long assignment, String kind) {
        return new FormStep(new AssignmentId(assignment), Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    /** Reads what {@link #toString()} wrote. */
    static FormStep parse(String text) {
        int dot = text.indexOf('.');
        return of(Long.parseLong(text.substring(0, dot)), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return assignment + "." + kind.stored();
    }
}
