package io.anteroom.clinic.scheduling.slot;

import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.RoomId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.slot.SlotRows.HoursRow;
import io.anteroom.clinic.scheduling.slot.SlotRows.TakenRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks for free times, in four statements however many practitioners there are and however long the clinic's past is. */
@Component
public class Slots {

    private final SlotRows rows;
    private final Clock clock;

    Slots(SlotRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The services that patients may book by themselves, in the clinic's order. */
    @Transactional(readOnly = true)
    public List<BookableService> online() {
        return rows.online();
    }

    /** What is free; nothing where there is no such service any more. */
    @Transactional(readOnly = true)
    public Optional<FoundSlots> find(SlotQuery query) {
        return rows.doers(query.service()).map(doers -> find(query, doers));
    }

    private FoundSlots find(SlotQuery query, SlotRows.Doers doers) {
        var service = doers.service();
        var last = query.first().plusDays(query.days() - 1L);
        var all = rows.places(service, query.first(), last);
        var wanted = all.stream().filter(query::wants).toList();
        var who = doers.practitioners().stream()
                .filter(query::wants)
                .map(Practitioner::id)
                .toList();
        var ids = who.stream().map(PractitionerId::value).toArray(Long[]::new);
        var hours = rows.hours(ids, query.first(), last);
        var taken = rows.taken(
                ids,
                roomsOf(wanted),
                service.occupied(days(wanted, query.first(), last)),
                clock.instant(),
                query.except() == null ? null : query.except().value());
        var diaries = who.stream().map(one -> diary(one, hours, taken)).toList();
        var times = FreeTimes.of(
                service, diaries, withRooms(wanted, taken), query.first(), query.days(), window(query, service));
        return new FoundSlots(service, doers.practitioners(), all, times, load(diaries));
    }

    /**
     * A time that staff chose by hand, on the grid of times or not.
     *
     * @param except an appointment whose time counts as free, since it is the one that is moved; or null
     * @return nothing if there is no such service, the practitioner doesn't do it, it isn't done there, or no room is free
     */
    @Transactional(readOnly = true)
    public Optional<Placing> place(
            ServiceId service,
            PractitionerId practitioner,
            LocationId location,
            Instant start,
            @Nullable AppointmentId except) {
        var doers = rows.doers(service)
                .filter(found ->
                        found.practitioners().stream().anyMatch(one -> one.id().equals(practitioner)));
        if (doers.isEmpty()) {
            return Optional.empty();
        }
        var what = doers.get().service();
        var day = LocalDate.ofInstant(start, ZoneOffset.UTC);
        var first = day.minusDays(1);
        var last = day.plusDays(1);
        var places = rows.places(what, first, last).stream()
                .filter(place -> place.id().equals(location))
                .toList();
        var ids = new Long[] {practitioner.value()};
        var taken = rows.taken(
                ids, roomsOf(places), what.occupied(start), clock.instant(), except == null ? null : except.value());
        var blocked = taken.stream().filter(TakenRow::blocked).toList();
        var diary = diary(practitioner, rows.hours(ids, first, last), blocked);
        return withRooms(places, taken).stream().findFirst().flatMap(place -> placing(what, diary, place, start));
    }

    private static Optional<Placing> placing(BookableService service, Diary diary, Place place, Instant start) {
        var occupied = service.occupied(start);
        var room = service.needsRoom() ? place.room(occupied).orElse(null) : null;
        if (room == null && service.needsRoom()) {
            return Optional.empty();
        }
        var time = new FreeTime(diary.practitioner(), place.id(), room, start, place.zone());
        LocalDate day = time.local().toLocalDate();
        boolean within = diary.isFree(occupied)
                && diary.hours(day, place).stream()
                        .anyMatch(hours -> hours.on(day, place.zone()).contains(service.span(start)));
        return Optional.of(new Placing(service, time, within));
    }

    private Function<Place, Span> window(SlotQuery query, BookableService service) {
        Instant now = clock.instant();
        return query.byPatient()
                ? place -> service.openToPatients(now, place.zone())
                : _ -> new Span(Instant.EPOCH, Instant.MAX);
    }

    /** These days by the clocks of all places. */
    private static Span days(List<Place> places, LocalDate first, LocalDate last) {
        var spans = places.stream().map(place -> place.days(first, last)).toList();
        return new Span(
                spans.stream().map(Span::from).min(Comparator.naturalOrder()).orElse(Instant.EPOCH),
                spans.stream().map(Span::until).max(Comparator.naturalOrder()).orElse(Instant.EPOCH));
    }

    private static Long[] roomsOf(Collection<Place> places) {
        return places.stream()
                .flatMap(place -> place.rooms().keySet().stream())
                .map(RoomId::value)
                .toArray(Long[]::new);
    }

    private static Diary diary(PractitionerId practitioner, List<HoursRow> hours, List<TakenRow> taken) {
        var own = hours.stream()
                .filter(row -> row.practitioner().equals(practitioner))
                .toList();
        return new Diary(
                practitioner,
                own.stream().map(HoursRow::weekly).filter(Objects::nonNull).toList(),
                own.stream().map(HoursRow::exception).filter(Objects::nonNull).toList(),
                taken.stream()
                        .filter(row -> practitioner.equals(row.practitioner()))
                        .map(TakenRow::span)
                        .toList());
    }

    private static List<Place> withRooms(List<Place> places, List<TakenRow> taken) {
        return places.stream()
                .map(place -> {
                    var rooms = new LinkedHashMap<RoomId, List<Span>>();
                    place.rooms()
                            .keySet()
                            .forEach(room -> rooms.put(
                                    room,
                                    taken.stream()
                                            .filter(row -> room.equals(row.room()))
                                            .map(TakenRow::span)
                                            .toList()));
                    return new Place(place.id(), place.name(), place.zone(), place.closed(), rooms);
                })
                .toList();
    }

    private static Map<PractitionerId, Integer> load(List<Diary> diaries) {
        return diaries.stream()
                .collect(Collectors.toMap(
                        Diary::practitioner, diary -> diary.taken().size()));
    }
}
