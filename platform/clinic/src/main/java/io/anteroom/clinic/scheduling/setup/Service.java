package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.scheduling.ServiceId;

/**
 * A service as stored.
 *
 * @param version counts the changes; a form carries it, so that nobody overwrites what they haven't seen
 * @param open whether it can be booked; past appointments name it when it cannot
 */
public record Service(ServiceId id, int version, ServiceDetails details, boolean open) {

    /** As patients know it. */
    public String name() {
        return details.name();
    }
}
