package io.anteroom.portal.scheduling;

import io.anteroom.clinic.scheduling.waitlist.DayPart;
import io.anteroom.clinic.scheduling.waitlist.WaitlistEntry;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
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
                days(entry) + parts(entry) + ", until "
                        + TimeWords.day(entry.wish().lastDay()),
                "With " + Objects.requireNonNullElse(entry.practitionerName(), "anyone")
                        + (entry.locationName() == null ? "" : ", at " + entry.locationName()),
                entry.patientName());
    }

    private static String days(WaitlistEntry entry) {
        var days = entry.wish().days();
        if (days.size() == DayOfWeek.values().length) {
            return "Any day";
        }
        return days.equals(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))
                ? "Monday to Friday"
                : days.stream().map(WaitCard::shortly).collect(Collectors.joining(", "));
    }

    private static String shortly(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.UK);
    }

    private static String parts(WaitlistEntry entry) {
        var parts = entry.wish().parts();
        return parts.size() == DayPart.values().length
                ? ""
                : ", " + parts.stream().map(DayPart::code).collect(Collectors.joining(" or "));
    }
}
