package io.anteroom.clinic.scheduling.hours;

import java.text.Normalizer;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times of day and spans of them in the ways people type them: {@code 9}, {@code 09:30}, {@code 9.30}, {@code 0930},
 * {@code 5 pm}; {@code 9-12:30, 13:30-17}.
 */
public final class TypedTimes {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.h]?(\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?");
    private static final Pattern BETWEEN_SPANS = Pattern.compile("\\s*(?:[,;+&\\n]|\\band\\b)\\s*");
    private static final Pattern BETWEEN_TIMES = Pattern.compile("\\s*(?:[-\u2010-\u2015~]|\\bto\\b|\\buntil\\b)\\s*");
    private static final int LONGEST = 200;

    private TypedTimes() {}

    /** The time of day, if it is one. */
    public static Optional<LocalTime> time(String typed) {
        Matcher parts = TIME.matcher(clean(typed));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(parts.group(1));
        int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        String half = parts.group(3);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
        }
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    /** One span; nothing where it is none, or ends before it begins. */
    static Optional<TimeSpan> span(String typed) {
        String[] ends = BETWEEN_TIMES.split(clean(typed), -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        Optional<LocalTime> from = time(ends[0]);
        Optional<LocalTime> until = time(ends[1]);
        return from.isPresent() && until.isPresent() && from.get().isBefore(until.get())
                ? Optional.of(new TimeSpan(from.get(), until.get()))
                : Optional.empty();
    }

    /** All spans in order, none where nothing was typed; nothing where one is not understood or two overlap. */
    static Optional<List<TimeSpan>> spans(String typed) {
        String text = clean(typed);
        List<TimeSpan> spans = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(spans);
        }
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        for (String part : BETWEEN_SPANS.split(text, -1)) {
            Optional<TimeSpan> span = span(part);
            if (span.isEmpty() || spans.stream().anyMatch(span.get()::overlaps)) {
                return Optional.empty();
            }
            spans.add(span.get());
        }
        return Optional.of(spans.stream().sorted().toList());
    }

    private static String clean(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
