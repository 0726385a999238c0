package io.anteroom.tenancy.work;

import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import io.anteroom.tenancy.Observing;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What both kinds of work have in common in db-scheduler's terms. */
abstract class QueuedTask extends AbstractTask<Void> {

    private final QueueTable queue;
    private final Clock clock;
    private final WorkMetrics metrics;

    QueuedTask(String name, QueueTable queue, Clock clock, WorkMetrics metrics) {
        // Work whose worker fell silent is due again at once.
        super(
                name,
                Void.class,
                new Failures(queue, clock, metrics),
                (run, operations) -> operations.reschedule(run, clock.instant()));
        this.queue = queue;
        this.clock = clock;
        this.metrics = metrics;
    }

    static <H> Map<String, H> byKind(Iterable<H> handlers, Function<H, String> kind) {
        Map<String, H> byKind = new HashMap<>();
        for (H handler : handlers) {
            if (byKind.putIfAbsent(kind.apply(handler), handler) != null) {
                throw new IllegalStateException("Two handlers for work of kind " + kind.apply(handler));
            }
        }
        return Map.copyOf(byKind);
    }

    /** Does the work of one pointer whose kind is known. */
    final CompletionHandler<Void> handled(
            Pointer pointer, ExecutionContext context, Observing.Call<?, Exception> work) {
        try {
            metrics.measured(pointer.kind(), context.getExecution().executionTime, work);
            return this::done;
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new WorkFailedException(failed);
        }
    }

    final void done(ExecutionComplete run, ExecutionOperations<Void> operations) {
        queue.done(run.getExecution(), clock.instant());
    }

    final void pause(ExecutionComplete run, Duration pause) {
        queue.pause(run.getExecution(), clock.instant().plus(pause));
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id) {
        return new SchedulableTaskInstance<>(instance(id), clock.instant());
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id, Void none) {
        return schedulableInstance(id);
    }
}
