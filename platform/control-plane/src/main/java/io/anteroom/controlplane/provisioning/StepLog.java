package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.organisation.SignUpId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is recorded of each step, and of the whole. Called in control transactions. */
class StepLog {

    private static final String COLUMNS =
            "step, step_row.state, attempts, error, step_row.started_at, step_row.ended_at, next_attempt_at";

    private final JdbcClient control;

    StepLog(JdbcClient control) {
        this.control = control;
    }

    void addAll(SignUpId id) {
        Arrays.stream(ProvisioningStep.values())
                .forEach(step -> control.sql("""
                                insert into control.provisioning_step (sign_up_id, step, position, state, attempts)
                                values (:id, :step, :position, 'waiting', 0)
                                """)
                        .param("id", id.value())
                        .param("step", step.key())
                        .param("position", step.position())
                        .update());
    }

    /** Has all who write of this one go one after the other, until the transaction ends. To be called before anything is written. */
    void hold(SignUpId id) {
        control.sql("select sign_up_id from control.provisioning where sign_up_id = :id for no key update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
    }

    /**
     * Records that the next step begins and gives it, its attempts counting this one. Nothing if all are done, or one has
     * failed for good.
     */
    Optional<StepRecord> beginNext(SignUpId id, Instant now) {
        return control.sql("""
                        update control.provisioning_step step_row
                        set state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, :now),
                            next_attempt_at = null
                        where sign_up_id = :id
                          and position = (select min(position) from control.provisioning_step
                                          where sign_up_id = :id and state <> 'done')
                          and step_row.state <> 'failed'
                        returning\s""" + COLUMNS)
                .param("id", id.value())
                .param("now", at(now))
                .query((row, number) -> stepRecord(row))
                .optional();
    }

    void done(SignUpId id, ProvisioningStep step, Instant now) {
        control.sql("""
                        update control.provisioning_step
                        set state = 'done', ended_at = :now, error = null, next_attempt_at = null
                        where sign_up_id = :id and step = :step and state <> 'done'
                        """)
                .param("id", id.value())
                .param("step", step.key())
                .param("now", at(now))
                .update();
    }

    /** Records what went wrong; {@code again} is when it is tried again, nothing if it is not. */
    void wentWrong(SignUpId id, ProvisioningStep step, String error, @Nullable Instant again) {
        control.sql("""
                        update control.provisioning_step
                        set state = :state, error = :error, next_attempt_at = :again
                        where sign_up_id = :id and step = :step and state <> 'done'
                        """)
                .param("id", id.value())
                .param("step", step.key())
                .param("state", (again == null ? StepState.FAILED : StepState.RETRYING).key())
                .param("error", error)
                .param("again", again == null ? null : at(again), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        if (again == null) {
            setState(id, Progress.State.FAILED);
        }
    }

    /** The whole is done. Gives when it was started, unless it was done before. */
    Optional<Instant> allDone(SignUpId id, Instant now) {
        return control.sql("""
                        update control.provisioning set state = 'done', ended_at = :now
                        where sign_up_id = :id and state <> 'done' returning started_at
                        """)
                .param("id", id.value())
                .param("now", at(now))
                .query((row, number) ->
                        row.getObject("started_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Makes a step that went wrong fit to be tried again, from its first attempt. Says whether there was one. */
    boolean reopen(SignUpId id) {
        hold(id);
        boolean reopened = control.sql("""
                                update control.provisioning_step
                                set state = 'waiting', attempts = 0, next_attempt_at = null
                                where sign_up_id = :id and state in ('failed', 'retrying')
                                """).param("id", id.value()).update() == 1;
        if (reopened) {
            setState(id, Progress.State.RUNNING);
        }
        return reopened;
    }

    Optional<Progress> progress(SignUpId id) {
        return control.sql("select organisation_name, slug, state from control.provisioning where sign_up_id = :id")
                .param("id", id.value())
                .query((row, number) -> new Progress(
                        id,
                        row.getString("organisation_name"),
                        row.getString("slug"),
                        Progress.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        steps(id)))
                .optional();
    }

    private List<StepRecord> steps(SignUpId id) {
        return control.sql("select " + COLUMNS
                        + " from control.provisioning_step step_row where sign_up_id = :id order by position")
                .param("id", id.value())
                .query((row, number) -> stepRecord(row))
                .list();
    }

    private void setState(SignUpId id, Progress.State state) {
        control.sql("update control.provisioning set state = :state, ended_at = null where sign_up_id = :id")
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("id", id.value())
                .update();
    }

    private static StepRecord stepRecord(ResultSet row) throws SQLException {
        return new StepRecord(
                ProvisioningStep.of(row.getString("step")),
                StepState.of(row.getString("state")),
                row.getInt("attempts"),
                row.getString("error"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                instant(row, "next_attempt_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
