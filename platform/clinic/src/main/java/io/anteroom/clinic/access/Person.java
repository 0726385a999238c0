package io.anteroom.clinic.access;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Who an account is, for the audit log.
 *
 * @param name the name of the patient it is, or of the first it may see
 * @param patient that patient, or null where all access has ended
 */
public record Person(
        AccountId account, String name, @Nullable PatientId patient) {

    /** The same as an actor. */
    public Actor actor() {
        return new Actor.PortalUser(account.toString(), name);
    }

    /** That entry, as one of the patient. */
    public AuditEntry about(AuditEntry entry) {
        return patient == null ? entry : entry.ofPatient(patient.value());
    }
}
