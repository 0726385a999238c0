package io.anteroom.clinic.access.elevation;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.CredentialId;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.CodeLimits;
import io.anteroom.clinic.access.session.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The codes that open clinical records, and where they may go. */
@Component
class UnlockRows {

    private static final String CODES = """
            select u.id, u.credential_id, c.channel, c.value, u.asked_at, u.expires_at, u.code_hash, u.wrong_entries, u.used_at
              from __tenant__.unlock_code u join __tenant__.credential c on c.id = u.credential_id
            """;

    private final JdbcClient jdbc;

    UnlockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The verified addresses of the session's account, the one that signed in last. */
    List<UnlockAddress> addresses(SessionId session) {
        return jdbc.sql("""
                        select c.id as credential_id, c.channel, c.value
                          from __tenant__.portal_session s
                          join __tenant__.credential c on c.account_id = s.account_id
                         where s.id = :session and (c.verified_at is not null or c.id = s.credential_id)
                         order by c.id is not distinct from s.credential_id, c.channel""")
                .param("session", session.value())
                .query(UnlockRows::address)
                .list();
    }

    /** Stores a code; false if its credential was removed meanwhile. */
    boolean add(UUID id, SessionId session, CredentialId credential, byte[] hash, Instant now) {
        return jdbc.sql("""
                        insert into __tenant__.unlock_code (id, session_id, credential_id, asked_at, expires_at, code_hash)
                        select :id, :session, c.id, :now, :expires, :hash
                          from (select id from __tenant__.credential where id = :credential for key share) c""")
                        .param("id", id)
                        .param("session", session.value())
                        .param("now", sql(now))
                        .param("expires", sql(now.plus(CodeLimits.LIFE)))
                        .param("hash", hash)
                        .param("credential", credential.value())
                        .update()
                == 1;
    }

    Optional<UnlockCode> find(UUID id) {
        return jdbc.sql(CODES + " where u.id = :id")
                .param("id", id)
                .query(UnlockRows::code)
                .optional();
    }

    /** The newest codes of a session that still count, newest first. */
    List<UnlockCode> newest(SessionId session) {
        return jdbc.sql(CODES + " where u.session_id = :session order by u.asked_at desc, u.id limit :kept")
                .param("session", session.value())
                .param("kept", CodeLimits.CODES_KEPT)
                .query(UnlockRows::code)
                .list();
    }

    /** Counts a wrong entry against every code of the session that it could have been meant for. */
    void countWrong(SessionId session) {
        jdbc.sql("""
                        update __tenant__.unlock_code set wrong_entries = least(wrong_entries + 1, :tries)
                         where session_id = :session and used_at is null""")
                .param("tries", CodeLimits.TRIES)
                .param("session", session.value())
                .update();
    }

    /** Uses up the code, and those before it: a check opens once. */
    void use(SessionId session, Instant now) {
        jdbc.sql("update __tenant__.unlock_code set used_at = :now where session_id = :session and used_at is null")
                .param("now", sql(now))
                .param("session", session.value())
                .update();
    }

    private static UnlockCode code(ResultSet row, int number) throws SQLException {
        return new UnlockCode(
                row.getObject("id", UUID.class),
                address(row, number),
                instant(row, "asked_at"),
                instant(row, "expires_at"),
                row.getBytes("code_hash"),
                row.getInt("wrong_entries"),
                instantOrNull(row, "used_at"));
    }

    private static UnlockAddress address(ResultSet row, int number) throws SQLException {
        return new UnlockAddress(
                new CredentialId(row.getLong("credential_id")),
                new SignInAddress(CredentialChannel.of(row.getString("channel")), row.getString("value")));
    }
}
