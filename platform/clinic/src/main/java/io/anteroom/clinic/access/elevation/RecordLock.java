package io.anteroom.clinic.access.elevation;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens clinical records in a session for as long as the clinic says, and locks them; each leaves a trace. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecordLock {

    private final JdbcClient jdbc;
    private final Authentication authentication;
    private final AuditLog log;
    private final Clock clock;

    RecordLock(JdbcClient jdbc, Authentication authentication, AuditLog log, Clock clock) {
        this.jdbc = jdbc;
        this.authentication = authentication;
        this.log = log;
        this.clock = clock;
    }

    /** Opens them, or keeps them open anew, never for longer than the session; nothing if it has ended. */
    Optional<Instant> open(VisibleChart chart, SignInMethod how) {
        var now = clock.instant();
        var until = jdbc.sql("""
                        update __tenant__.portal_session set elevated_until = least(cast(:until as timestamptz), expires_at)
                         where id = :session and ended_at is null and expires_at > :now returning elevated_until""")
                .param("until", sql(now.plus(authentication.settings().elevation())))
                .param("session", chart.viewer().session().value())
                .param("now", sql(now))
                .query((row, number) -> instant(row, "elevated_until"))
                .optional();
        until.ifPresent(end -> log.record(
                chart.actor(),
                entry(AuditAction.RECORDS_UNLOCKED, chart)
                        .with("With", how.words())
                        .with("Until", end.toString())));
        return until;
    }

    /** Until when they are open in that session, if they are. */
    Optional<Instant> openUntil(SessionId session, Instant now) {
        return jdbc.sql("""
                        select elevated_until from __tenant__.portal_session
                         where id = :session and ended_at is null and elevated_until > :now""")
                .param("session", session.value())
                .param("now", sql(now))
                .query((row, number) -> instant(row, "elevated_until"))
                .optional();
    }

    /** Locks them, if they are open. */
    void close(VisibleChart chart) {
        int closed = jdbc.sql("""
                        update __tenant__.portal_session set elevated_until = null
                         where id = :session and elevated_until > :now""")
                .param("session", chart.viewer().session().value())
                .param("now", sql(clock.instant()))
                .update();
        if (closed == 1) {
            log.record(chart.actor(), entry(AuditAction.RECORDS_LOCKED, chart));
        }
    }

    private static AuditEntry entry(AuditAction action, VisibleChart chart) {
        var entry = AuditEntry.of(action, "portal-session", chart.viewer().session());
        return chart.actingFor()
                .map(patient -> entry.ofPatient(patient.id().value()))
                .orElse(entry);
    }
}
