package io.anteroom.tenantadmin.scheduling.calendar;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.calendar.Calendar;
import io.anteroom.clinic.scheduling.calendar.CalendarEntry;
import io.anteroom.clinic.scheduling.hours.BlockedTime;
import io.anteroom.clinic.scheduling.hours.TimeSpan;
import io.anteroom.clinic.scheduling.hours.WorkingDay;
import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.Practitioner;
import io.anteroom.tenantadmin.scheduling.desk.AppointmentWords;
import io.anteroom.webkit.Badge;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what the calendar holds into columns of quarters of an hour, by the clocks of the calendar's zone. */
final class CalendarLayout {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int USUAL_FIRST = 8;
    private static final int USUAL_LAST = 18;

    private final Calendar calendar;
    private final String organisation;
    private final String location;
    private final Instant now;
    private final int firstHour;
    private final int lastHour;

    /**
     * @param organisation the address of the organisation
     * @param location the number of the only location to be shown, or empty
     * @param now what was free before that is not offered
     */
    CalendarLayout(Calendar calendar, String organisation, String location, Instant now) {
        this.calendar = calendar;
        this.organisation = organisation;
        this.location = location;
        this.now = Quarters.roundedUp(now);
        List<Quarters> shown = all();
        this.firstHour = shown.stream().mapToInt(one -> one.from() / 4).reduce(USUAL_FIRST, Math::min);
        this.lastHour = shown.stream().mapToInt(one -> (one.until() + 3) / 4).reduce(USUAL_LAST, Math::max);
    }

    /** A stretch that is booked or blocked. */
    private record Taken(Instant start, Instant end) {}

    int firstHour() {
        return firstHour;
    }

    int lastHour() {
        return lastHour;
    }

    /** Whether the practitioner works, or is booked, at the location to be shown. */
    boolean isThere(Practitioner practitioner) {
        return calendar.dates().stream()
                .anyMatch(day -> calendar.working(practitioner.id(), day).hours().keySet().stream()
                                .anyMatch(this::shows)
                        || calendar.entries(practitioner.id(), day).stream()
                                .anyMatch(entry -> shows(entry.location())));
    }

    private boolean shows(LocationId one) {
        return location.isEmpty() || one.toString().equals(location);
    }

    /** The practitioner's day. */
    CalendarColumn column(Practitioner practitioner, LocalDate day, String heading, String href, boolean today) {
        List<CalendarItem> items = new ArrayList<>();
        WorkingDay working = calendar.working(practitioner.id(), day);
        working.hours().entrySet().stream()
                .filter(there -> shows(there.getKey()))
                .forEach(there -> there.getValue().forEach(span -> items.add(open(there.getKey(), span, day))));
        calendar.blocks(practitioner.id(), day).forEach(block -> items.add(block(block, day)));
        calendar.entries(practitioner.id(), day).stream()
                .filter(entry -> shows(entry.location()))
                .forEach(entry -> items.add(entry(entry, day)));
        if (practitioner.open()) {
            items.addAll(free(practitioner, day, working));
        }
        items.sort(Comparator.comparing(CalendarItem::told).thenComparingInt(CalendarItem::row));
        return new CalendarColumn(heading, href, words(working, day), today, practitioner.id(), day, items);
    }

    private String words(WorkingDay working, LocalDate day) {
        if (working.isFree()) {
            return calendar.holidays().stream()
                    .filter(holiday -> holiday.location() == null && holiday.isOn(day))
                    .findFirst()
                    .map(holiday -> holiday.name())
                    .orElse("Not working");
        }
        boolean several = calendar.locations().stream().filter(Location::open).count() > 1;
        return working.hours().entrySet().stream()
                .map(one -> one.getValue().stream().map(TimeSpan::toString).collect(Collectors.joining(", "))
                        + (several ? " " + name(one.getKey()) : ""))
                .collect(Collectors.joining("; "));
    }

    private CalendarItem open(LocationId location, TimeSpan span, LocalDate day) {
        return item("open", location.toString(), quarters(location, span, day), "", "", null, "", null, null);
    }

    private CalendarItem block(BlockedTime block, LocalDate day) {
        Quarters quarters = Quarters.of(block.start(), block.end(), calendar.zone(), day);
        return item(
                "block",
                "b" + block.id(),
                quarters,
                times(block.start(), block.end(), calendar.zone(), day),
                block.reason().isEmpty() ? "Blocked" : block.reason(),
                null,
                "",
                null,
                organisation + "/calendar/blocks/" + block.id() + "/removal");
    }

    private CalendarItem entry(CalendarEntry entry, LocalDate day) {
        List<String> notes = new ArrayList<>();
        notes.add(entry.service());
        Optional.ofNullable(entry.room()).ifPresent(notes::add);
        if (calendar.locations().stream().filter(Location::open).count() > 1) {
            notes.add(name(entry.location()));
        }
        ZoneId zone = zone(entry.location());
        if (!zone.equals(calendar.zone())) {
            notes.add(times(entry.start(), entry.end(), zone, day) + " there");
        }
        return item(
                entry.state() == AppointmentState.NO_SHOW ? "missed" : "booked",
                "a" + entry.id(),
                Quarters.of(entry.start(), entry.end(), calendar.zone(), day),
                times(entry.start(), entry.end(), calendar.zone(), day),
                title(entry),
                organisation + "/appointments/" + entry.id(),
                String.join(" · ", notes),
                AppointmentWords.state(entry.state()),
                entry.state().awaited() ? organisation + "/appointments/" + entry.id() + "/time" : null);
    }

    private static String title(CalendarEntry entry) {
        String name = entry.patientName();
        if (name != null) {
            return name;
        }
        return switch (entry.state()) {
            case HELD, AWAITING_PAYMENT -> "Being booked";
            default -> "New patient, to be matched";
        };
    }

    /** The stretches of hours in which nothing is booked or blocked and which are not over, each to be booked by a click. */
    private List<CalendarItem> free(Practitioner practitioner, LocalDate day, WorkingDay working) {
        List<CalendarItem> free = new ArrayList<>();
        working.hours().entrySet().stream()
                .filter(entry -> shows(entry.getKey()))
                .forEach(entry -> entry.getValue().forEach(span -> {
                    LocationId location = entry.getKey();
                    ZoneId there = zone(location);
                    Instant from = later(day.atTime(span.from()).atZone(there).toInstant(), now);
                    Instant end = day.atTime(span.until()).atZone(there).toInstant();
                    for (Taken taken : taken(practitioner, day)) {
                        if (taken.end().isAfter(from) && taken.start().isBefore(end)) {
                            add(free, practitioner, location, day, from, taken.start());
                            from = later(from, taken.end());
                        }
                    }
                    add(free, practitioner, location, day, from, end);
                }));
        return free;
    }

    /** As far as it has a quarter of an hour of its own: what begins within one would lie below what is booked there. */
    private void add(
            List<CalendarItem> free,
            Practitioner practitioner,
            LocationId location,
            LocalDate day,
            Instant from,
            Instant end) {
        Instant drawnFrom = Quarters.roundedUp(from);
        Instant drawnUntil = Quarters.roundedDown(end);
        if (!drawnFrom.isBefore(drawnUntil)) {
            return;
        }
        ZonedDateTime there = from.atZone(zone(location));
        String href = organisation + "/appointments/new?practitioner=" + practitioner.id() + "&location=" + location
                + "&day=" + there.toLocalDate() + "&time=" + TIME.format(there);
        free.add(item(
                "free",
                "f" + practitioner.id() + "." + from.getEpochSecond(),
                Quarters.of(drawnFrom, drawnUntil, calendar.zone(), day),
                times(from, end, calendar.zone(), day),
                "Free: book",
                href,
                "",
                null,
                null));
    }

    /** What takes up the practitioner's time on that day, with what is kept free around it, by its start. */
    private List<Taken> taken(Practitioner practitioner, LocalDate day) {
        Stream<Taken> booked = calendar.entries(practitioner.id(), day).stream()
                .filter(entry -> entry.state() != AppointmentState.NO_SHOW)
                .map(entry -> new Taken(entry.takenFrom(), entry.takenUntil()));
        Stream<Taken> blocked =
                calendar.blocks(practitioner.id(), day).stream().map(block -> new Taken(block.start(), block.end()));
        return Stream.concat(booked, blocked)
                .sorted(Comparator.comparing(Taken::start))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private CalendarItem item(
            String kind,
            String key,
            Quarters quarters,
            String times,
            String title,
            @Nullable String href,
            String note,
            @Nullable Badge state,
            @Nullable String act) {
        int first = firstHour * 4;
        int last = lastHour * 4;
        int from = Math.clamp(quarters.from(), first, last - 1);
        int row = from - first + 1;
        int rows = Math.max(1, Math.min(quarters.until(), last) - from);
        return new CalendarItem(kind, key, row, rows, times, title, href, note, state, act);
    }

    /** Where everything is that is shown. */
    private List<Quarters> all() {
        List<Quarters> all = new ArrayList<>();
        for (LocalDate day : calendar.dates()) {
            for (Practitioner one : calendar.columns()) {
                calendar.working(one.id(), day)
                        .hours()
                        .forEach((location, spans) -> spans.forEach(span -> all.add(quarters(location, span, day))));
                calendar.entries(one.id(), day)
                        .forEach(entry -> all.add(Quarters.of(entry.start(), entry.end(), calendar.zone(), day)));
                calendar.blocks(one.id(), day).stream()
                        .map(block -> Quarters.of(block.start(), block.end(), calendar.zone(), day))
                        .filter(block -> block.from() > 0 && block.until() < Quarters.IN_A_DAY)
                        .forEach(all::add);
            }
        }
        return all;
    }

    private Quarters quarters(LocationId location, TimeSpan span, LocalDate day) {
        ZoneId there = zone(location);
        return Quarters.of(
                day.atTime(span.from()).atZone(there).toInstant(),
                day.atTime(span.until()).atZone(there).toInstant(),
                calendar.zone(),
                day);
    }

    private static String times(Instant start, Instant end, ZoneId zone, LocalDate day) {
        ZonedDateTime from = start.atZone(zone);
        ZonedDateTime until = end.atZone(zone);
        if (from.toLocalDate().isBefore(day) && until.toLocalDate().isAfter(day)) {
            return "All day";
        }
        return TIME.format(from) + "–" + TIME.format(until);
    }

    private ZoneId zone(LocationId location) {
        return find(location).map(one -> one.details().zone()).orElse(calendar.zone());
    }

    private String name(LocationId location) {
        return find(location).map(Location::name).orElse("");
    }

    private Optional<Location> find(LocationId id) {
        return calendar.locations().stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
