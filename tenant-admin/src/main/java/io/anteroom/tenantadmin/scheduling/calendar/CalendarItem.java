package io.anteroom.tenantadmin.scheduling.calendar;

import io.anteroom.webkit.Badge;
import org.jspecify.annotations.Nullable;

/**
 * Something in a column of the calendar.
 *
 * @param kind what it is: {@code open} for hours worked, {@code free}, {@code block}, {@code booked} or {@code missed}
 * @param key names it among all items, whenever the calendar is read; of hours worked, the number of the location
 * @param row the quarter of an hour in which it begins, 1 being the first that is shown
 * @param rows over how many quarters it goes, at least 1
 * @param times when, in words
 * @param title whose it is, or why it is blocked
 * @param href where it leads, or null
 * @param note the service, the room and what else there is to know; may be empty
 * @param state where an appointment stands, or null
 * @param act where it is moved, or where blocked time is freed; or null
 */
public record CalendarItem(
        String kind,
        String key,
        int row,
        int rows,
        String times,
        String title,
        @Nullable String href,
        String note,
        @Nullable Badge state,
        @Nullable String act) {

    /** The classes that put it in its place. */
    public String place() {
        return "cal-" + kind + " cal-r" + row + " cal-s" + rows;
    }

    /** Where it is moved to another time, or null. */
    public @Nullable String move() {
        return kind.equals("booked") ? act : null;
    }

    /** Where blocked time is freed, or null. */
    public @Nullable String removal() {
        return kind.equals("block") ? act : null;
    }

    /** Whether it is booked or blocked. */
    public boolean taken() {
        return told() && !kind.equals("free");
    }

    /** Whether people read it; hours worked are a ground alone. */
    public boolean told() {
        return !kind.equals("open");
    }
}
