package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.scheduling.waitlist.DayPart;
import io.anteroom.clinic.scheduling.waitlist.WaitlistEntry;
import io.anteroom.language.Words;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.stream.Collectors;

/**
 * What somebody waits for, as pages show it.
 *
 * @param url where it is changed and ended
 * @param service what it is
 * @param wish when it would suit, in words
 * @param where with whom and where, in words
 * @param patient for whom
 */
public record WaitCard(String url, String service, String wish, String where, String patient) {

    static WaitCard of(WaitlistEntry entry) {
        return new WaitCard(
                "/appointments/waitlist/" + entry.id(),
                entry.serviceName(),
                say(
                        "{days}, until {last}",
                        "days",
                        days(entry) + parts(entry),
                        "last",
                        TimeWords.day(entry.wish().lastDay())),
                where(entry),
                entry.patientName());
    }

    private static String where(WaitlistEntry entry) {
        String with = entry.practitionerName();
        String at = entry.locationName();
        if (at == null) {
            return with == null ? say("With anyone") : say("With {practitioner}", "practitioner", with);
        }
        return with == null
                ? say("With anyone, at {place}", "place", at)
                : say("With {practitioner}, at {place}", "practitioner", with, "place", at);
    }

    private static String days(WaitlistEntry entry) {
        var days = entry.wish().days();
        if (days.size() == DayOfWeek.values().length) {
            return say("Any day");
        }
        return days.equals(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))
                ? say("Monday to Friday")
                : days.stream().map(WaitCard::shortly).collect(Collectors.joining(", "));
    }

    private static String shortly(DayOfWeek day) {
        return Words.current().shortWeekday(day);
    }

    private static String parts(WaitlistEntry entry) {
        var parts = entry.wish().parts();
        return parts.size() == DayPart.values().length
                ? ""
                : ", "
                        + Words.current()
                                .either(parts.stream().map(WaitCard::word).toList());
    }

    private static String word(DayPart part) {
        return switch (part) {
            case MORNING -> say("morning");
            case AFTERNOON -> say("afternoon");
            case EVENING -> say("evening");
        };
    }
}
