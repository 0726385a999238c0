package io.anteroom.clinic.questionnaire.assignment;

import io.anteroom.tenancy.EnumCode;
import java.util.Locale;

/** How far a form is. Overdue is none of these: it is open, and its due time has passed. */
public enum AssignmentState {
    /** Nothing was answered yet. */
    NOT_STARTED,
    /** Something was. */
    IN_PROGRESS,
    /** It was handed in, and stays as it is. */
    COMPLETED,
    /** Staff took it back. */
    WITHDRAWN;

    /** Whether it can still be filled in. */
    public boolean open() {
        return this == NOT_STARTED || this == IN_PROGRESS;
    }

    static AssignmentState ofStored(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** As in an address: {@code not-started}. */
    public String code() {
        return EnumCode.of(this);
    }
}
