package io.anteroom.tenancy.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.NoTenantException;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.MDC;

/** Enters the tenant a pointer names and calls the handler of its kind. */
final class TenantWork extends QueuedTask {

    static final String NAME = "tenant-work";

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final TenantDirectory directory;
    private final Map<String, WorkHandler> handlers;

    TenantWork(
            TenantDirectory directory,
            Iterable<WorkHandler> handlers,
            QueueTable queue,
            Clock clock,
            WorkMetrics metrics) {
        super(NAME, queue, clock, metrics);
        this.directory = directory;
        this.handlers = byKind(handlers, WorkHandler::kind);
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> row, ExecutionContext context) {
        Pointer pointer = Pointer.of(row);
        TenantId id = pointer.tenant();
        if (id == null) {
            throw new NoTenantException();
        }
        return directory
                .byId(id)
                .map(tenant -> executeFor(tenant, pointer, context))
                .orElse(this::done);
    }

    private CompletionHandler<Void> executeFor(Tenant tenant, Pointer pointer, ExecutionContext context) {
        return switch (tenant.state()) {
            case PROVISIONING, ACTIVE -> handle(tenant, pointer, context);
            case SUSPENDED -> (run, operations) -> pause(run, PAUSE);
            case DELETED -> this::done;
        };
    }

    private CompletionHandler<Void> handle(Tenant tenant, Pointer pointer, ExecutionContext context) {
        WorkHandler handler = handlers.get(pointer.kind());
        if (handler == null) {
            throw new UnknownWorkException(pointer.kind());
        }
        try (MDC.MDCCloseable _ = MDC.putCloseable("tenant", tenant.id().value())) {
            return CurrentTenant.call(
                    tenant,
                    () -> handled(pointer, context, () -> {
                        handler.handle(pointer.ref());
                        return true;
                    }));
        }
    }
}
