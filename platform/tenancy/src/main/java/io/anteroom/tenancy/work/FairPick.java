package io.anteroom.tenancy.work;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.shaded.jdbc.RowMapper;
import io.anteroom.tenancy.work.Lines.Turn;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a worker takes due work: from line to line, never more of one than it may have, what another worker is taking left
 * aside. In place of db-scheduler's oldest first, where one tenant's flood stands in front of everybody.
 */
final class FairPick extends PostgreSqlJdbcCustomization {

    /** Reads only as many lines as it takes to fill the limit, each by the index scheduled_tasks_line. */
    static final String PICK = """
            with chosen as materialized (
                select due.task_name, due.task_instance
                from (select asked.owner, asked.priority, asked.room, asked.place
                      from unnest(?::text[], ?::integer[], ?::integer[])
                           with ordinality asked(owner, priority, room, place)
                      order by asked.place) line
                cross join lateral (
                    select task.task_name, task.task_instance
                    from control.scheduled_tasks task
                    where coalesce(task.tenant_id, 'platform') = line.owner and task.priority = line.priority
                      and not task.picked and task.execution_time <= ?
                    order by task.execution_time
                    limit line.room
                    for update skip locked) due
                order by line.place
                limit ?),
            taken as (
                update control.scheduled_tasks task
                set picked = true, picked_by = ?, last_heartbeat = ?, version = task.version + 1
                from chosen
                where task.task_name = chosen.task_name and task.task_instance = chosen.task_instance
                returning task.task_name, task.task_instance, task.task_data, task.execution_time, task.picked,
                          task.picked_by, task.last_success, task.last_failure, task.consecutive_failures,
                          task.last_heartbeat, task.version, task.priority)
            select task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure,
                   consecutive_failures, last_heartbeat, version, priority
            from taken order by execution_time""";

    /** Goes from line to line in the same index, so that a long one costs no more than a short one. */
    static final String LOOK = """
            with recursive line as (
                (select coalesce(tenant_id, 'platform') as owner, priority from control.scheduled_tasks
                 where not picked order by coalesce(tenant_id, 'platform'), priority limit 1)
                union all
                select next.owner, next.priority
                from line cross join lateral (
                    select coalesce(tenant_id, 'platform') as owner, priority from control.scheduled_tasks
                    where not picked and (coalesce(tenant_id, 'platform'), priority) > (line.owner, line.priority)
                    order by coalesce(tenant_id, 'platform'), priority limit 1) next)
            select line.owner, line.priority from line
            where exists (select from control.scheduled_tasks task
                          where coalesce(task.tenant_id, 'platform') = line.owner and task.priority = line.priority
                            and not task.picked and task.execution_time <= ?)""";

    private final Lines lines;
    private final Duration lookEvery;
    private volatile @Nullable Instant lookedAt;

    /**
     * @param lookEvery how long what nobody told of may stay unseen
     */
    FairPick(Lines lines, Duration lookEvery) {
        super(false, true);
        this.lines = lines;
        this.lookEvery = lookEvery;
    }

    /** Has the whole queue looked at next time. */
    void forget() {
        lookedAt = null;
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean byPriority) {
        List<Execution> picked = new ArrayList<>();
        try {
            if (lookIsDue(now)) {
                lookedAt = now;
                lines.addAll(look(context, now));
            }
            fill(picked, context, now, limit);
        } catch (RuntimeException failed) {
            forget();
            // What earlier turns took is taken for good, and nobody but this worker knows of it.
            if (picked.isEmpty()) {
                throw failed;
            }
        }
        return picked;
    }

    private void fill(List<Execution> picked, JdbcTaskRepositoryContext context, Instant now, int limit) {
        while (picked.size() < limit) {
            List<Turn> turns = lines.turns();
            if (turns.isEmpty()) {
                return;
            }
            int wanted = limit - picked.size();
            List<Execution> taken = take(context, turns, now, wanted);
            lines.taken(turns, taken.stream().map(Line::of).toList(), wanted);
            picked.addAll(taken);
        }
    }

    private List<Execution> take(JdbcTaskRepositoryContext context, List<Turn> turns, Instant now, int wanted) {
        return context.jdbcRunner.query(
                PICK,
                statement -> {
                    statement.setArray(
                            1,
                            array(statement, "text", turns, turn -> turn.line().owner()));
                    statement.setArray(
                            2,
                            array(
                                    statement,
                                    "integer",
                                    turns,
                                    turn -> turn.line().priority()));
                    statement.setArray(3, array(statement, "integer", turns, Turn::room));
                    setInstant(statement, 4, now);
                    statement.setInt(5, wanted);
                    statement.setString(6, context.schedulerName.getName());
                    setInstant(statement, 7, now);
                },
                context.resultSetMapper.get());
    }

    private static Array array(PreparedStatement statement, String type, List<Turn> turns, Function<Turn, Object> value)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf(type, turns.stream().map(value).toArray());
    }

    private boolean lookIsDue(Instant now) {
        Instant last = lookedAt;
        return last == null || now.isBefore(last) || !now.isBefore(last.plus(lookEvery));
    }

    private List<Line> look(JdbcTaskRepositoryContext context, Instant now) {
        RowMapper<Line> line = row -> new Line(row.getString("owner"), row.getInt("priority") > 0);
        return context.jdbcRunner.query(LOOK, statement -> setInstant(statement, 1, now), line);
    }
}
