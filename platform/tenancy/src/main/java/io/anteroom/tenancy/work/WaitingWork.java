package io.anteroom.tenancy.work;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the queue says of work that has not been done yet, for the figures. Reads the queue alone, no clinic's data. */
public class WaitingWork {

    private final JdbcClient control;

    WaitingWork(JdbcClient control) {
        this.control = control;
    }

    /**
     * How long the oldest piece of work of {@code kind} has waited that was due at all, failures and all; zero if none
     * waits. Work of suspended tenants does not count.
     */
    public Duration oldest(String kind) {
        // A kind is lower-case letters, digits and hyphens: nothing in it means anything to "like".
        return control.sql("""
                        select coalesce(greatest(extract(epoch from now() - min(added_at)), 0), 0)
                        from control.scheduled_tasks
                        where (task_name = ? and task_instance like ? or task_name = ? and task_instance like ?)
                          and not paused and (consecutive_failures > 0 or execution_time <= now())""")
                .params(TenantWork.NAME, "____________:" + kind + ":%", PlatformWork.NAME, kind + ":%")
                .query((row, number) -> Duration.ofMillis(Math.round(row.getDouble(1) * 1000)))
                .single();
    }
}
