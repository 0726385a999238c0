package io.anteroom.clinic.access.recovery;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialId;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.signin.KeyedHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clinic's sets of printed codes. */
@Component
class RecoveryRows {

    private static final String SET = """
            select s.id, s.made_at,
                   (select count(*) from __tenant__.recovery_code c where c.set_id = s.id and c.used_at is null) as unused
              from __tenant__.recovery_set s where s.account_id = :account""";

    private final JdbcClient jdbc;
    private final KeyedHash keyedHash;

    RecoveryRows(JdbcClient jdbc, KeyedHash keyedHash) {
        this.jdbc = jdbc;
        this.keyedHash = keyedHash;
    }

    Optional<RecoverySet> of(AccountId account) {
        return jdbc.sql(SET)
                .param("account", account.value())
                .query(RecoveryRows::set)
                .optional();
    }

    /** Stores a set; false if the account has one. */
    boolean add(AccountId account, List<RecoveryCode> codes, Instant now) {
        return jdbc.sql("""
                        with made as (
                            insert into __tenant__.recovery_set (account_id, made_at) values (:account, :now)
                            on conflict (account_id) do nothing returning id)
                        insert into __tenant__.recovery_code (set_id, code_hash)
                        select made.id, hash from made cross join unnest(cast(:hashes as bytea[])) hash""")
                        .param("account", account.value())
                        .param("now", sql(now))
                        .param("hashes", codes.stream().map(this::hash).toArray(byte[][]::new))
                        .update()
                == codes.size();
    }

    void remove(long set) {
        jdbc.sql("delete from __tenant__.recovery_set where id = :set")
                .param("set", set)
                .update();
    }

    /** The code that was entered; the same statement whoever enters it, and whatever. */
    Optional<Found> find(RecoveryCode code) {
        return jdbc.sql("""
                        select s.id, s.account_id, c.used_at
                          from __tenant__.recovery_code c join __tenant__.recovery_set s on s.id = c.set_id
                         where c.code_hash = :hash""")
                .param("hash", hash(code))
                .query(RecoveryRows::found)
                .optional();
    }

    /** The account's verified address that is the one typed, if the account is open and the portal on. */
    Optional<CredentialId> credential(AccountId account, SignInAddress typed) {
        return jdbc.sql("""
                        select c.id from __tenant__.credential c
                          join __tenant__.portal_account a on a.id = c.account_id and a.closed_at is null
                         where c.account_id = :account and c.channel = :channel and c.value = :value
                           and c.verified_at is not null
                           and exists (select 1 from __tenant__.portal_settings where switched_on for share)""")
                .param("account", account.value())
                .param("channel", typed.channel().stored())
                .param("value", typed.value())
                .query((row, number) -> new CredentialId(row.getLong("id")))
                .optional();
    }

    /** How many codes of the set were not used. */
    int left(long set) {
        return jdbc.sql("select count(*) from __tenant__.recovery_code where set_id = :set and used_at is null")
                .param("set", set)
                .query(Integer.class)
                .single();
    }

    void use(RecoveryCode code, Instant now) {
        jdbc.sql("update __tenant__.recovery_code set used_at = :now where code_hash = :hash")
                .param("now", sql(now))
                .param("hash", hash(code))
                .update();
    }

    /** Notes which set began the session, which ends with it. */
    void began(SessionId session, long set) {
        jdbc.sql("update __tenant__.portal_session set recovery_set_id = :set where id = :session")
                .param("set", set)
                .param("session", session.value())
                .update();
    }

    /** Notes that a code of the set was the first of two steps in that sign-in, which ends with the set. */
    void cameHalfWay(UUID signIn, long set) {
        jdbc.sql("update __tenant__.second_step set recovery_set_id = :set where sign_in_id = :signIn")
                .param("set", set)
                .param("signIn", signIn)
                .update();
    }

    /** The sessions that codes of the set began and that go on. */
    List<SessionId> sessions(long set, Instant now) {
        return jdbc.sql("""
                        select id from __tenant__.portal_session
                         where recovery_set_id = :set and ended_at is null and expires_at > :now order by id""")
                .param("set", set)
                .param("now", sql(now))
                .query((row, number) -> new SessionId(row.getLong("id")))
                .list();
    }

    private byte[] hash(RecoveryCode code) {
        return keyedHash.ofRecoveryCode(code.value());
    }

    private static RecoverySet set(ResultSet row, int number) throws SQLException {
        return new RecoverySet(row.getLong("id"), instant(row, "made_at"), row.getInt("unused"));
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(row.getLong("id"), new AccountId(row.getLong("account_id")), instantOrNull(row, "used_at"));
    }

    /**
     * A code that somebody entered and that there is.
     *
     * @param set which set it is of
     */
    record Found(long set, AccountId account, @Nullable Instant usedAt) {}
}
