package io.anteroom.tenancy.work;

import com.github.kagkarlsson.scheduler.task.Execution;
import io.anteroom.tenancy.TenantId;

/**
 * The work of one tenant, or of the platform itself, of one urgency. Within a line the earlier due goes first; a worker
 * goes from line to line.
 *
 * @param owner the tenant's id, or {@value #PLATFORM}
 * @param urgent whether a person waits for it
 */
record Line(String owner, boolean urgent) {

    /** Whose the work of no tenant is; too short for a tenant's id. */
    static final String PLATFORM = "platform";

    private static final String URGENT_MARK = "!";

    /** The line a notice names. */
    static Line named(String notice) {
        return notice.startsWith(URGENT_MARK) ? new Line(notice.substring(1), true) : new Line(notice, false);
    }

    static Line of(Execution work) {
        TenantId tenant = Pointer.of(work.taskInstance).tenant();
        return new Line(tenant == null ? PLATFORM : tenant.value(), work.taskInstance.getPriority() > 0);
    }

    int priority() {
        return urgent ? 1 : 0;
    }
}
