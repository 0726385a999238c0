package io.anteroom.clinic.access.passkey;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.tenancy.EnumCode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Challenges for devices to sign: each once, within five minutes, for one purpose, in the browser that asked. */
@Component
class PasskeyChallenges {

    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random;

    PasskeyChallenges(JdbcClient jdbc, SecureRandom random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /** A new one for {@code by}; those of the clinic whose time is over are forgotten on the way. */
    byte[] draw(By by, Instant now) {
        jdbc.sql("delete from __tenant__.passkey_challenge where expires_at <= :now")
                .param("now", sql(now))
                .update();
        var challenge = new byte[BYTES];
        random.nextBytes(challenge);
        jdbc.sql("""
                        insert into __tenant__.passkey_challenge
                               (challenge, purpose, session_id, browser_hash, asked_at, expires_at)
                        values (:challenge, :purpose, :session, :browser, :now, :expires)""")
                .param("challenge", challenge)
                .param("purpose", by.purpose().stored())
                .param("session", by.sessionOrNull())
                .param("browser", by.browserHashOrNull())
                .param("now", sql(now))
                .param("expires", sql(now.plus(LIFE)))
                .update();
        return challenge;
    }

    /** Uses it up; false unless it was drawn for exactly that and is still good. */
    boolean take(byte[] challenge, By by, Instant now) {
        return jdbc.sql("""
                        delete from __tenant__.passkey_challenge
                         where challenge = :challenge and purpose = :purpose and expires_at > :now
                           and session_id is not distinct from cast(:session as bigint)
                           and browser_hash is not distinct from cast(:browser as bytea)""")
                        .param("challenge", challenge)
                        .param("purpose", by.purpose().stored())
                        .param("now", sql(now))
                        .param("session", by.sessionOrNull())
                        .param("browser", by.browserHashOrNull())
                        .update()
                == 1;
    }

    /** What a challenge is for. */
    enum Purpose {
        ADD,
        SIGN_IN,
        UNLOCK;

        String stored() {
            return EnumCode.of(this);
        }
    }

    /**
     * Who asked for it, and what for.
     *
     * @param session the session, where somebody is signed in
     * @param browser what the browser holds, where nobody is
     */
    record By(
            Purpose purpose,
            @Nullable SessionId session,
            @Nullable BrowserToken browser) {

        @Nullable
        Long sessionOrNull() {
            return session == null ? null : session.value();
        }

        byte @Nullable [] browserHashOrNull() {
            return browser == null ? null : browser.hash();
        }
    }
}
