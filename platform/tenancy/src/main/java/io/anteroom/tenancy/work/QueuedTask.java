package io.anteroom.tenancy.work;

import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What both kinds of work have in common in db-scheduler's terms. */
abstract class QueuedTask extends AbstractTask<Void> {

    private final QueueTable queue;
    private final Clock clock;

    QueuedTask(String name, QueueTable queue, Clock clock) {
        // Work whose worker fell silent is due again at once.
        super(
                name,
                Void.class,
                new Failures(queue, clock),
                (run, operations) -> operations.reschedule(run, clock.instant()));
        this.queue = queue;
        this.clock = clock;
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
