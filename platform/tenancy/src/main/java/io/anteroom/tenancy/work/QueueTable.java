package io.anteroom.tenancy.work;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a row of the queue once its work has run. Each statement names the version that was picked. */
final class QueueTable {

    static final String NAME = "control.scheduled_tasks";

    private final JdbcClient control;

    QueueTable(JdbcClient control) {
        this.control = control;
    }

    /** Done: the row goes, unless the same work was added while it ran. */
    void done(Execution run, Instant now) {
        int gone = control.sql("delete from control.scheduled_tasks"
                        + " where task_name = ? and task_instance = ? and version = ? and again_at is null")
                .params(run.getTaskName(), run.getId(), run.version)
                .update();
        if (gone == 0) {
            control.sql("""
                            update control.scheduled_tasks
                            set picked = false, picked_by = null, last_heartbeat = null, last_success = ?,
                                consecutive_failures = 0, paused = false, execution_time = again_at, again_at = null,
                                version = version + 1
                            where task_name = ? and task_instance = ? and version = ?""")
                    .params(at(now), run.getTaskName(), run.getId(), run.version)
                    .update();
        }
    }

    /** Not now: looked at again at {@code later}, or when its tenant is in use again. No failure is counted. */
    void pause(Execution run, Instant later) {
        control.sql("""
                        update control.scheduled_tasks
                        set picked = false, picked_by = null, last_heartbeat = null, paused = true, execution_time = ?,
                            again_at = null, version = version + 1
                        where task_name = ? and task_instance = ? and version = ?""")
                .params(at(later), run.getTaskName(), run.getId(), run.version)
                .update();
    }

    /** Given up: the row moves to the dead work, in one statement. */
    void bury(Execution run, Pointer pointer, int attempts, String error, Instant now) {
        control.sql("""
                        with gone as (delete from control.scheduled_tasks
                                      where task_name = ? and task_instance = ? and version = ? returning task_name)
                        insert into control.dead_work (task_name, tenant_id, kind, ref, attempts, error, died_at)
                        select task_name, ?, ?, ?, ?, left(?, 2000), ? from gone""")
                .param(run.getTaskName())
                .param(run.getId())
                .param(run.version)
                .param(tenant(pointer))
                .param(pointer.kind())
                .param(pointer.ref())
                .param(attempts)
                .param(error)
                .param(at(now))
                .update();
    }

    /** How many pieces were given up. */
    long dead() {
        return control.sql("select count(*) from control.dead_work")
                .query(Long.class)
                .single();
    }

    /** How many are due, not taken and not paused. */
    long due() {
        return control.sql("select count(*) from control.scheduled_tasks"
                        + " where not picked and not paused and execution_time <= now()")
                .query(Long.class)
                .single();
    }

    private static @Nullable String tenant(Pointer pointer) {
        return pointer.tenant() == null ? null : pointer.tenant().value();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
