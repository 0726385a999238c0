package io.anteroom.clinic.scheduling.setup;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What staff typed into a form of the set-up, read field by field. Whatever cannot be read is noted as a {@link Fault}, and
 * something harmless given in its place, so that all faults of a form are found at once.
 */
public final class Typed {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\u200c\\u200d]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u3000]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    private static final int LONGEST_SPAN = 43_200;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private final Map<String, List<String>> values;
    private final List<Fault> faults = new ArrayList<>();

    /** A form's fields by their names, with all values of each. */
    public Typed(Map<String, List<String>> values) {
        this.values = values;
    }

    /** What is wrong so far, in the order it was read. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Whether something wrong was found in that field. */
    public boolean isFaulty(String field) {
        return faults().stream().anyMatch(fault -> fault.field().equals(field));
    }

    /** Notes that something is wrong with {@code field}. */
    public void wrong(String field, String message) {
        faults.add(new Fault(field, message));
    }

    /** The field as it came. */
    public String raw(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** One line that has to be there; {@code ifEmpty} says what to enter. */
    public String line(String field, int longest, String ifEmpty) {
        String line = line(field, longest);
        if (line.isEmpty() && oneLine(raw(field)).isEmpty()) {
            wrong(field, ifEmpty);
        }
        return line;
    }

    /** One line, or empty: no control characters, single spaces, composed letters. */
    public String line(String field, int longest) {
        return checked(field, longest, oneLine(raw(field)));
    }

    /** Lines divided by line feeds, or empty. */
    public String lines(String field, int longest) {
        String text = raw(field).lines().map(Typed::oneLine).collect(Collectors.joining("\n"));
        return checked(field, longest, text.strip());
    }

    /** A whole number within the bounds. */
    public int number(String field, int least, int most, String unit) {
        String text = oneLine(raw(field));
        if (NUMBER.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(
                field,
                "Enter a whole number of " + unit + " from " + least + " to " + String.format(Locale.UK, "%,d", most));
        return least;
    }

    /**
     * A span of time in minutes, 0 to 30 days: a number in {@code field} and its unit, {@code minutes}, {@code hours} or
     * {@code days}, in the field of that name with {@code Unit} behind it.
     */
    public int span(String field) {
        int minutes = switch (raw(field + "Unit")) {
            case "days" -> 1_440;
            case "hours" -> 60;
            default -> 1;
        };
        return number(field, 0, LONGEST_SPAN / minutes, minutes == 1 ? "minutes" : raw(field + "Unit")) * minutes;
    }

    /** Whether it was ticked. */
    public boolean ticked(String field) {
        return raw(field).equals("true");
    }

    /** The numbers of all that were ticked; what is none is left out. */
    public Set<Long> ids(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .filter(Objects::nonNull)
                .filter(text -> ID.matcher(text).matches())
                .map(Long::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A day, as the browser's calendar sends it (ISO 8601). */
    public LocalDate day(String field, String ifNone) {
        LocalDate day = dayOrNull(field, ifNone);
        if (day == null) {
            if (faults.stream().noneMatch(fault -> fault.field().equals(field))) {
                wrong(field, ifNone);
            }
            return LocalDate.EPOCH;
        }
        return day;
    }

    /** A day, or null where none was typed. */
    public @Nullable LocalDate dayOrNull(String field, String ifUnreadable) {
        String text = oneLine(raw(field));
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException _) {
            // said below
        }
        wrong(field, ifUnreadable);
        return null;
    }

    /** The last of days in a row that begin on {@code first}, which it is itself where nothing was typed. */
    public LocalDate lastDay(String field, LocalDate first, int most) {
        LocalDate last = dayOrNull(field, "Enter the last day, or leave it empty");
        if (last == null || first.equals(LocalDate.EPOCH)) {
            return first;
        }
        if (last.isBefore(first)) {
            wrong(field, "Enter a day that is not before the first");
            return first;
        }
        if (ChronoUnit.DAYS.between(first, last) >= most) {
            wrong(field, "Enter a day that is at most " + most + " days after the first");
            return first;
        }
        return last;
    }

    private String checked(String field, int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        wrong(field, "Shorten this to " + String.format(Locale.UK, "%,d", longest) + " characters or fewer");
        return "";
    }

    private static String oneLine(String typed) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return SPACES.matcher(CONTROL.matcher(composed.replace('\t', ' ').replace('\n', ' '))
                        .replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
