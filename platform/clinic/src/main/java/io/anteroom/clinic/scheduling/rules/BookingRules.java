package io.anteroom.clinic.scheduling.rules;

import io.anteroom.clinic.scheduling.setup.Typed;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the clinic has decided about patients who book.
 *
 * @param upcomingPerAccount how many appointments an account may have ahead
 * @param book whether patients may book online
 * @param move whether they may move what is booked
 * @param cancel whether they may call it off
 * @param version counts the changes; a form carries it, so that nobody overwrites what they haven't seen
 */
public record BookingRules(int upcomingPerAccount, boolean book, boolean move, boolean cancel, int version) {

    /** What holds before anything was decided. */
    public static final BookingRules USUAL = new BookingRules(5, true, true, true, 0);

    /** From the form; what is wrong is in {@link Typed#faults()}. */
    public static BookingRules read(Typed typed, int version) {
        return new BookingRules(
                typed.number("upcoming", 1, 50, "appointments"),
                typed.ticked("book"),
                typed.ticked("move"),
                typed.ticked("cancel"),
                version);
    }

    /** In words, by label. */
    Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("Appointments ahead for each account", String.valueOf(upcomingPerAccount));
        words.put("Patients book online", yes(book));
        words.put("Patients move online", yes(move));
        words.put("Patients cancel online", yes(cancel));
        return words;
    }

    private static String yes(boolean so) {
        return so ? "Yes" : "No";
    }
}
