package io.anteroom.controlplane.fleet;

import io.anteroom.controlplane.operator.Operator;
import io.anteroom.controlplane.operator.OperatorAct;
import io.anteroom.controlplane.operator.OperatorLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one queue of work for later, as operators see and mend it. A clinic's messages are jobs of the kind {@code message}
 * here; their words and recipients stay in the clinic's schema.
 */
@Transactional(transactionManager = "controlTransactions")
public class Jobs {

    private static final int SHOWN = 100;

    private static final String DEAD = """
            select dead.id, dead.kind, dead.tenant_id, tenant.name, dead.attempts, dead.error, dead.died_at
            from control.dead_work dead
            left join control.tenant on tenant.id = dead.tenant_id
            """;

    private final JdbcClient control;
    private final OperatorLog log;
    private final Clock clock;

    Jobs(JdbcClient control, OperatorLog log, Clock clock) {
        this.control = control;
        this.log = log;
        this.clock = clock;
    }

    /** The queue in numbers. */
    @Transactional(transactionManager = "controlTransactions", readOnly = true)
    public QueueSummary summary() {
        return control.sql("""
                        select queue.*, schemas.*, (select count(*) from control.dead_work) as dead
                        from (select count(*) filter (where not picked and not paused and execution_time <= :now) as due,
                                     min(execution_time) filter (where not picked and not paused and execution_time <= :now) as oldest,
                                     count(*) filter (where picked) as running,
                                     count(*) filter (where not picked and not paused and execution_time > :now) as later,
                                     count(*) filter (where paused) as paused,
                                     count(*) filter (where consecutive_failures > 0) as failing
                              from control.scheduled_tasks) queue,
                             (select count(*) filter (where state = 'spare') as spares,
                                     count(*) filter (where error is not null) as broken,
                                     max(schema_version) as newest, min(schema_version) as oldest_version
                              from control.tenant_schema) schemas
                        """)
                .param("now", now())
                .query((row, number) -> new QueueSummary(
                        row.getLong("due"),
                        instant(row, "oldest"),
                        row.getLong("running"),
                        row.getLong("later"),
                        row.getLong("paused"),
                        row.getLong("failing"),
                        row.getLong("dead"),
                        row.getLong("spares"),
                        row.getLong("broken"),
                        row.getObject("newest", Integer.class),
                        row.getObject("oldest_version", Integer.class)))
                .single();
    }

    /** The jobs given up last, the newest first. */
    @Transactional(transactionManager = "controlTransactions", readOnly = true)
    public List<DeadJob> dead() {
        return control.sql(DEAD + "order by dead.id desc limit :limit")
                .param("limit", SHOWN)
                .query(Jobs::deadJob)
                .list();
    }

    /** One job that was given up, unless it was put back or thrown away meanwhile. */
    @Transactional(transactionManager = "controlTransactions", readOnly = true)
    public Optional<DeadJob> dead(long number) {
        return control.sql(DEAD + "where dead.id = :id")
                .param("id", number)
                .query(Jobs::deadJob)
                .optional();
    }

    /** What fails and will be tried again, the worst first. */
    @Transactional(transactionManager = "controlTransactions", readOnly = true)
    public List<FailingJob> failing() {
        return control.sql("""
                        select split_part(task.task_instance, ':', case when task.tenant_id is null then 1 else 2 end) as kind,
                               task.tenant_id, tenant.name, count(*) as jobs, max(task.consecutive_failures) as attempts,
                               max(task.last_failure) as last_failure, min(task.execution_time) as next_attempt
                        from control.scheduled_tasks task
                        left join control.tenant on tenant.id = task.tenant_id
                        where task.consecutive_failures > 0
                        group by 1, 2, 3
                        order by attempts desc, jobs desc, kind, task.tenant_id
                        limit :limit
                        """)
                .param("limit", SHOWN)
                .query((row, number) -> new FailingJob(
                        row.getString("kind"),
                        row.getString("tenant_id"),
                        row.getString("name"),
                        row.getLong("jobs"),
                        row.getInt("attempts"),
                        instant(row, "last_failure"),
                        row.getObject("next_attempt", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The platform's own mail that has not gone out, the newest first. */
    @Transactional(transactionManager = "controlTransactions", readOnly = true)
    public List<PlatformMail> unsentMail() {
        return control.sql("""
                        select recipient, about_kind, state, attempts, reason, created_at
                        from control.platform_message
                        where state = 'failed' or (state = 'queued' and attempts > 0)
                        order by created_at desc limit :limit
                        """)
                .param("limit", SHOWN)
                .query((row, number) -> new PlatformMail(
                        row.getString("recipient"),
                        row.getString("about_kind"),
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getString("reason"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Puts a job that was given up back into the queue, due at once. Says whether it was there still. */
    boolean putBack(DeadJob job, Operator who, String reason) {
        boolean done = control.sql("""
                                with gone as (delete from control.dead_work where id = :id
                                              returning task_name, tenant_id, kind, ref)
                                select count(control.put_work(task_name, tenant_id, kind, ref, :now)::text) from gone
                                """)
                        .param("id", job.number())
                        .param("now", now())
                        .query(Long.class)
                        .single()
                == 1;
        return logged(done, who, OperatorAct.RETRY_JOB, job, reason);
    }

    /** Throws a job that was given up away. Says whether it was there still. */
    boolean throwAway(DeadJob job, Operator who, String reason) {
        boolean done = control.sql("delete from control.dead_work where id = :id")
                        .param("id", job.number())
                        .update()
                == 1;
        return logged(done, who, OperatorAct.DISCARD_JOB, job, reason);
    }

    /** Has everything that waits for another try tried at once, as after an outage. Says how many that are. */
    int hurry(Operator who, String reason) {
        int hurried = control.sql("""
                        update control.scheduled_tasks set execution_time = :now
                        where consecutive_failures > 0 and not picked and not paused and execution_time > :now
                        """).param("now", now()).update();
        if (hurried > 0) {
            control.sql("select pg_notify('work', '')")
                    .query((row, number) -> "")
                    .list();
            log.record(who, OperatorAct.HURRY_JOBS, null, hurried == 1 ? "1 job" : hurried + " jobs", reason);
        }
        return hurried;
    }

    private boolean logged(boolean done, Operator who, OperatorAct act, DeadJob job, String reason) {
        if (done) {
            log.record(who, act, job.tenantId(), job.name(), reason);
        }
        return done;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static DeadJob deadJob(ResultSet row, int number) throws SQLException {
        return new DeadJob(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("tenant_id"),
                row.getString("name"),
                row.getInt("attempts"),
                row.getString("error"),
                row.getObject("died_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
