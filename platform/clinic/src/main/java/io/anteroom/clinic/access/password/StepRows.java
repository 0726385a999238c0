package io.anteroom.clinic.access.password;

import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;
import static io.anteroom.clinic.access.SqlTimes.sqlOrNull;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.session.HalfWay;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Passwords that are asked for after a right code. Wrong ones are counted by account, in its own row: only who gave the code
 * can enter one, so no stranger locks anybody out.
 */
@Component
class StepRows {

    private final JdbcClient jdbc;

    StepRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The password of an account that is locked. */
    Optional<Step> of(AccountId account) {
        return jdbc.sql("""
                        select hash, wrong, locked_until from __tenant__.account_password
                         where account_id = :account and two_step""")
                .param("account", account.value())
                .query((row, number) -> new Step(
                        row.getString("hash"),
                        new PasswordLimit(row.getInt("wrong"), instantOrNull(row, "locked_until"))))
                .optional();
    }

    /** Stores one more wrong password. */
    void save(AccountId account, PasswordLimit limit, Instant now) {
        jdbc.sql("""
                        update __tenant__.account_password
                           set wrong = :wrong, last_wrong = :now, locked_until = :until
                         where account_id = :account""")
                .param("wrong", limit.wrong())
                .param("now", sql(now))
                .param("until", sqlOrNull(limit.lockedUntil()))
                .param("account", account.value())
                .update();
    }

    /** Nothing is held any more against the account. */
    void clear(AccountId account) {
        jdbc.sql("""
                        update __tenant__.account_password set wrong = 0, last_wrong = null, locked_until = null
                         where account_id = :account""").param("account", account.value()).update();
    }

    /** Lifts the lock of whichever account signs in with that address, and nothing else; false if there was none. */
    boolean unlock(SignInAddress address, Instant now) {
        return jdbc.sql("""
                        update __tenant__.account_password w set locked_until = null
                          from __tenant__.credential c
                         where c.account_id = w.account_id and c.channel = :channel and c.value = :value
                           and w.locked_until > :now""")
                        .param("channel", address.channel().stored())
                        .param("value", address.value())
                        .param("now", sql(now))
                        .update()
                > 0;
    }

    /** The verified addresses of the account besides the one that was proved. */
    List<SignInAddress> others(HalfWay half) {
        return jdbc.sql("""
                        select channel, value from __tenant__.credential
                         where account_id = :account and id <> :proved and verified_at is not null order by channel""")
                .param("account", half.account().value())
                .param("proved", half.proof().credential().value())
                .query((row, number) ->
                        new SignInAddress(CredentialChannel.of(row.getString("channel")), row.getString("value")))
                .list();
    }

    /** Whether the account has printed codes left. */
    boolean hasPrinted(AccountId account) {
        return jdbc.sql("""
                        select exists (select from __tenant__.recovery_set s
                                         join __tenant__.recovery_code c on c.set_id = s.id and c.used_at is null
                                        where s.account_id = :account)""")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the account has a passkey. */
    boolean hasPasskey(AccountId account) {
        return jdbc.sql("select exists (select from __tenant__.passkey where account_id = :account)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** A password that is asked for after a code, and the wrong ones since the last right one. */
    record Step(String hash, PasswordLimit limit) {

        /** Keeps the hash out of logs. */
        @Override
        public String toString() {
            return "Step[" + limit + "]";
        }
    }
}
