package io.anteroom.clinic.access.session;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialId;
import io.anteroom.tenancy.EnumCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sign-ins that gave one of two steps. One is worth nothing once the password was changed or removed, the address or the
 * printed codes are gone, the account is closed or the portal off: the row is gone then, or the query doesn't find it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HalfWays {

    private final JdbcClient jdbc;

    HalfWays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that it came so far with {@code proof}, whose account is locked; anew where it had before. */
    public void reached(UUID signIn, Proof proof, Instant now) {
        jdbc.sql("""
                        insert into __tenant__.second_step (sign_in_id, account_id, credential_id, method, reached_at)
                        values (:signIn, :account, :credential, :method, :now)
                        on conflict (sign_in_id) do update
                           set account_id = excluded.account_id, credential_id = excluded.credential_id,
                               method = excluded.method, reached_at = excluded.reached_at, recovery_set_id = null,
                               forgotten_at = null""")
                .param("signIn", signIn)
                .param("account", proof.account().value())
                .param("credential", proof.credential().value())
                .param("method", proof.method().stored())
                .param("now", sql(now))
                .update();
    }

    /** How far it came, if that is still worth anything. */
    public Optional<HalfWay> of(UUID signIn) {
        return jdbc.sql("""
                        select h.sign_in_id, h.account_id, h.credential_id, h.method, h.reached_at, h.forgotten_at, h.used_at
                          from __tenant__.second_step h
                          join __tenant__.portal_account a on a.id = h.account_id and a.closed_at is null
                          join __tenant__.account_password w on w.account_id = h.account_id and w.two_step
                          join __tenant__.portal_settings o on o.switched_on
                         where h.sign_in_id = :signIn""").param("signIn", signIn).query(HalfWays::halfWay).optional();
    }

    /** Notes that a code was asked for that removes the password. */
    public void forgotten(UUID signIn, Instant now) {
        jdbc.sql("update __tenant__.second_step set forgotten_at = :now where sign_in_id = :signIn")
                .param("now", sql(now))
                .param("signIn", signIn)
                .update();
    }

    /** Notes that both steps were given; the session ends with the printed codes if one of these was the first. */
    public void used(UUID signIn, SessionId session, Instant now) {
        jdbc.sql("""
                        with used as (
                            update __tenant__.second_step set used_at = :now where sign_in_id = :signIn
                            returning recovery_set_id)
                        update __tenant__.portal_session s set recovery_set_id = used.recovery_set_id
                          from used where s.id = :session and used.recovery_set_id is not null""")
                .param("now", sql(now))
                .param("signIn", signIn)
                .param("session", session.value())
                .update();
    }

    /** Ends those of the whole clinic. */
    void endAll() {
        jdbc.sql("delete from __tenant__.second_step where used_at is null").update();
    }

    private static HalfWay halfWay(ResultSet row, int number) throws SQLException {
        return new HalfWay(
                row.getObject("sign_in_id", UUID.class),
                new Proof(
                        new AccountId(row.getLong("account_id")),
                        new CredentialId(row.getLong("credential_id")),
                        EnumCode.read(SignInMethod.class, row.getString("method"))),
                instant(row, "reached_at"),
                instantOrNull(row, "forgotten_at"),
                instantOrNull(row, "used_at"));
    }
}
