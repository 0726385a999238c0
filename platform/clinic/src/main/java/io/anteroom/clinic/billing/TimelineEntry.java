package io.anteroom.clinic.billing;

import java.time.Instant;

/**
 * One thing that happened to an invoice.
 *
 * @param what a sentence's beginning, such as {@code Sent}
 * @param who a person's name, or which part of the platform
 */
public record TimelineEntry(Instant at, String what, String who) {}
