package io.anteroom.clinic.scheduling.waitlist;

import java.util.Locale;

/** Why somebody waits no longer. Names are stored. */
public enum Ending {
    /** What was offered is booked. */
    BOOKED,
    /** They said so. */
    LEFT,
    /** Staff took them off the list. */
    REMOVED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Ending of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
