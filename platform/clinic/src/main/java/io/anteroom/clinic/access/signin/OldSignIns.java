package io.anteroom.clinic.access.signin;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.limit.SignInCaps;
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

/**
 * Forgets sign-ins: addresses nobody has, and what people said who began to open an account, after a day; the rest after a
 * month. It happens once on each day after somebody
 * asked for a code, until nothing is left, so a clinic where nobody signs in costs nothing.
 */
@Component
class OldSignIns {

    static final String KIND = "sign-in-forgetting";

    private static final Duration UNKNOWN_KEPT = Duration.ofDays(1);
    private static final Duration KNOWN_KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final SignInCaps caps;
    private final WorkQueue work;
    private final Clock clock;

    OldSignIns(JdbcClient jdbc, SignInCaps caps, WorkQueue work, Clock clock) {
        this.jdbc = jdbc;
        this.caps = caps;
        this.work = work;
        this.clock = clock;
    }

    /** Sees to it that they will be looked at tomorrow, once however often this is called. */
    @Transactional
    void forgetLater() {
        var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        work.add(
                KIND, tomorrow.toString(), tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Transactional
    void forget() {
        var now = clock.instant();
        forgetSignIns(now);
        jdbc.sql("""
                        delete from __tenant__.sign_in_limit
                         where (last_wrong is null or last_wrong < :limit)
                           and (locked_until is null or locked_until < :limit)
                           and not exists (select 1 from unnest(sends) sent where sent > :limit)""").param("limit", sql(now.minus(UNKNOWN_KEPT))).update();
        jdbc.sql("delete from __tenant__.registration_draft where said_at < :limit")
                .param("limit", sql(now.minus(UNKNOWN_KEPT)))
                .update();
        jdbc.sql("""
                        delete from __tenant__.recovery_limit
                         where (last_wrong is null or last_wrong < :limit)
                           and (locked_until is null or locked_until < :limit)""").param("limit", sql(now.minus(UNKNOWN_KEPT))).update();
        jdbc.sql("delete from __tenant__.portal_session where expires_at < :limit")
                .param("limit", sql(now.minus(KNOWN_KEPT)))
                .update();
        caps.forgetBefore(now.minus(UNKNOWN_KEPT));
        if (anyLeft()) {
            forgetLater();
        }
    }

    private boolean anyLeft() {
        return jdbc.sql("""
                        select exists (select 1 from __tenant__.sign_in) or exists (select 1 from __tenant__.portal_session)
                            or exists (select 1 from __tenant__.registration_draft)""").query(Boolean.class).single();
    }

    private void forgetSignIns(Instant now) {
        jdbc.sql("""
                        delete from __tenant__.sign_in s
                         where s.asked_at < :month
                            or s.asked_at < :day and not exists (
                               select 1 from __tenant__.credential c where c.channel = s.channel and c.value = s.typed)""")
                .param("month", sql(now.minus(KNOWN_KEPT)))
                .param("day", sql(now.minus(UNKNOWN_KEPT)))
                .update();
    }

    /** Does it when its time has come. */
    @Component
    static class Forgetting implements WorkHandler {

        private final OldSignIns signIns;

        Forgetting(OldSignIns signIns) {
            this.signIns = signIns;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void handle(String ref) {
            signIns.forget();
        }
    }
}
