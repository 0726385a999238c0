package io.anteroom.clinic.access.backfill;

import java.util.Locale;

/** How far a backfill has come. */
public enum BackfillState {
    /** The worker looks through the records. */
    PLANNING,
    /** Staff look at what would be set, and decide. */
    PLANNED,
    /** The worker sets credentials. */
    RUNNING,
    /** They are set. */
    DONE,
    /** The worker takes back those that nobody has used. */
    UNDOING,
    /** They are taken back. */
    UNDONE;

    static BackfillState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the worker is at it. */
    public boolean underway() {
        return this == PLANNING || this == RUNNING || this == UNDOING;
    }
}
