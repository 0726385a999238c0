package io.anteroom.portal.scheduling;

import io.anteroom.webkit.form.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a time is chosen.
 *
 * @param service what is booked
 * @param description a sentence or two on it; may be empty
 * @param facts how long it takes and what it costs
 * @param path the page's own address, without what was chosen
 * @param with whom it can be booked with, the first being anyone; empty where there is no choice
 * @param chosenWith the value of the choice
 * @param at where it can be booked; empty where there is no choice
 * @param chosenAt the value of the choice
 * @param zone words on the clocks meant, or null where they are the clinic's own
 * @param device the first of the times for the browser, or null where there is none
 * @param clocks where the clocks hang, in words
 * @param days the days with free times in sight
 * @param day the day chosen, in words; empty where there is none
 * @param date the same, ISO 8601; empty where there is none
 * @param from the first day asked for, ISO 8601; empty where none was
 * @param times its free times, by parts of the day
 * @param earlierUrl where earlier days are, or null
 * @param laterUrl where later days are, or null
 * @param target where a time chosen is sent
 * @param posts whether it is posted, since it is held then
 * @param form drawn for this page
 * @param patient for whom it is shown, empty where there is no record
 * @param patientName the name to say where there are several, or null
 * @param effort what the browser of a stranger has to work out, or null
 */
public record TimesPage(
        String service,
        String description,
        String facts,
        String path,
        List<Option> with,
        String chosenWith,
        List<Option> at,
        String chosenAt,
        @Nullable String zone,
        @Nullable DeviceTime device,
        String clocks,
        List<Day> days,
        String day,
        String date,
        String from,
        List<Part> times,
        @Nullable String earlierUrl,
        @Nullable String laterUrl,
        String target,
        boolean posts,
        String form,
        String patient,
        @Nullable String patientName,
        @Nullable Effort effort) {

    /**
     * What a browser works out before a time is held.
     *
     * @param puzzle from what
     * @param bits with how many zero bits the answer's hash begins
     */
    public record Effort(String puzzle, int bits) {}

    /** Where one can wait for a time that has yet to come free, or null. */
    public @Nullable String waitUrl() {
        String before = "/appointments/new/";
        return posts && !patient.isEmpty() && path.startsWith(before)
                ? "/appointments/waitlist/new/" + path.substring(before.length())
                : null;
    }

    /** A day with free times: its address, its names, how many there are, and whether it is the one chosen. */
    public record Day(String url, String weekday, String name, int count, boolean chosen) {}

    /** A part of a day: what names it in the page, and what is read. */
    public record Part(String id, String heading, List<Time> times) {}

    /** A time: what is sent, and what is read. */
    public record Time(String value, String label) {}
}
