package io.anteroom.clinic.record;

import java.util.Locale;

/** How far an entry has come. */
public enum RecordState {
    /** Only staff see it, and may still change it in place. */
    DRAFT,
    /** It is the patient's to see, as soon as its category's rule lets them. */
    SHARED,
    /** It was shared, and is no longer to be relied on. */
    WITHDRAWN;

    static RecordState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
