package io.anteroom.controlplane.operator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the operators' log.
 *
 * @param number its place in the log, growing
 * @param operator the name of who did it
 * @param tenant the reference of the tenant's page, where it was about one
 * @param about the name of what it was done to
 * @param reason why, in the operator's words
 */
public record OperatorEntry(
        long number,
        Instant at,
        String operator,
        OperatorAct act,
        @Nullable String tenant,
        String about,
        String reason,
        String requestId) {}
