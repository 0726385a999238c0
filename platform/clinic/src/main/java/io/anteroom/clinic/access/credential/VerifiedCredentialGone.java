package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Published within the transaction when an address with which somebody signed in is taken from an account. Whoever had it may
 * have been the wrong person, so every other way in that could have been made with it has to end in the same transaction.
 *
 * @param account whose address it was
 * @param patient the patient whose own account it is, or null
 * @param by who took it
 */
public record VerifiedCredentialGone(
        AccountId account, @Nullable PatientId patient, Actor by) {

    /** What the clinic's log says of something that ends with it. */
    public AuditEntry entry(AuditAction action) {
        var entry = AuditEntry.of(action, "portal-account", account);
        return (patient == null ? entry : entry.ofPatient(patient.value()))
                .with("Because", "an address it signed in with was removed or changed");
    }
}
