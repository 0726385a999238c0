package io.anteroom.tenancy.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.Map;

/** Calls the handler of the platform's own work, with no tenant bound. */
final class PlatformWork extends QueuedTask {

    static final String NAME = "platform-work";

    private final Map<String, PlatformWorkHandler> handlers;

    PlatformWork(Iterable<PlatformWorkHandler> handlers, QueueTable queue, Clock clock, WorkMetrics metrics) {
        super(NAME, queue, clock, metrics);
        this.handlers = byKind(handlers, PlatformWorkHandler::kind);
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> row, ExecutionContext context) {
        Pointer pointer = Pointer.of(row);
        PlatformWorkHandler handler = handlers.get(pointer.kind());
        if (handler == null) {
            throw new UnknownWorkException(pointer.kind());
        }
        return handled(pointer, context, () -> {
            handler.handle(pointer.ref());
            return true;
        });
    }
}
