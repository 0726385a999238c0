package io.anteroom.clinic.questionnaire.assignment;

import java.util.Locale;

/** How it came that somebody was given a form. */
public enum Why {
    /** Staff gave it to this patient. */
    BY_HAND,
    /** Staff gave it to many at once. */
    IN_BULK,
    /** It is asked before an appointment can be booked. */
    BEFORE_BOOKING,
    /** It came with an appointment. */
    AFTER_BOOKING,
    /** Somebody followed a link that leads to it. */
    BY_LINK;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Why ofStored(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
