package io.anteroom.clinic.billing.plan;

import java.time.LocalDate;

/** How far apart instalments are. */
public enum PlanRhythm {
    /** Every seven days. */
    WEEKLY,
    /** Every fourteen days. */
    FORTNIGHTLY,
    /** On the same day of each month, or its last where the month is shorter. */
    MONTHLY;

    /** The day that lies so many steps after the first. */
    LocalDate after(LocalDate first, int steps) {
        return switch (this) {
            case WEEKLY -> first.plusWeeks(steps);
            case FORTNIGHTLY -> first.plusWeeks(2L * steps);
            case MONTHLY -> first.plusMonths(steps);
        };
    }
}
