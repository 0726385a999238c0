package io.anteroom.controlplane.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The queue and the spare schemas in numbers.
 *
 * @param due jobs that nobody has taken yet
 * @param oldestDue since when the oldest of them is due
 * @param running jobs being done
 * @param later jobs for a later time
 * @param paused jobs of suspended tenants
 * @param failing jobs that failed and will be tried again
 * @param dead jobs that were given up
 * @param spares schemas that wait to be taken by a sign-up
 * @param brokenSchemas schemas whose last migration failed
 * @param newestVersion the newest version of any schema
 * @param oldestVersion the oldest version of any schema
 */
public record QueueSummary(
        long due,
        @Nullable Instant oldestDue,
        long running,
        long later,
        long paused,
        long failing,
        long dead,
        long spares,
        long brokenSchemas,
        @Nullable Integer newestVersion,
        @Nullable Integer oldestVersion) {}
