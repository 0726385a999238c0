package io.anteroom.clinic.scheduling.agenda;

import java.time.LocalDate;

/**
 * How many appointments one week has.
 *
 * @param monday its first day
 * @param held those that took place, or are under way
 * @param missed those to which nobody came
 * @param ahead those to come
 */
public record Week(LocalDate monday, long held, long missed, long ahead) {

    /** All of them; cancelled ones don't count. */
    public long all() {
        return held + missed + ahead;
    }
}
