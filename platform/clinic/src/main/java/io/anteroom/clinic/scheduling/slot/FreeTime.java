package io.anteroom.clinic.scheduling.slot;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.RoomId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A time that can be booked.
 *
 * @param room a room that is free then, or null where none is needed
 * @param start when it starts
 * @param zone what the clocks of the place show
 */
public record FreeTime(
        PractitionerId practitioner,
        LocationId location,
        @Nullable RoomId room,
        Instant start,
        ZoneId zone) {

    /** The start as the clocks of the place show it. */
    public ZonedDateTime local() {
        return start.atZone(zone);
    }
}
