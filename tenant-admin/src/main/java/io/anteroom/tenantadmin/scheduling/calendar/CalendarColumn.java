package io.anteroom.tenantadmin.scheduling.calendar;

import io.anteroom.clinic.scheduling.PractitionerId;
import java.time.LocalDate;
import java.util.List;

/**
 * A column of the calendar: a practitioner's day.
 *
 * @param heading the practitioner's name, or the day
 * @param href where the heading leads
 * @param hours when and where the practitioner works, in words
 * @param today whether it is this day, among others
 * @param practitioner whose day it is
 * @param day which day
 * @param items by their start
 */
public record CalendarColumn(
        String heading,
        String href,
        String hours,
        boolean today,
        PractitionerId practitioner,
        LocalDate day,
        List<CalendarItem> items) {

    /** Whether nothing is booked or blocked in it. */
    public boolean empty() {
        return items.stream().noneMatch(CalendarItem::taken);
    }
}
