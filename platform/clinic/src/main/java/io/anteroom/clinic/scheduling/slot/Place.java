package io.anteroom.clinic.scheduling.slot;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.RoomId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where something can be booked.
 *
 * @param name what it is called
 * @param zone what its clocks show
 * @param closed its holidays
 * @param rooms those that serve, each with when it is taken; empty where no room is needed
 */
public record Place(LocationId id, String name, ZoneId zone, Set<LocalDate> closed, Map<RoomId, List<Span>> rooms) {

    /** Copies the collections, keeping the rooms' order. */
    public Place {
        closed = Set.copyOf(closed);
        rooms = Collections.unmodifiableMap(new LinkedHashMap<>(rooms));
    }

    boolean isClosed(LocalDate day) {
        return closed.contains(day);
    }

    /** From the first moment of {@code first} to the end of {@code last}, by its clocks. */
    Span days(LocalDate first, LocalDate last) {
        return new Span(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The first room that is free then. */
    Optional<RoomId> room(Span wanted) {
        return rooms.entrySet().stream()
                .filter(room -> room.getValue().stream().noneMatch(wanted::overlaps))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
