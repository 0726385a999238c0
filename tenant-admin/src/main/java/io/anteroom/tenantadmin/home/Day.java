package io.anteroom.tenantadmin.home;

import io.anteroom.clinic.scheduling.agenda.AgendaQuery.Show;
import io.anteroom.clinic.scheduling.agenda.AgendaRow;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What today has for the clinic.
 *
 * @param organisation the organisation's address
 * @param counts today's appointments, by where they stand
 * @param toMatch how many appointments ahead are of nobody on record yet
 * @param next who comes next, and who is here
 * @param weeks the weeks around this one
 * @param zone the clinic's
 */
public record Day(
        String organisation, Map<Show, Long> counts, long toMatch, List<AgendaRow> next, Weeks weeks, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    /** Copies the collections. */
    public Day {
        counts = Map.copyOf(counts);
        next = List.copyOf(next);
    }

    /** How many of today's stand so. */
    public long count(Show show) {
        return counts.getOrDefault(show, 0L);
    }

    /** When somebody is expected, by the clinic's clocks. */
    public String time(AgendaRow row) {
        return TIME.format(row.start().atZone(zone));
    }

    /** All of today's in one sentence. */
    public String sentence() {
        long all = count(Show.ALL) - count(Show.CANCELLED);
        if (all == 0) {
            return "Nothing is booked today.";
        }
        return all + (all == 1 ? " appointment today: " : " appointments today: ") + count(Show.AWAITED) + " expected, "
                + count(Show.HERE) + " here, " + count(Show.COMPLETED) + " completed, " + count(Show.MISSED)
                + " did not come.";
    }
}
