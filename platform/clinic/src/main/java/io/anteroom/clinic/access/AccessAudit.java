package io.anteroom.clinic.access;

import io.anteroom.clinic.access.Credentials.Proved;
import io.anteroom.clinic.access.GrantRows.Grant;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.stream.Collectors;
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

    void accessGiven(PatientId patient, AccountId account, @Nullable GrantTerms before, GrantTerms after, Actor by) {
        var entry =
                AuditEntry.ofRecord(AuditAction.ACCESS_GRANTED, patient.value()).with("To", name(account, after));
        if (before != null) {
            entry = entry.with("Before", words(before));
        }
        log.record(by, entry.with("Access", words(after)));
    }

    void accessEnded(Grant grant, GrantEnd because, Actor by) {
        log.record(
                by,
                AuditEntry.ofRecord(AuditAction.ACCESS_ENDED, grant.patient().value())
                        .with("Of", name(grant.account(), grant.terms()))
                        .with("Access", words(grant.terms()))
                        .with("Because", because.stored().replace('-', ' ')));
    }

    private String name(AccountId account, GrantTerms terms) {
        return terms.relationship() == Relationship.SELF
                ? "the patient"
                : accounts.person(account).name() + ", " + terms.relationship().stored();
    }

    /** As in {@code full: bookings, money, until 2027-01-31}. */
    private static String words(GrantTerms terms) {
        var scopes = terms.scopes().stream().sorted().map(AccessScope::stored).collect(Collectors.joining(", "));
        var until = terms.expiresAt() == null
                ? ""
                : ", until "
                        + LocalDate.ofInstant(
                                terms.expiresAt(), CurrentTenant.get().zone());
        return terms.level().stored() + ": " + scopes + until;
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

    void verified(Proved proved, SessionId session) {
        var person = accounts.person(proved.account());
        log.record(
                person.actor(),
                person.entry(AuditAction.CREDENTIAL_VERIFIED, session)
                        .with("Address", proved.channel().word()));
    }

    void signedIn(Proof proof, SessionId session, String device) {
        var person = accounts.person(proof.account());
        log.record(
                person.actor(),
                person.entry(AuditAction.PORTAL_SIGNED_IN, session)
                        .with("With", proof.method().words())
                        .with("Device", device));
    }

    void actsFor(VisibleChart chart, VisiblePatient chosen) {
        var entry = AuditEntry.of(
                        AuditAction.PORTAL_ACTS_FOR,
                        "portal-session",
                        chart.viewer().session())
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
        log.record(person.actor(), person.entry(action, session));
    }

    void sessionEnded(PatientId patient, SessionId session, Actor.Staff by) {
        log.record(
                by,
                AuditEntry.of(AuditAction.PORTAL_SESSION_ENDED, "portal-session", session)
                        .ofPatient(patient.value()));
    }
}
