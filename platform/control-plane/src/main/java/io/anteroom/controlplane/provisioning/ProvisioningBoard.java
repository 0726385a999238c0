package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.organisation.SignUpId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What operators see of the tenants in the making. */
@Transactional(transactionManager = "controlTransactions", readOnly = true)
public class ProvisioningBoard {

    private final JdbcClient control;

    ProvisioningBoard(JdbcClient control) {
        this.control = control;
    }

    /**
     * One that is not done.
     *
     * @param tenantId once a schema was taken
     * @param step the first that is not done
     * @param error what went wrong with it last
     * @param startedAt when the whole was started
     * @param nextAttemptAt when the step is tried again; nothing if it is waiting, running or given up
     */
    public record Entry(
            SignUpId id,
            String organisation,
            String slug,
            @Nullable String tenantId,
            ProvisioningStep step,
            StepState state,
            int attempts,
            @Nullable String error,
            Instant startedAt,
            @Nullable Instant nextAttemptAt) {}

    /** Those that are not done, the oldest first, at most {@code limit}. */
    public List<Entry> unfinished(int limit) {
        return control.sql("""
                        select whole.sign_up_id, whole.organisation_name, whole.slug, whole.tenant_id, step.step, step.state,
                               step.attempts, step.error, whole.started_at, step.next_attempt_at
                        from control.provisioning whole
                        join lateral (select step, state, attempts, error, next_attempt_at
                                      from control.provisioning_step
                                      where provisioning_step.sign_up_id = whole.sign_up_id and state <> 'done'
                                      order by position limit 1) step on true
                        where whole.state <> 'done'
                        order by whole.started_at
                        limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    /** How many have failed for good and wait for somebody to look. */
    public long failed() {
        return control.sql("select count(*) from control.provisioning where state = 'failed'")
                .query(Long.class)
                .single();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        OffsetDateTime next = row.getObject("next_attempt_at", OffsetDateTime.class);
        return new Entry(
                new SignUpId(row.getObject("sign_up_id", UUID.class)),
                row.getString("organisation_name"),
                row.getString("slug"),
                row.getString("tenant_id"),
                ProvisioningStep.of(row.getString("step")),
                StepState.of(row.getString("state")),
                row.getInt("attempts"),
                row.getString("error"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                next == null ? null : next.toInstant());
    }
}
