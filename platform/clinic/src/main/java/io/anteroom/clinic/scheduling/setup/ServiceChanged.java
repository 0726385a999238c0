package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.scheduling.ServiceId;

/**
 * A service is other than before. Told within the transaction of the change.
 *
 * @param before as it was
 * @param after as it is
 */
public record ServiceChanged(ServiceId id, ServiceDetails before, ServiceDetails after) {}
