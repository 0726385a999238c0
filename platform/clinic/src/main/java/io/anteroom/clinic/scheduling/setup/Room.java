package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.RoomId;

/**
 * A room of a location.
 *
 * @param name unique among the open rooms of its location
 * @param open whether it is used; past appointments name it when it is not
 */
public record Room(RoomId id, LocationId location, String name, boolean open) {}
