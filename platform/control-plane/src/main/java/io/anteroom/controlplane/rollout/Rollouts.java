package io.anteroom.controlplane.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reads the registry of schemas. */
@Transactional(transactionManager = "controlTransactions", readOnly = true)
public class Rollouts {

    private static final int SHOWN = 100;

    private final JdbcClient control;

    Rollouts(JdbcClient control) {
        this.control = control;
    }

    /** The migration that was begun last; nothing before the first. */
    public Optional<Rollout> latest() {
        return control.sql("""
                        select begun.version, tenant.name, begun.started_at, begun.passed_at, begun.finished_at,
                               counted.schemas, counted.up_to_date, counted.failed
                        from (select version, canary, started_at, passed_at, finished_at from control.fleet_migration
                              order by version desc limit 1) begun
                        left join control.tenant tenant on tenant.id = begun.canary
                        cross join (select count(*) as schemas, count(*) filter (where state = 'current') as up_to_date,
                                           count(*) filter (where state = 'failed') as failed
                                    from control.fleet_schema) counted
                        """)
                .query((row, number) -> new Rollout(
                        row.getInt("version"),
                        row.getString("name"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        instant(row, "passed_at"),
                        instant(row, "finished_at"),
                        row.getLong("schemas"),
                        row.getLong("up_to_date"),
                        row.getLong("failed")))
                .optional();
    }

    /** What is still behind, a hundred at most: first what was set aside, then what is being done. */
    public List<SchemaBehind> behind() {
        return control.sql("""
                        select there.id, tenant.name, there.state, there.schema_version, there.attempts, there.retry_at,
                               there.error
                        from control.fleet_schema there left join control.tenant tenant using (id)
                        where there.state <> 'current'
                        order by array_position(array['failed', 'retrying', 'migrating', 'waiting'], there.state),
                                 tenant.name, there.id
                        limit :limit
                        """)
                .param("limit", SHOWN)
                .query((row, number) -> new SchemaBehind(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("state"),
                        row.getInt("schema_version"),
                        row.getInt("attempts"),
                        instant(row, "retry_at"),
                        row.getString("error")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
