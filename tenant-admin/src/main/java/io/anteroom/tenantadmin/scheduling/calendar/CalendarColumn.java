package io.anteroom.tenantadmin.scheduling.calendar;

import java.util.List;

/**
 * A column of the calendar: a practitioner's day.
 *
 * @param heading the practitioner's name, or the day
 * @param href where the heading leads
 * @param hours when and where the practitioner works, in words
 * @param today whether it is this day, among others
 * @param items by their start
 */
public record CalendarColumn(String heading, String href, String hours, boolean today, List<CalendarItem> items) {

    /** Whether nothing is booked or blocked in it. */
    public boolean empty() {
        return items.stream().noneMatch(CalendarItem::taken);
    }
}
