package io.anteroom.webkit.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as typed into three fields, {@code name.day}, {@code name.month}, {@code name.year}: what people know by heart
 * they type faster than they find it in a calendar. Bind it as a component of a form record.
 *
 * @param day the day as typed
 * @param month the month as typed, a number
 * @param year the year as typed, four digits
 */
public record DateInput(
        @Nullable String day,
        @Nullable String month,
        @Nullable String year) {

    /** Nothing typed. */
    public static final DateInput EMPTY = new DateInput("", "", "");

    /** A date as it would have been typed. */
    public static DateInput of(@Nullable LocalDate date) {
        return date == null
                ? EMPTY
                : new DateInput(
                        String.valueOf(date.getDayOfMonth()),
                        String.valueOf(date.getMonthValue()),
                        String.valueOf(date.getYear()));
    }

    /** Whether nothing was typed. */
    public boolean blank() {
        return text(day).isEmpty() && text(month).isEmpty() && text(year).isEmpty();
    }

    /** The date, or nothing where what was typed is none, such as 30 February or a year of two digits. */
    public Optional<LocalDate> date() {
        try {
            int inYear = Integer.parseInt(text(year));
            return inYear < 1000
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(inYear, Integer.parseInt(text(month)), Integer.parseInt(text(day))));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
