package io.anteroom.webkit.fairness;

import io.anteroom.tenancy.Tenant;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What becomes of a request at the door. */
sealed interface Entry {

    /** It is let in, and holds its places until {@link #end}. */
    record Stay(AtomicBoolean over, Runnable leave) implements Entry {

        Stay(Runnable leave) {
            this(new AtomicBoolean(), leave);
        }

        /** Gives the places back, once. */
        void end() {
            if (over.compareAndSet(false, true)) {
                leave.run();
            }
        }
    }

    /**
     * It is not let in.
     *
     * @param retryAfter when a request may be let in again
     * @param clinic whose door it is, where it is a clinic's
     */
    record Refusal(
            Reason reason, Duration retryAfter, @Nullable Tenant clinic) implements Entry {

        /** As the header says it: whole seconds, one at least. */
        long seconds() {
            return Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
        }
    }
}
