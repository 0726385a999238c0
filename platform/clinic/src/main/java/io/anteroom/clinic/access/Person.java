package io.anteroom.clinic.access;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Who an account is, for the audit log.
 *
 * @param name the name of the patient it is, or of the first it may see
 * @param patient that patient, or null where all access has ended
 */
record Person(AccountId account, String name, @Nullable PatientId patient) {

    Actor actor() {
        return new Actor.PortalUser(account.toString(), name);
    }

    AuditEntry entry(AuditAction action, SessionId session) {
        var entry = AuditEntry.of(action, "portal-session", session);
        return patient == null ? entry : entry.ofPatient(patient.value());
    }
}
