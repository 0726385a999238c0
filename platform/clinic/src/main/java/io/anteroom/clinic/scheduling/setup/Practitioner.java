package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.scheduling.PractitionerId;

/**
 * A practitioner as stored.
 *
 * @param version counts the changes; a form carries it, so that nobody overwrites what they haven't seen
 * @param open whether the person can be booked; past appointments name the person when not
 */
public record Practitioner(PractitionerId id, int version, PractitionerDetails details, boolean open) {

    /** As patients know the person. */
    public String name() {
        return details.name();
    }
}
