package io.anteroom.clinic.export.content;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Language;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * Whose copy is made, and for whom.
 *
 * @param details as they are on the record now
 * @param account who asked
 * @param reach how much it holds
 * @param language of its pages
 * @param at when it is made
 */
public record ExportSubject(
        PatientId patient, PatientDetails details, AccountId account, CopyReach reach, Language language, Instant at) {

    long number() {
        return patient.value();
    }

    /** The words of its pages. */
    Words words() {
        return Words.in(language, CurrentTenant.get().country());
    }

    /** That moment at the clinic. */
    ZonedDateTime local(Instant moment) {
        return moment.atZone(CurrentTenant.get().zone());
    }

    /** What names a resource in the bundle, the same in each copy: {@code urn:uuid:...}. */
    static String urn(String kind, long number) {
        return urn(kind, Long.toString(number));
    }

    /** The same of what has a number within another. */
    static String urn(String kind, String number) {
        var name = CurrentTenant.get().id().value() + "/" + kind + "/" + number;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    String patientUrn() {
        return urn("Patient", number());
    }
}
