package io.anteroom.controlplane.fleet;

import java.time.Instant;

/**
 * How much a clinic uses the platform, as its own work counted it.
 *
 * @param patients how many it has
 * @param signIns to its portal, in the 30 days before {@code countedAt}
 * @param messages that were sent and that it wrote in the same time
 */
public record TenantUsage(long patients, long signIns, long messages, Instant countedAt) {}
