package io.anteroom.clinic.billing.statement;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days of a statement, both included. */
public record StatementDays(LocalDate from, LocalDate until) {

    /**
     * As asked for in an address. What is not understood is as if it were not there: then it is this year up to today. Days the wrong
     * way round are turned.
     */
    public static StatementDays of(String from, String until, LocalDate today) {
        LocalDate last = day(until);
        LocalDate end = last == null ? today : last;
        LocalDate first = day(from);
        LocalDate begin = first == null ? end.withDayOfYear(1) : first;
        return begin.isAfter(end) ? new StatementDays(end, begin) : new StatementDays(begin, end);
    }

    /** As the query of an address. */
    public String query() {
        return "?from=" + from + "&until=" + until;
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            return day.getYear() >= 2000 && day.getYear() < 2200 ? day : null;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
