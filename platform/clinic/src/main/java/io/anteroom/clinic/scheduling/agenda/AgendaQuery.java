package io.anteroom.clinic.scheduling.agenda;

import io.anteroom.clinic.scheduling.PractitionerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which appointments staff want to see.
 *
 * @param show the group
 * @param from the first day, by the clinic's clocks
 * @param until the last day, {@link #MOST_DAYS} after the first at most
 * @param practitioner one practitioner's only, or everybody's
 * @param page from 1
 */
public record AgendaQuery(
        Show show,
        LocalDate from,
        LocalDate until,
        @Nullable PractitionerId practitioner,
        int page) {

    /** Rows on a page. */
    public static final int PAGE_SIZE = 50;

    /** The longest stretch that one list covers. */
    public static final int MOST_DAYS = 366;

    /** The groups that a list can be narrowed to. */
    public enum Show {
        ALL("true"),
        AWAITED("a.state in ('booked', 'confirmed')"),
        HERE("a.state = 'arrived'"),
        COMPLETED("a.state = 'completed'"),
        MISSED("a.state = 'no_show'"),
        CANCELLED("a.state = 'cancelled'"),
        TO_MATCH("a.patient_id is null and a.state in ('booked', 'confirmed', 'arrived')");

        private final String condition;

        Show(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    public AgendaQuery {
        if (page < 1 || until.isBefore(from) || until.isAfter(from.plusDays(MOST_DAYS))) {
            throw new IllegalArgumentException("Not a page of appointments");
        }
    }
}
