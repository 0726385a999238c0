package io.anteroom.tenantadmin.home;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member of staff finds in the morning.
 *
 * @param toReview what waits for them, or null for somebody for whom nothing ever does
 * @param stuck who did not get in, or null for somebody who could not help
 * @param day what today has, or null for somebody without appointments
 * @param money what came in, or null for somebody who may not see invoices, or where there is none
 */
public record Desk(
        @Nullable List<ToReview> toReview,
        @Nullable List<Stuck> stuck,
        @Nullable Day day,
        @Nullable Money money) {}
