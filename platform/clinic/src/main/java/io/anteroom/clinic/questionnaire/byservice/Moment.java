package io.anteroom.clinic.questionnaire.byservice;

import java.util.Locale;

/** When a service asks a questionnaire. */
public enum Moment {
    /** Before a time is given. */
    BEFORE,
    /** With the appointment, to be done by then. */
    AFTER;

    /** As it is stored, and sent by a form. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Moment of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
