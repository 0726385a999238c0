package io.anteroom.tenancy.work;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.anteroom.tenancy.TenantId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the queue points to.
 *
 * @param tenant whose work it is; null for the platform's own
 */
record Pointer(@Nullable TenantId tenant, String kind, String ref) {

    private static final Pattern TENANT_WORK = Pattern.compile("([a-z2-7]{12}):([a-z0-9-]+):(.+)", Pattern.DOTALL);
    private static final Pattern PLATFORM_WORK = Pattern.compile("([a-z0-9-]+):(.+)", Pattern.DOTALL);

    /** Reads {@code tenant:kind:ref} or {@code kind:ref}; of a row that is neither, only the text is known. */
    static Pointer of(TaskInstanceId row) {
        Matcher tenant = TENANT_WORK.matcher(row.getId());
        if (TenantWork.NAME.equals(row.getTaskName()) && tenant.matches()) {
            return new Pointer(new TenantId(tenant.group(1)), tenant.group(2), tenant.group(3));
        }
        Matcher platform = PLATFORM_WORK.matcher(row.getId());
        if (PlatformWork.NAME.equals(row.getTaskName()) && platform.matches()) {
            return new Pointer(null, platform.group(1), platform.group(2));
        }
        return new Pointer(null, "unreadable", row.getId());
    }
}
