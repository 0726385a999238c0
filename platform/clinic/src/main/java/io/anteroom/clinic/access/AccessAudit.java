package io.anteroom.clinic.access;

import io.anteroom.clinic.access.Credentials.Proved;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the audit log says about access. */
@Component
class AccessAudit {

    private final AuditLog log;
    private final Accounts accounts;

    AccessAudit(AuditLog log, Accounts accounts) {
        this.log = log;
        this.accounts = accounts;
    }

    void accountOpened(PatientId patient, Actor.Staff by) {
        log.record(
                by,
                AuditEntry.ofRecord(AuditAction.ACCESS_GRANTED, patient.value())
                        .with("To", "the patient")
                        .with("Level", "full"));
    }

    void credentialSet(PatientId patient, @Nullable Credential before, SignInAddress after, Actor.Staff by) {
        var entry = AuditEntry.ofRecord(AuditAction.CREDENTIAL_SET, patient.value());
        if (before != null) {
            entry = entry.with("Before", before.address().value());
        }
        log.record(by, entry.with("After", after.value()).with("Verified with the patient", "yes"));
    }

    void credentialRemoved(PatientId patient, Credential credential, Actor.Staff by) {
        log.record(
                by,
                AuditEntry.ofRecord(AuditAction.CREDENTIAL_REMOVED, patient.value())
                        .with("Before", credential.address().value()));
    }

    void signedIn(Proved proved, SessionId session, String device) {
        var person = accounts.person(proved.account());
        var way = proved.channel() == CredentialChannel.EMAIL ? "email" : "mobile";
        if (proved.firstTime()) {
            log.record(
                    person.actor(),
                    person.entry(AuditAction.CREDENTIAL_VERIFIED, session).with("Address", way));
        }
        log.record(
                person.actor(),
                person.entry(AuditAction.PORTAL_SIGNED_IN, session)
                        .with("With a code to", way)
                        .with("Device", device));
    }

    void sessionEnded(Viewer viewer, SessionId session, SessionEnd because) {
        var person = accounts.person(viewer.account());
        var action =
                because == SessionEnd.SIGNED_OUT ? AuditAction.PORTAL_SIGNED_OUT : AuditAction.PORTAL_SESSION_ENDED;
        log.record(person.actor(), person.entry(action, session));
    }

    void sessionEnded(PatientId patient, SessionId session, Actor.Staff by) {
        log.record(
                by,
                AuditEntry.of(AuditAction.PORTAL_SESSION_ENDED, "portal-session", session)
                        .ofPatient(patient.value()));
    }
}
