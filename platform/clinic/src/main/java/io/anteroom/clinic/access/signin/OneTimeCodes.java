package io.anteroom.clinic.access.signin;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.CredentialId;
import io.anteroom.clinic.access.limit.CodeLimits;
import io.anteroom.tenancy.work.WorkQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The codes of the clinic's sign-ins. */
@Component
class OneTimeCodes {

    private static final String COLUMNS =
            "id, sign_in_id, asked_at, expires_at, code_hash, credential_id, wrong_entries, used_at";

    private final JdbcClient jdbc;
    private final WorkQueue work;

    OneTimeCodes(JdbcClient jdbc, WorkQueue work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    /** Asks the worker for one. */
    void ask(UUID signIn, Instant now) {
        long id = jdbc.sql("""
                        insert into __tenant__.one_time_code (sign_in_id, asked_at, expires_at)
                        values (:signIn, :now, :expires) returning id""")
                .param("signIn", signIn)
                .param("now", sql(now))
                .param("expires", sql(now.plus(CodeLimits.LIFE)))
                .query(Long.class)
                .single();
        work.addUrgent(SendCode.KIND, Long.toString(id));
    }

    Optional<OneTimeCode> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from __tenant__.one_time_code where id = :id")
                .param("id", id)
                .query(OneTimeCodes::code)
                .optional();
    }

    /** The newest codes of a sign-in that still count, newest first. */
    List<OneTimeCode> newest(UUID signIn) {
        return jdbc.sql("select " + COLUMNS + """
                         from __tenant__.one_time_code where sign_in_id = :signIn
                        order by asked_at desc, id desc limit :kept""")
                .param("signIn", signIn)
                .param("kept", CodeLimits.CODES_KEPT)
                .query(OneTimeCodes::code)
                .list();
    }

    /** Fills in what the worker found; false if that was done before. */
    boolean fill(long id, byte[] hash, @Nullable CredentialId credential, CodeOutcome outcome) {
        return jdbc.sql("""
                        update __tenant__.one_time_code
                           set code_hash = :hash, credential_id = :credential, outcome = :outcome
                         where id = :id and code_hash is null""")
                        .param("hash", hash)
                        .param("credential", credential == null ? null : credential.value())
                        .param("outcome", outcome.stored())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Counts a wrong entry against every code of the browser that it could have been meant for. */
    void countWrong(UUID signIn) {
        jdbc.sql("""
                        update __tenant__.one_time_code set wrong_entries = least(wrong_entries + 1, :tries)
                         where sign_in_id = :signIn and used_at is null""").param("tries", CodeLimits.TRIES).param("signIn", signIn).update();
    }

    void use(long id, Instant now) {
        jdbc.sql("update __tenant__.one_time_code set used_at = :now where id = :id")
                .param("now", sql(now))
                .param("id", id)
                .update();
    }

    private static OneTimeCode code(ResultSet row, int number) throws SQLException {
        var credential = row.getObject("credential_id", Long.class);
        return new OneTimeCode(
                row.getLong("id"),
                row.getObject("sign_in_id", UUID.class),
                instant(row, "asked_at"),
                instant(row, "expires_at"),
                row.getBytes("code_hash"),
                credential == null ? null : new CredentialId(credential),
                row.getInt("wrong_entries"),
                instantOrNull(row, "used_at"));
    }
}
