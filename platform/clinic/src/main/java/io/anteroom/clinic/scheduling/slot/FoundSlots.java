package io.anteroom.clinic.scheduling.slot;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param service what was looked for
 * @param practitioners all who do it, whomever was asked for
 * @param places all where it is done, wherever was asked for
 * @param times the free times, in order
 * @param load how many appointments and blocks each practitioner has on these days
 */
public record FoundSlots(
        BookableService service,
        List<Practitioner> practitioners,
        List<Place> places,
        List<FreeTime> times,
        Map<PractitionerId, Integer> load) {

    /** Copies the collections. */
    public FoundSlots {
        practitioners = List.copyOf(practitioners);
        places = List.copyOf(places);
        times = List.copyOf(times);
        load = Map.copyOf(load);
    }

    /**
     * Those who are free at that moment, whoever has least to do first.
     *
     * @param location where, or null for anywhere
     */
    public List<FreeTime> at(Instant start, @Nullable LocationId location) {
        return times.stream()
                .filter(time -> time.start().equals(start))
                .filter(time -> location == null || location.equals(time.location()))
                .sorted(Comparator.comparing(time -> load.getOrDefault(time.practitioner(), 0)))
                .toList();
    }
}
