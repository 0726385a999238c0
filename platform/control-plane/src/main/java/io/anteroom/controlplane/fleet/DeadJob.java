package io.anteroom.controlplane.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job that was given up. What it is about is not shown: the number behind its kind may be a patient's.
 *
 * @param number what it is put back by
 * @param tenantId whose it was; nothing for the platform's own
 * @param tenantName that tenant's name
 * @param error the classes of the exception and the places in the code; no message, which might quote data
 */
public record DeadJob(
        long number,
        String kind,
        @Nullable String tenantId,
        @Nullable String tenantName,
        int attempts,
        String error,
        Instant diedAt) {

    /** Its name in the log and on the page that asks. */
    public String name() {
        return "job " + number + " of kind " + kind + (tenantName == null ? "" : " of " + tenantName);
    }
}
