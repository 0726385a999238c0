package io.anteroom.clinic.access.password;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.CredentialId;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.session.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passwords of a clinic. */
@Component
class PasswordRows {

    /** How long after it began with a code or a passkey a session may set a password without another check. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final String WITH_ADDRESS = """
            select c.id, c.account_id, w.hash
              from __tenant__.credential c
              join __tenant__.portal_account a on a.id = c.account_id and a.closed_at is null
              join __tenant__.account_password w on w.account_id = c.account_id
              join __tenant__.authentication_settings s on s.passwords
              join __tenant__.portal_settings p on p.switched_on
             where c.channel = :channel and c.value = :value and c.verified_at is not null and not w.two_step""";

    private final JdbcClient jdbc;

    PasswordRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The password that goes with a verified address of an open account and signs in by itself, while the portal is on and
     * passwords are. One that is asked for together with a code is no password here: it isn't even compared, so that nobody
     * finds out about it before a right code.
     */
    Optional<Known> with(SignInAddress address) {
        return with(address, "");
    }

    /** The same, while the account is locked: what the clinic has switched on stays on, too. */
    Optional<Known> holdWith(SignInAddress address) {
        return with(address, " for share of s, p");
    }

    private Optional<Known> with(SignInAddress address, String lock) {
        return jdbc.sql(WITH_ADDRESS + lock)
                .param("channel", address.channel().stored())
                .param("value", address.value())
                .query((row, number) -> new Known(
                        new AccountId(row.getLong("account_id")),
                        new CredentialId(row.getLong("id")),
                        row.getString("hash")))
                .optional();
    }

    Optional<Stored> of(AccountId account) {
        return jdbc.sql("select hash, set_at, two_step from __tenant__.account_password where account_id = :account")
                .param("account", account.value())
                .query(PasswordRows::stored)
                .optional();
    }

    /**
     * The address by which a session began, if it began with a fresh proof or records are open in it. Of an account of two
     * steps more is asked for ({@code Sessions.holdToChangeWaysIn}).
     */
    Optional<CredentialId> fresh(SessionId session, Instant now) {
        return jdbc.sql("""
                        select credential_id from __tenant__.portal_session
                         where id = :session and ended_at is null and expires_at > :now and credential_id is not null
                           and (method in ('code', 'passkey') and created_at > :since or elevated_until > :now)""")
                .param("session", session.value())
                .param("now", sql(now))
                .param("since", sql(now.minus(FRESH)))
                .query((row, number) -> new CredentialId(row.getLong("credential_id")))
                .optional();
    }

    /** Sets it; wrong ones are counted anew, and who is half-way in by the one before begins again. */
    void set(AccountId account, CredentialId proved, String hash, boolean twoSteps, Instant now) {
        jdbc.sql("""
                        with begin_again as (delete from __tenant__.second_step where account_id = :account)
                        insert into __tenant__.account_password (account_id, credential_id, hash, set_at, two_step)
                        values (:account, :credential, :hash, :now, :twoSteps)
                        on conflict (account_id) do update
                           set credential_id = excluded.credential_id, hash = excluded.hash, set_at = excluded.set_at,
                               two_step = excluded.two_step, wrong = 0, last_wrong = null, locked_until = null""")
                .param("account", account.value())
                .param("credential", proved.value())
                .param("hash", hash)
                .param("twoSteps", twoSteps)
                .param("now", sql(now))
                .update();
    }

    boolean remove(AccountId account) {
        return jdbc.sql("delete from __tenant__.account_password where account_id = :account")
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** The verified addresses of the account, which are told of changes; the email address first. */
    List<SignInAddress> addresses(AccountId account) {
        return jdbc.sql("""
                        select channel, value from __tenant__.credential
                         where account_id = :account and verified_at is not null order by channel""")
                .param("account", account.value())
                .query((row, number) ->
                        new SignInAddress(CredentialChannel.of(row.getString("channel")), row.getString("value")))
                .list();
    }

    /** What a password of that account may not consist of: names, birth dates, homes and addresses of its people. */
    List<String> names(AccountId account) {
        return jdbc.sql("""
                        select name from (
                            select a.holder_name as name from __tenant__.portal_account a where a.id = :account
                            union
                            select unnest(array[p.given_name, p.family_name, p.preferred_name, p.address,
                                                to_char(p.birth_date, 'YYYYMMDD'), to_char(p.birth_date, 'DDMMYYYY'),
                                                to_char(p.birth_date, 'MMDDYYYY'), to_char(p.birth_date, 'YYYY')])
                              from __tenant__.access_grant g join __tenant__.patient p on p.id = g.patient_id
                             where g.account_id = :account and g.ended_at is null
                            union
                            select c.value from __tenant__.credential c where c.account_id = :account) names
                         where name is not null""")
                .param("account", account.value())
                .query(String.class)
                .list();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(row.getString("hash"), instant(row, "set_at"), row.getBoolean("two_step"));
    }

    /** A password as it is kept, and whether it is asked for together with a code. */
    record Stored(String hash, Instant setAt, boolean twoSteps) {

        /** Keeps the hash out of logs. */
        @Override
        public String toString() {
            return "Stored[]";
        }
    }

    /** Whose it is, and by which address. */
    record Known(AccountId account, CredentialId credential, String hash) {

        /** Keeps the hash out of logs. */
        @Override
        public String toString() {
            return "Known[" + account + "]";
        }
    }
}
