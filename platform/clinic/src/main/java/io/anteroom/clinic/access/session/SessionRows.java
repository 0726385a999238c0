package io.anteroom.clinic.access.session;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions. One is alive while it hasn't ended, its time isn't over, its account and its credential are there and the
 * portal is on: the query asks for all of it, so that no way of taking access away can forget the sessions.
 */
@Component
class SessionRows {

    private static final String ALIVE = """
            from __tenant__.portal_session s
              join __tenant__.portal_account a on a.id = s.account_id and a.closed_at is null
              join __tenant__.credential c on c.id = s.credential_id
              join __tenant__.portal_settings o on o.switched_on
            """;

    /** Of a session {@code s}: an account of two steps changes its ways in only soon after it gave both, or a passkey. */
    private static final String MAY_CHANGE = """
            (s.created_at > :lately and (s.with_password or s.method = 'passkey')
             or not exists (select from __tenant__.account_password w where w.account_id = s.account_id and w.two_step))""";

    private static final Duration LATELY = Duration.ofMinutes(10);

    private static final String NOW = " where s.ended_at is null and s.expires_at > :now";

    private final JdbcClient jdbc;

    SessionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SessionId start(Proof proof, SessionToken token, String device, Instant now, Instant until) {
        return jdbc.sql("""
                        with noted as (
                            update __tenant__.portal_account set last_signed_in_at = :now where id = :account)
                        insert into __tenant__.portal_session
                               (token_hash, account_id, credential_id, method, with_password, device, created_at, expires_at,
                                last_seen_at)
                        values (:hash, :account, :credential, :method, :withPassword, :device, :now, :until, :now)
                        returning id""")
                .param("hash", token.hash())
                .param("account", proof.account().value())
                .param("credential", proof.credential().value())
                .param("method", proof.method().stored())
                .param("withPassword", proof.withPassword())
                .param("device", device)
                .param("now", sql(now))
                .param("until", sql(until))
                .query((row, number) -> new SessionId(row.getLong("id")))
                .single();
    }

    /** Locks the account; whether it asks for a password together with whatever else. That stays so to the end. */
    boolean holdTwoSteps(AccountId account) {
        jdbc.sql("select id from __tenant__.portal_account where id = :account for no key update")
                .param("account", account.value())
                .query(Long.class)
                .optional();
        return jdbc.sql("""
                        select two_step from __tenant__.account_password where account_id = :account for key share""")
                .param("account", account.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Whether the ways in may be changed in that session: in an account of two steps, only soon after it began with both of
     * them or with a passkey. What a found browser and its mailbox can do is not enough.
     */
    boolean mayChangeWaysIn(SessionId session, Instant now) {
        return jdbc.sql("select exists (select from __tenant__.portal_session s where s.id = :session and " + MAY_CHANGE
                        + ")")
                .param("session", session.value())
                .param("lately", sql(now.minus(LATELY)))
                .query(Boolean.class)
                .single();
    }

    /** What the holder of {@code token} may see, if its session is alive: both in one statement, for every page asks. */
    @Transactional(readOnly = true)
    Optional<Seen> find(SessionToken token, Instant now) {
        return jdbc.sql("""
                        select s.id as session_id, s.account_id, s.expires_at, s.last_seen_at, s.acting_for,
                               case when s.elevated_until > :now then s.elevated_until end as elevated_until,
                        """
                        + Charts.COLUMNS
                        + ALIVE + Charts.GRANTS + NOW + " and s.token_hash = :hash" + Charts.IN_ORDER)
                .param("now", sql(now))
                .param("hash", token.hash())
                .query(SessionRows::seen);
    }

    private static Optional<Seen> seen(ResultSet row) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        var viewer = new Viewer(
                new AccountId(row.getLong("account_id")),
                new SessionId(row.getLong("session_id")),
                instant(row, "expires_at"),
                chosen(row),
                instantOrNull(row, "elevated_until"));
        var last = instant(row, "last_seen_at");
        return Optional.of(new Seen(Charts.chart(viewer, row), last));
    }

    private static @Nullable PatientId chosen(ResultSet row) throws SQLException {
        long id = row.getLong("acting_for");
        return row.wasNull() ? null : new PatientId(id);
    }

    /** Keeps the language with the account of that session, unless one was chosen. */
    void arrived(SessionToken token, Language language) {
        jdbc.sql("""
                        update __tenant__.portal_account set language = :language
                         where language is null
                           and id = (select s.account_id from __tenant__.portal_session s where s.token_hash = :hash)""")
                .param("language", language.tag())
                .param("hash", token.hash())
                .update();
    }

    /** Notes for whom the person acts in that session. */
    void actFor(SessionId session, PatientId patient) {
        jdbc.sql("update __tenant__.portal_session set acting_for = :patient where id = :session")
                .param("patient", patient.value())
                .param("session", session.value())
                .update();
    }

    List<PortalSession> alive(AccountId account, Instant now) {
        return alive(List.of(account), now).getOrDefault(account, List.of());
    }

    /** Those of each account, in one statement; an account that has none is left out. */
    Map<AccountId, List<PortalSession>> alive(Collection<AccountId> accounts, Instant now) {
        var found = new HashMap<AccountId, List<PortalSession>>();
        jdbc.sql("select s.account_id, s.id, s.device, s.created_at, s.last_seen_at, s.expires_at " + ALIVE + NOW
                        + " and s.account_id = any(:accounts) order by s.last_seen_at desc, s.id desc")
                .param("now", sql(now))
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(new AccountId(row.getLong("account_id")), _ -> new ArrayList<>())
                            .add(new PortalSession(
                                    new SessionId(row.getLong("id")),
                                    row.getString("device"),
                                    instant(row, "created_at"),
                                    instant(row, "last_seen_at"),
                                    instant(row, "expires_at")));
                });
        return found;
    }

    /** Ends one session of that account; false if there is no such session or it had ended. */
    boolean end(AccountId account, SessionId session, SessionEnd because, Instant now) {
        return jdbc.sql("""
                        update __tenant__.portal_session set ended_at = :now, ended_because = :because
                         where id = :session and account_id = :account and ended_at is null and expires_at > :now""")
                        .param("now", sql(now))
                        .param("because", because.stored())
                        .param("session", session.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** Whether there is a session of that account, or was one lately. */
    boolean exists(AccountId account, SessionId session) {
        return jdbc.sql("""
                        select exists (select 1 from __tenant__.portal_session where id = :session and account_id = :account)""")
                .param("session", session.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** Ends the sessions of that account but one. */
    List<SessionId> endOthers(AccountId account, SessionId kept, SessionEnd because, Instant now) {
        return jdbc.sql("""
                        update __tenant__.portal_session set ended_at = :now, ended_because = :because
                         where account_id = :account and id <> :kept and ended_at is null and expires_at > :now
                        returning id""")
                .param("now", sql(now))
                .param("because", because.stored())
                .param("account", account.value())
                .param("kept", kept.value())
                .query((row, number) -> new SessionId(row.getLong("id")))
                .list();
    }

    /** Ends every session of that account, whatever it began with; how many there were. */
    int endAllOf(AccountId account, SessionEnd because, Instant now) {
        return jdbc.sql("""
                        update __tenant__.portal_session set ended_at = :now, ended_because = :because
                         where account_id = :account and ended_at is null and expires_at > :now""")
                .param("now", sql(now))
                .param("because", because.stored())
                .param("account", account.value())
                .update();
    }

    /**
     * Whether the session goes on and the ways in may be changed in it; who ends it, or takes away its address, waits for the
     * end of the transaction.
     */
    boolean holdToChangeWaysIn(SessionId session, Instant now) {
        jdbc.sql("""
                        select c.id from __tenant__.credential c
                         where c.id = (select credential_id from __tenant__.portal_session where id = :session)
                           for key share of c""").param("session", session.value()).query(Long.class).optional();
        return jdbc.sql("""
                        select s.id from __tenant__.portal_session s
                         where s.id = :session and s.ended_at is null and s.expires_at > :now and
                        """ + MAY_CHANGE + " for share of s")
                .param("session", session.value())
                .param("now", sql(now))
                .param("lately", sql(now.minus(LATELY)))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Ends every session of the clinic. */
    void endAll(SessionEnd because, Instant now) {
        jdbc.sql("""
                        update __tenant__.portal_session set ended_at = :now, ended_because = :because
                         where ended_at is null and expires_at > :now""").param("now", sql(now)).param("because", because.stored()).update();
    }

    /** Notes that the session was used. */
    @Transactional
    void note(SessionId session, Instant now) {
        jdbc.sql("update __tenant__.portal_session set last_seen_at = :now where id = :session and last_seen_at < :now")
                .param("now", sql(now))
                .param("session", session.value())
                .update();
    }

    /**
     * A session that is alive.
     *
     * @param chart what its holder may see
     * @param last when it was last noted as used
     */
    record Seen(VisibleChart chart, Instant last) {}
}
