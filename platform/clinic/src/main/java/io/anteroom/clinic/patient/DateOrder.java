package io.anteroom.clinic.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** In which order day, month and year are written. */
public enum DateOrder {
    DAY_MONTH_YEAR("day-month-year", "Day, month, year", "27/3/1980"),
    MONTH_DAY_YEAR("month-day-year", "Month, day, year", "3/27/1980"),
    YEAR_MONTH_DAY("year-month-day", "Year, month, day", "1980-03-27");

    private static final Set<String> MONTH_FIRST = Set.of("US", "FM", "GU", "MH", "MP", "PR", "PW", "VI", "UM", "AS");
    private static final Set<String> YEAR_FIRST =
            Set.of("JP", "CN", "TW", "KR", "KP", "MN", "HU", "LT", "SE", "IR", "BT", "CA");

    private final String code;
    private final String words;
    private final String example;

    DateOrder(String code, String words, String example) {
        this.code = code;
        this.words = words;
        this.example = example;
    }

    /** How most people of that country write dates in figures. */
    public static DateOrder of(String country) {
        if (MONTH_FIRST.contains(country)) {
            return MONTH_DAY_YEAR;
        }
        return YEAR_FIRST.contains(country) ? YEAR_MONTH_DAY : DAY_MONTH_YEAR;
    }

    /** The order of that code, or nothing for a code we don't know. */
    public static Optional<DateOrder> ofCode(String code) {
        return Stream.of(values()).filter(order -> order.code.equals(code)).findFirst();
    }

    /** As stored and as sent by forms. */
    public String code() {
        return code;
    }

    /** As shown to people. */
    public String words() {
        return words;
    }

    /** A date written so. */
    public String example() {
        return example;
    }

    /** A date in this order, as a person would type it. */
    public String write(LocalDate date) {
        return switch (this) {
            case DAY_MONTH_YEAR -> date.getDayOfMonth() + "/" + date.getMonthValue() + "/" + date.getYear();
            case MONTH_DAY_YEAR -> date.getMonthValue() + "/" + date.getDayOfMonth() + "/" + date.getYear();
            case YEAR_MONTH_DAY -> date.toString();
        };
    }

    /** The date of three numbers read in this order, the year with four digits. */
    Optional<LocalDate> read(int first, int second, int third) {
        return switch (this) {
            case DAY_MONTH_YEAR -> date(third, second, first);
            case MONTH_DAY_YEAR -> date(third, first, second);
            case YEAR_MONTH_DAY -> date(first, second, third);
        };
    }

    static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return year < 1000 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
