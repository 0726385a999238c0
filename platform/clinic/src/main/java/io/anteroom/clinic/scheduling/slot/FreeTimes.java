package io.anteroom.clinic.scheduling.slot;

import io.anteroom.clinic.scheduling.RoomId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Works out at which times something can be booked. Hours are those of the clock on the wall at the place: nine o'clock
 * stays nine o'clock when clocks change. A time that a day leaves out is not offered, and one that a day has twice is
 * offered twice, as two moments.
 */
public final class FreeTimes {

    private final BookableService service;
    private final Function<Place, Span> window;
    private final List<FreeTime> found = new ArrayList<>();

    private FreeTimes(BookableService service, Function<Place, Span> window) {
        this.service = service;
        this.window = window;
    }

    /**
     * The times, in order, and at the same moment in the order of {@code diaries}.
     *
     * @param diaries of those who do it, with what is taken on these days
     * @param places where it is done
     * @param first the first day, by the clocks of each place
     * @param days how many days
     * @param window between which moments a start may be, at each place
     */
    public static List<FreeTime> of(
            BookableService service,
            Collection<Diary> diaries,
            Collection<Place> places,
            LocalDate first,
            int days,
            Function<Place, Span> window) {
        var times = new FreeTimes(service, window);
        for (var place : places) {
            for (var diary : diaries) {
                first.datesUntil(first.plusDays(days)).forEach(day -> times.look(diary, place, day));
            }
        }
        times.found.sort(Comparator.comparing(FreeTime::start));
        return List.copyOf(times.found);
    }

    private void look(Diary diary, Place place, LocalDate day) {
        var open = window.apply(place);
        for (var hours : diary.hours(day, place)) {
            var working = hours.on(day, place.zone());
            if (working.overlaps(open)) {
                var thatDay = diary.during(service.occupied(working));
                starts(hours, day, place)
                        .filter(start -> !start.isBefore(open.from()) && start.isBefore(open.until()))
                        .filter(start -> working.contains(service.span(start)))
                        .forEach(start -> offer(thatDay, place, start));
            }
        }
    }

    /** The moments at which the clock shows the times of the grid. */
    private Stream<Instant> starts(LocalHours hours, LocalDate day, Place place) {
        var moments = Stream.<Instant>builder();
        LocalDateTime end = day.atTime(hours.until());
        for (var time = day.atTime(hours.from()); time.isBefore(end); time = time.plusMinutes(service.step())) {
            for (var offset : place.zone().getRules().getValidOffsets(time)) {
                moments.add(time.toInstant(offset));
            }
        }
        return moments.build();
    }

    private void offer(Diary diary, Place place, Instant start) {
        var occupied = service.occupied(start);
        if (!diary.isFree(occupied)) {
            return;
        }
        RoomId room = service.needsRoom() ? place.room(occupied).orElse(null) : null;
        if (room != null || !service.needsRoom()) {
            found.add(new FreeTime(diary.practitioner(), place.id(), room, start, place.zone()));
        }
    }
}
