package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import org.springframework.stereotype.Component;

/** What the audit log says about browsers that are signed in. */
@Component
class SessionAudit {

    private final AuditLog log;
    private final Accounts accounts;

    SessionAudit(AuditLog log, Accounts accounts) {
        this.log = log;
        this.accounts = accounts;
    }

    void signedIn(Proof proof, SessionId session, String device) {
        var person = accounts.person(proof.account());
        log.record(
                person.actor(),
                person.about(entry(AuditAction.PORTAL_SIGNED_IN, session))
                        .with("With", proof.words())
                        .with("Device", device));
    }

    void actsFor(VisibleChart chart, VisiblePatient chosen) {
        var entry = entry(AuditAction.PORTAL_ACTS_FOR, chart.viewer().session())
                .ofPatient(chosen.id().value());
        var before = chart.actingFor();
        if (before.isPresent()) {
            entry = entry.with("Before", before.get().name());
        }
        log.record(chart.actor(), entry.with("After", chosen.name()));
    }

    void sessionEnded(Viewer viewer, SessionId session, SessionEnd because) {
        var person = accounts.person(viewer.account());
        var action =
                because == SessionEnd.SIGNED_OUT ? AuditAction.PORTAL_SIGNED_OUT : AuditAction.PORTAL_SESSION_ENDED;
        log.record(person.actor(), person.about(entry(action, session)));
    }

    void sessionEnded(PatientId patient, SessionId session, Actor.Staff by) {
        log.record(by, entry(AuditAction.PORTAL_SESSION_ENDED, session).ofPatient(patient.value()));
    }

    private static AuditEntry entry(AuditAction action, SessionId session) {
        return AuditEntry.of(action, "portal-session", session);
    }
}
