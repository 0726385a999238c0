package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.scheduling.slot.FoundSlots;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import io.anteroom.clinic.scheduling.slot.Place;
import io.anteroom.webkit.form.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of {@link TimeFinder} in the making.
 *
 * @param path the page's own address
 * @param target where a time chosen is sent
 * @param posts whether it is a booking, not the move of an appointment
 * @param patient the number of whom it is for, or empty
 * @param patientName their name where the account sees several, or null
 * @param effort what has to be worked out on the page whose form has that number
 */
record TimesInSight(
        FoundSlots found,
        TimesForm form,
        String path,
        String target,
        boolean posts,
        LocalDate today,
        String patient,
        @Nullable String patientName,
        Function<UUID, TimesPage.@Nullable Effort> effort) {

    private static final int NOON = 12;
    private static final int EVENING = 17;

    TimesPage page() {
        var place = place();
        var byDay = byDay(place);
        var first = byDay.isEmpty() ? form.firstDay().orElse(today) : firstInSight(byDay);
        var inSight = inSight(byDay, first);
        var day = form.wantedDay()
                .filter(inSight::containsKey)
                .or(() -> inSight.keySet().stream().findFirst());
        var drawn = UUID.randomUUID();
        return new TimesPage(
                found.service().name(),
                found.service().description(),
                TimeFinder.facts(found.service(), posts),
                path,
                practitioners(),
                form.practitioner().map(Object::toString).orElse(""),
                places(),
                place.id().toString(),
                TimeWords.zone(place.zone(), place.name()),
                day.flatMap(chosen ->
                                inSight.getOrDefault(chosen, List.of()).stream().findFirst())
                        .map(time -> DeviceTime.of(time.start(), place.zone()))
                        .orElse(null),
                place.name() + " (" + place.zone().getId().replace('_', ' ') + ")",
                days(inSight, day.orElse(null), place),
                day.map(TimeWords::day).orElse(""),
                day.map(LocalDate::toString).orElse(""),
                form.firstDay().map(LocalDate::toString).orElse(""),
                day.map(chosen -> parts(inSight.getOrDefault(chosen, List.of())))
                        .orElse(List.of()),
                first.isAfter(today) ? url(place, null, later(first.minusDays(TimeFinder.IN_SIGHT))) : null,
                url(place, null, first.plusDays(TimeFinder.IN_SIGHT)),
                target,
                posts,
                drawn.toString(),
                patient,
                patientName,
                effort.apply(drawn));
    }

    private LocalDate later(LocalDate day) {
        return day.isAfter(today) ? day : today;
    }

    private LocalDate firstInSight(Map<LocalDate, List<FreeTime>> byDay) {
        var earliest = byDay.keySet().iterator().next();
        var wanted = form.firstDay().filter(day -> day.isAfter(today)).orElse(today);
        return earliest.isBefore(wanted.plusDays(TimeFinder.IN_SIGHT)) ? wanted : earliest;
    }

    /** One place at a time, so that a time means one thing. */
    private Place place() {
        return form.location()
                .flatMap(id -> found.places().stream()
                        .filter(place -> place.id().equals(id))
                        .findFirst())
                .or(() -> found.times().stream()
                        .findFirst()
                        .flatMap(time -> found.places().stream()
                                .filter(place -> place.id().equals(time.location()))
                                .findFirst()))
                .orElseGet(() -> found.places().getFirst());
    }

    private Map<LocalDate, List<FreeTime>> byDay(Place place) {
        var byMoment = new LinkedHashMap<Instant, FreeTime>();
        found.times().stream()
                .filter(time -> time.location().equals(place.id()))
                .forEach(time -> byMoment.putIfAbsent(time.start(), time));
        return byMoment.values().stream()
                .collect(Collectors.groupingBy(time -> time.local().toLocalDate(), TreeMap::new, Collectors.toList()));
    }

    private static Map<LocalDate, List<FreeTime>> inSight(Map<LocalDate, List<FreeTime>> byDay, LocalDate first) {
        var inSight = new TreeMap<LocalDate, List<FreeTime>>();
        byDay.forEach((day, times) -> {
            if (!day.isBefore(first) && day.isBefore(first.plusDays(TimeFinder.IN_SIGHT))) {
                inSight.put(day, times);
            }
        });
        return inSight;
    }

    private List<TimesPage.Day> days(Map<LocalDate, List<FreeTime>> inSight, @Nullable LocalDate chosen, Place place) {
        return inSight.entrySet().stream()
                .map(entry -> new TimesPage.Day(
                        url(place, entry.getKey(), form.firstDay().orElse(null)),
                        TimeWords.weekday(entry.getKey()),
                        TimeWords.shortDay(entry.getKey()),
                        entry.getValue().size(),
                        entry.getKey().equals(chosen)))
                .toList();
    }

    private String url(Place place, @Nullable LocalDate day, @Nullable LocalDate from) {
        var url = UriComponentsBuilder.fromPath(path).queryParam("at", place.id());
        form.practitioner().ifPresent(with -> url.queryParam("with", with));
        if (day != null) {
            url.queryParam("day", day);
        }
        if (from != null) {
            url.queryParam("from", from);
        }
        return url.encode().toUriString();
    }

    private List<TimesPage.Part> parts(List<FreeTime> times) {
        var parts = new ArrayList<TimesPage.Part>();
        part(parts, "morning", say("Morning"), times, 0, NOON);
        part(parts, "afternoon", say("Afternoon"), times, NOON, EVENING);
        part(parts, "evening", say("Evening"), times, EVENING, 24);
        return parts;
    }

    private static void part(
            List<TimesPage.Part> parts, String id, String heading, List<FreeTime> times, int fromHour, int untilHour) {
        var within = times.stream()
                .filter(time ->
                        time.local().getHour() >= fromHour && time.local().getHour() < untilHour)
                .map(time -> new TimesPage.Time(time.start().toString(), label(time, times)))
                .toList();
        if (!within.isEmpty()) {
            parts.add(new TimesPage.Part(id, heading, within));
        }
    }

    private static String label(FreeTime time, List<FreeTime> times) {
        boolean twice = times.stream()
                .filter(other -> other.local().toLocalTime().equals(time.local().toLocalTime()))
                .skip(1)
                .findAny()
                .isPresent();
        return twice ? TimeWords.timeOfTwo(time.local()) : TimeWords.time(time.local());
    }

    private List<Option> practitioners() {
        if (found.practitioners().size() < 2) {
            return List.of();
        }
        var options = new ArrayList<Option>();
        options.add(new Option("", say("Anyone")));
        found.practitioners()
                .forEach(one -> options.add(new Option(
                        one.id().toString(), one.title().isEmpty() ? one.name() : one.name() + ", " + one.title())));
        return options;
    }

    private List<Option> places() {
        return found.places().size() < 2
                ? List.of()
                : found.places().stream()
                        .map(place -> new Option(place.id().toString(), place.name()))
                        .toList();
    }
}
