package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.scheduling.LocationId;
import java.util.List;

/**
 * A location as it is stored.
 *
 * @param version counts the changes; a form carries it, so that nobody overwrites what they haven't seen
 * @param open whether people can be booked there; past appointments name it when they cannot
 * @param rooms by name, the closed ones last
 */
public record Location(LocationId id, int version, LocationDetails details, boolean open, List<Room> rooms) {

    /** Copies the rooms. */
    public Location {
        rooms = List.copyOf(rooms);
    }

    /** As patients know it. */
    public String name() {
        return details.name();
    }

    /** The rooms that are used. */
    public List<Room> openRooms() {
        return rooms.stream().filter(Room::open).toList();
    }
}
