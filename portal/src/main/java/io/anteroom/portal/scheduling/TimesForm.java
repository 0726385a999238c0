package io.anteroom.portal.scheduling;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody chose on the way to a time, as it came. What can't be read counts as not chosen.
 *
 * @param with the practitioner's number, or empty for anyone
 * @param at the location's number
 * @param day the day looked at
 * @param from the first day of the days in sight
 * @param start the time chosen
 * @param form drawn for the page the time was chosen on
 * @param patient for whom the page was shown, empty where there is no record
 */
public record TimesForm(
        @Nullable String with,
        @Nullable String at,
        @Nullable String day,
        @Nullable String from,
        @Nullable String start,
        @Nullable String form,
        @Nullable String patient) {

    /** What lies outside was no time of a page, and neither calendars nor the database could reckon with all of it. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    /** With whom, where somebody was chosen. */
    public Optional<PractitionerId> practitioner() {
        return read(with, Long::valueOf).map(PractitionerId::new);
    }

    /** Where, if a place was chosen. */
    public Optional<LocationId> location() {
        return read(at, Long::valueOf).map(LocationId::new);
    }

    Optional<LocalDate> wantedDay() {
        return read(day, LocalDate::parse);
    }

    Optional<LocalDate> firstDay() {
        return read(from, LocalDate::parse);
    }

    /** The time chosen. */
    public Optional<Instant> chosen() {
        return read(start, Instant::parse).filter(moment -> moment.isAfter(EARLIEST) && moment.isBefore(LATEST));
    }

    /** The number drawn for the page. */
    public Optional<UUID> page() {
        return read(form, UUID::fromString);
    }

    /** Different for each time of one page, and the same when it is sent again. */
    public Optional<UUID> attempt() {
        return page().map(drawn ->
                UUID.nameUUIDFromBytes((drawn + " " + start + " " + with + " " + at).getBytes(StandardCharsets.UTF_8)));
    }

    /** The page with the times as it was when one of them was chosen: with whom, where, and the days in sight. */
    public String back(String path) {
        var url = UriComponentsBuilder.fromPath(path);
        location().ifPresent(where -> url.queryParam("at", where));
        practitioner().ifPresent(whom -> url.queryParam("with", whom));
        wantedDay().ifPresent(one -> url.queryParam("day", one));
        firstDay().ifPresent(one -> url.queryParam("from", one));
        return url.encode().toUriString();
    }

    /** The page with the times of the day of one that is or was held. */
    public static String near(String path, Appointment held, LocalDate today) {
        var day = held.local().toLocalDate();
        var url = UriComponentsBuilder.fromPath(path)
                .queryParam("at", held.place().id())
                .queryParam("day", day);
        if (!day.isBefore(today.plusDays(TimeFinder.IN_SIGHT))) {
            url.queryParam("from", day);
        }
        return url.encode().toUriString();
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
