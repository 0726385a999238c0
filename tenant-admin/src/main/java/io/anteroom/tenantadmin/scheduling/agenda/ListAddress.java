package io.anteroom.tenantadmin.scheduling.agenda;

import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.agenda.AgendaQuery;
import io.anteroom.clinic.scheduling.agenda.AgendaQuery.Show;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What part of the list is looked at, as its address has it. What is not understood is as if it were not there.
 *
 * @param show a group
 * @param from the first day
 * @param until the last day
 * @param practitioner a practitioner's number
 * @param page the number of the page
 */
public record ListAddress(
        @Nullable String show,
        @Nullable String from,
        @Nullable String until,
        @Nullable String practitioner,
        @Nullable String page) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    private static final int LAST_PAGE = 10_000;
    private static final int DAYS_AHEAD = 90;
    private static final int DAYS_BACK = 30;

    /** What it asks for; without days it is today's, of requests what is to come, and of who did not come the last month. */
    AgendaQuery query(LocalDate today) {
        Show what = Stream.of(Show.values())
                .filter(one -> code(one).equals(show))
                .findFirst()
                .orElse(Show.ALL);
        LocalDate first = day(from).orElse(what == Show.MISSED ? today.minusDays(DAYS_BACK) : today);
        LocalDate last = day(until)
                .filter(one -> !one.isBefore(first))
                .orElse(what == Show.TO_MATCH ? first.plusDays(DAYS_AHEAD) : first.isBefore(today) ? today : first);
        LocalDate latest = first.plusDays(AgendaQuery.MOST_DAYS);
        return new AgendaQuery(
                what,
                first,
                last.isAfter(latest) ? latest : last,
                number(practitioner).map(PractitionerId::new).orElse(null),
                Math.clamp(number(page).orElse(1L), 1, LAST_PAGE));
    }

    static String code(Show show) {
        return show.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.of(LocalDate.parse(Objects.requireNonNullElse(typed, "")))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }
}
