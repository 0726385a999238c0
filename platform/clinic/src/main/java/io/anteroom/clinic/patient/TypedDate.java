package io.anteroom.clinic.patient;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads dates in the ways people type them. A year has four digits: which century is meant by two is not guessed. */
final class TypedDate {

    private static final String GAP = "\\s*[./\\-\\s年月]\\s*";
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,4})" + GAP + "(\\d{1,2})" + GAP + "(\\d{1,4})\\s*日?");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("\\d{8}");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[\\s./-]*(\\p{L}{3,9})\\.?,?[\\s./-]*(\\d{4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}{3,9})\\.?[\\s./-]*(\\d{1,2})(?:st|nd|rd|th)?,?[\\s./-]+(\\d{4})");
    /** What spreadsheets and databases add to a date without a time. */
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0{1,2}:00(:00)?(\\.0+)?Z?$");

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final Map<String, Integer> SHORT_FORMS = Map.of("sept", 9);
    private static final int OLDEST_YEAR = 1850;

    private TypedDate() {}

    /** The date, where {@code typed} is one in that order, with the month in words, or with the year in front. */
    static Optional<LocalDate> read(String typed, DateOrder order) {
        String text = MIDNIGHT.matcher(
                        Normalizer.normalize(typed, Normalizer.Form.NFKC).strip())
                .replaceFirst("")
                .toLowerCase(Locale.ROOT);
        return Stream.of(inNumbers(text, order), inEightDigits(text, order), inWords(text))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<LocalDate> inNumbers(String text, DateOrder order) {
        Matcher parts = NUMBERS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        DateOrder meant = parts.group(1).length() == 4 ? DateOrder.YEAR_MONTH_DAY : order;
        if (meant == DateOrder.YEAR_MONTH_DAY && parts.group(1).length() != 4) {
            return Optional.empty();
        }
        return meant.read(number(parts, 1), number(parts, 2), number(parts, 3));
    }

    private static Optional<LocalDate> inEightDigits(String text, DateOrder order) {
        if (!EIGHT_DIGITS.matcher(text).matches()) {
            return Optional.empty();
        }
        int rest = Integer.parseInt(text.substring(4));
        Optional<LocalDate> yearFirst = DateOrder.date(Integer.parseInt(text.substring(0, 4)), rest / 100, rest % 100);
        Optional<LocalDate> yearLast = order == DateOrder.YEAR_MONTH_DAY
                ? Optional.empty()
                : order.read(Integer.parseInt(text.substring(0, 2)), Integer.parseInt(text.substring(2, 4)), rest);
        return Stream.of(yearLast, yearFirst)
                .flatMap(Optional::stream)
                .filter(date -> date.getYear() >= OLDEST_YEAR)
                .findFirst();
    }

    private static Optional<LocalDate> inWords(String text) {
        Matcher day = DAY_FIRST.matcher(text);
        if (day.matches()) {
            return month(day.group(2)).flatMap(month -> DateOrder.date(number(day, 3), month, number(day, 1)));
        }
        Matcher month = MONTH_FIRST.matcher(text);
        return month.matches()
                ? month(month.group(1)).flatMap(number -> DateOrder.date(number(month, 3), number, number(month, 2)))
                : Optional.empty();
    }

    private static Optional<Integer> month(String word) {
        return Stream.concat(
                        Stream.ofNullable(SHORT_FORMS.get(word)),
                        MONTHS.stream()
                                .filter(name -> name.equals(word)
                                        || name.substring(0, 3).equals(word))
                                .map(name -> MONTHS.indexOf(name) + 1))
                .findFirst();
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
