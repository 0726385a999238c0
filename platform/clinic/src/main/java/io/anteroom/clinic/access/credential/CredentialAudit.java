package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the audit log says about what people sign in with. */
@Component
class CredentialAudit {

    private final AuditLog log;

    CredentialAudit(AuditLog log) {
        this.log = log;
    }

    void credentialSet(
            PatientId patient, @Nullable Credential before, SignInAddress after, int signedOut, Actor.Staff by) {
        var entry = AuditEntry.ofRecord(AuditAction.CREDENTIAL_SET, patient.value());
        if (before != null) {
            entry = ended(entry.with("Before", before.address().value()), before, signedOut);
        }
        log.record(by, entry.with("After", after.value()).with("Verified with the patient", "yes"));
    }

    /** An address that came with an invitation or a link. */
    void credentialAdded(PatientId patient, SignInAddress address, Actor by) {
        log.record(
                by,
                AuditEntry.ofRecord(AuditAction.CREDENTIAL_SET, patient.value())
                        .with("After", address.value())
                        .with("Verified with the patient", "no"));
    }

    void credentialRemoved(PatientId patient, Credential credential, int signedOut, Actor.Staff by) {
        log.record(
                by,
                ended(
                        AuditEntry.ofRecord(AuditAction.CREDENTIAL_REMOVED, patient.value())
                                .with("Before", credential.address().value()),
                        credential,
                        signedOut));
    }

    void credentialRemoved(AccountId account, Credential credential, int signedOut, Actor.Staff by) {
        log.record(
                by,
                ended(
                        AuditEntry.of(AuditAction.CREDENTIAL_REMOVED, "portal-account", account)
                                .with("Before", credential.address().value()),
                        credential,
                        signedOut));
    }

    private static AuditEntry ended(AuditEntry entry, Credential gone, int signedOut) {
        return gone.verifiedAt().isEmpty() ? entry : entry.with("Browsers signed out", String.valueOf(signedOut));
    }
}
