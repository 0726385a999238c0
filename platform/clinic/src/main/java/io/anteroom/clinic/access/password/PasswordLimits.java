package io.anteroom.clinic.access.password;

import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;
import static io.anteroom.clinic.access.SqlTimes.sqlOrNull;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The limits of typed addresses, one row each, forgotten a month after the last wrong password whoever has the address. */
@Component
class PasswordLimits {

    static final String KIND = "password-forgetting";

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final WorkQueue work;
    private final Clock clock;

    PasswordLimits(JdbcClient jdbc, WorkQueue work, Clock clock) {
        this.jdbc = jdbc;
        this.work = work;
        this.clock = clock;
    }

    /** The limit of {@code address}, locked to the end of the transaction; made if there is none. */
    PasswordLimit hold(SignInAddress address) {
        return jdbc.sql("""
                        insert into __tenant__.password_limit (channel, typed) values (:channel, :typed)
                        on conflict (channel, typed) do update set typed = excluded.typed
                        returning wrong, locked_until""")
                .param("channel", address.channel().stored())
                .param("typed", address.value())
                .query((row, number) -> new PasswordLimit(row.getInt("wrong"), instantOrNull(row, "locked_until")))
                .single();
    }

    /** Stores one more wrong password. */
    void save(SignInAddress address, PasswordLimit limit, Instant now) {
        jdbc.sql("""
                        update __tenant__.password_limit
                           set wrong = :wrong, last_wrong = :now, locked_until = :until
                         where channel = :channel and typed = :typed""")
                .param("wrong", limit.wrong())
                .param("now", sql(now))
                .param("until", sqlOrNull(limit.lockedUntil()))
                .param("channel", address.channel().stored())
                .param("typed", address.value())
                .update();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        work.add(
                KIND,
                today.toString(),
                today.plusDays(KEPT.toDays() + 1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Lifts the lock, and nothing else. */
    void unlock(SignInAddress address) {
        jdbc.sql("""
                        update __tenant__.password_limit set locked_until = null
                         where channel = :channel and typed = :typed""")
                .param("channel", address.channel().stored())
                .param("typed", address.value())
                .update();
    }

    /** Nothing is held any more against what the account signs in with. */
    void clear(AccountId account) {
        jdbc.sql("""
                        delete from __tenant__.password_limit l using __tenant__.credential c
                         where c.account_id = :account and c.channel = l.channel and c.value = l.typed""").param("account", account.value()).update();
    }

    @Transactional
    void forget() {
        jdbc.sql("delete from __tenant__.password_limit where last_wrong < :limit")
                .param("limit", sql(clock.instant().minus(KEPT)))
                .update();
    }

    /** Forgets them when their time has come. */
    @Component
    static class Forgetting implements WorkHandler {

        private final PasswordLimits limits;

        Forgetting(PasswordLimits limits) {
            this.limits = limits;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void handle(String ref) {
            limits.forget();
        }
    }
}
