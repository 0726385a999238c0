package io.anteroom.payments.account;

import io.anteroom.payments.OnboardingStatus;
import io.anteroom.payments.OnboardingStatus.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clinic's one connection with Stripe; every method needs a transaction. */
final class ConnectionStore {

    private final JdbcClient jdbc;

    ConnectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The connection as stored.
     *
     * @param attempt the idempotency key of opening the account
     * @param name and {@code email}: what the account is opened with, the same at each try
     */
    record Connection(UUID attempt, String name, String email, OnboardingStatus status) {}

    /** Writes down that an account is wanted, unless that was done before. */
    void begin(String name, String email, Instant now) {
        jdbc.sql("""
                insert into __tenant__.stripe_connection (attempt_id, display_name, contact_email, stage,
                    charges_enabled, requirements, started_at)
                values (:attempt, :name, :email, 'incomplete', false, '{}', :now)
                on conflict do nothing
                """)
                .param("attempt", UUID.randomUUID())
                .param("name", name)
                .param("email", email)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Connection> find() {
        return jdbc.sql("select attempt_id, display_name, contact_email, account_id, stage, charges_enabled,"
                        + " array_to_string(requirements, chr(10)) as requirements, checked_at"
                        + " from __tenant__.stripe_connection")
                .query(ConnectionStore::read)
                .optional();
    }

    void opened(String account) {
        jdbc.sql("update __tenant__.stripe_connection set account_id = :account where account_id is null")
                .param("account", account)
                .update();
    }

    /** Stripe will not open it so: forget that try, so that the next begins afresh. */
    void refused(UUID attempt) {
        jdbc.sql("delete from __tenant__.stripe_connection where account_id is null and attempt_id = :attempt")
                .param("attempt", attempt)
                .update();
    }

    void linking(UUID attempt) {
        jdbc.sql("update __tenant__.stripe_connection set link_attempt_id = :attempt")
                .param("attempt", attempt)
                .update();
    }

    /**
     * Records what Stripe said, unless something was asked for later and recorded already. Pages remember whether the
     * clinic can charge, so every process is told once it is committed.
     */
    void record(AccountReading reading, Instant asked) {
        int recorded = jdbc.sql("""
                update __tenant__.stripe_connection set stage = case
                        when :stage = 'incomplete' and stage in ('ready', 'restricted') then 'restricted'
                        else :stage end,
                    charges_enabled = :enabled,
                    requirements = coalesce(string_to_array(nullif(:requirements, ''), chr(10)), '{}'),
                    checked_at = :asked
                where checked_at is null or checked_at <= :asked
                """)
                .param("stage", reading.stage().name().toLowerCase(Locale.ROOT))
                .param("enabled", reading.stage() == Stage.READY)
                .param("requirements", String.join("\n", reading.requirements()))
                .param("asked", asked.atOffset(ZoneOffset.UTC))
                .update();
        if (recorded > 0) {
            jdbc.sql("select 1 from work.portal_changed()").query(Integer.class).single();
        }
    }

    private static Connection read(ResultSet row, int number) throws SQLException {
        String requirements = row.getString("requirements");
        OffsetDateTime checked = row.getObject("checked_at", OffsetDateTime.class);
        return new Connection(
                row.getObject("attempt_id", UUID.class),
                row.getString("display_name"),
                row.getString("contact_email"),
                new OnboardingStatus(
                        Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                        row.getString("account_id"),
                        row.getBoolean("charges_enabled"),
                        requirements.isEmpty() ? List.of() : List.of(requirements.split("\n", -1)),
                        checked == null ? null : checked.toInstant()));
    }
}
