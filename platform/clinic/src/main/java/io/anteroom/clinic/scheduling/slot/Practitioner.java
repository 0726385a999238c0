package io.anteroom.clinic.scheduling.slot;

import io.anteroom.clinic.scheduling.PractitionerId;

/**
 * Somebody who does a service.
 *
 * @param name as patients know the person
 * @param title such as Physiotherapist; may be empty
 */
public record Practitioner(PractitionerId id, String name, String title) {}
