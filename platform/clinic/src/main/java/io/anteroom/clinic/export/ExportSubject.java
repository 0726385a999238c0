package io.anteroom.clinic.export;

import io.anteroom.clinic.patient.Patient;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * Whose copy is made, and for whom.
 *
 * @param at when it is made
 */
record ExportSubject(Patient patient, PatientExport export, Instant at) {

    long number() {
        return patient.id().value();
    }

    /** The words of its pages. */
    Words words() {
        return Words.in(export.language(), CurrentTenant.get().country());
    }

    /** That moment at the clinic. */
    ZonedDateTime local(Instant moment) {
        return moment.atZone(CurrentTenant.get().zone());
    }

    /** What names a resource in the bundle, the same in each copy: {@code urn:uuid:...}. */
    static String urn(String kind, long number) {
        var name = CurrentTenant.get().id().value() + "/" + kind + "/" + number;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    String patientUrn() {
        return urn("Patient", number());
    }
}
