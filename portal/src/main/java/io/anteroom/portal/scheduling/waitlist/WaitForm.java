package io.anteroom.portal.scheduling.waitlist;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.waitlist.DayPart;
import io.anteroom.clinic.scheduling.waitlist.Wish;
import io.anteroom.webkit.form.FormErrors;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would suit somebody, as it came.
 *
 * @param with the practitioner's number, or empty for anyone
 * @param at the location's number, or empty for anywhere
 * @param day numbers of days of the week, Monday being 1
 * @param part parts of the day
 * @param until the last day
 * @param form drawn for the page
 * @param patient for whom the page was shown
 */
public record WaitForm(
        @Nullable String with,
        @Nullable String at,
        @Nullable List<String> day,
        @Nullable List<String> part,
        @Nullable String until,
        @Nullable String form,
        @Nullable String patient) {

    private static final int LONGEST_MONTHS = 12;

    /** What stands for somebody who begins: working days of the next four weeks. */
    static WaitForm beginning(WaitForm asked, LocalDate today) {
        return new WaitForm(
                asked.with,
                asked.at,
                List.of("1", "2", "3", "4", "5"),
                Stream.of(DayPart.values()).map(DayPart::code).toList(),
                today.plusWeeks(4).toString(),
                UUID.randomUUID().toString(),
                null);
    }

    static WaitForm of(Wish wish) {
        return new WaitForm(
                Objects.toString(wish.practitioner(), ""),
                Objects.toString(wish.location(), ""),
                wish.days().stream()
                        .map(day -> Integer.toString(day.getValue()))
                        .toList(),
                wish.parts().stream().map(DayPart::code).toList(),
                wish.lastDay().toString(),
                null,
                null);
    }

    /** What is wrong with it. */
    FormErrors errors(LocalDate today) {
        var errors = FormErrors.none();
        if (days().isEmpty()) {
            errors = errors.with("day", say("Choose at least one day"));
        }
        if (parts().isEmpty()) {
            errors = errors.with("part", say("Choose at least one part of the day"));
        }
        var last = lastDay();
        if (last.isEmpty()) {
            errors = errors.with("until", say("Enter the last day that is of use to you"));
        } else if (last.get().isBefore(today)) {
            errors = errors.with("until", say("Choose today or a later day"));
        } else if (last.get().isAfter(today.plusMonths(LONGEST_MONTHS))) {
            errors = errors.with("until", say("Choose a day within a year"));
        }
        return errors;
    }

    /** What it says; only of one without errors. */
    Wish wish() {
        return new Wish(
                read(with, Long::valueOf).map(PractitionerId::new).orElse(null),
                read(at, Long::valueOf).map(LocationId::new).orElse(null),
                days(),
                parts(),
                lastDay().orElseThrow());
    }

    boolean has(DayOfWeek one) {
        return days().contains(one);
    }

    boolean has(DayPart one) {
        return parts().contains(one);
    }

    Optional<UUID> attempt() {
        return read(form, UUID::fromString);
    }

    private Set<DayOfWeek> days() {
        return Stream.of(DayOfWeek.values())
                .filter(one -> day != null && day.contains(Integer.toString(one.getValue())))
                .collect(Collectors.toSet());
    }

    private Set<DayPart> parts() {
        return Stream.of(DayPart.values())
                .filter(one -> part != null && part.contains(one.code()))
                .collect(Collectors.toSet());
    }

    private Optional<LocalDate> lastDay() {
        return read(until, LocalDate::parse);
    }

    private static <T> Optional<T> read(@Nullable String text, Function<String, T> reader) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text.strip()));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
