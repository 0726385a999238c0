package io.anteroom.clinic.scheduling.waitlist;

import java.time.LocalTime;
import java.util.Locale;

/** A part of a day, as people say when they have time; by when something starts. Names are stored. */
public enum DayPart {
    /** Before noon. */
    MORNING,
    /** From noon until five. */
    AFTERNOON,
    /** From five on. */
    EVENING;

    private static final LocalTime FIVE = LocalTime.of(17, 0);

    /** The part in which that time is. */
    public static DayPart of(LocalTime time) {
        if (time.isBefore(LocalTime.NOON)) {
            return MORNING;
        }
        return time.isBefore(FIVE) ? AFTERNOON : EVENING;
    }

    /** As it is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DayPart ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
