package io.anteroom.portal.profile;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.export.PatientExport;
import io.anteroom.clinic.export.content.CopyReach;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page of a copy.
 *
 * @param reach what this person may have a copy of, or null
 * @param copy the last one, or null
 * @param patientName the name to say where somebody acts for another, or null
 */
public record CopyView(
        @Nullable CopyReach reach,
        @Nullable PatientExport copy,
        @Nullable String patientName) {

    private static final long KILOBYTE = 1024;

    static CopyView of(@Nullable CopyReach reach, @Nullable PatientExport copy, @Nullable VisiblePatient patient) {
        return new CopyView(reach, copy, patient == null ? null : ProfileController.nameOfOther(patient));
    }

    /** Whether this person may ask for one. */
    public boolean allowed() {
        return reach != null;
    }

    /** What is in it. */
    public String holds() {
        if (reach == null || reach.level() == AccessLevel.LIMITED) {
            return say(
                    "A file with what you booked, answered and sent here: pages to read, most of it for other software (FHIR) too, and the documents.");
        }
        if (reach.clinical()) {
            return say(
                    "A file with all of the record that you can see here: contact details, appointments, invoices, clinical records, forms, documents, and who used it. There are pages to read, and most of it for other software (FHIR) too.");
        }
        return say(
                "A file with what you can see here, without clinical records: pages to read, most of it for other software (FHIR) too, and the documents.");
    }

    /** Whether one is being made. */
    public boolean underway() {
        return copy != null && copy.ready() == null;
    }

    /** Whether one can be fetched. */
    public boolean ready() {
        return copy != null && copy.ready() != null;
    }

    /** Where it is fetched. */
    public String url() {
        return "/profile/copy/" + Objects.requireNonNull(copy).id() + "/file";
    }

    /** Until when, in the clinic's time. */
    public String until() {
        return Words.current()
                .dayAndTime(made().expires().atZone(CurrentTenant.get().zone()));
    }

    /** When it was made. */
    public String at() {
        return Words.current()
                .dayAndTime(made().madeAt().atZone(CurrentTenant.get().zone()));
    }

    /** How large it is, as {@code 12 KB}. */
    public String size() {
        return say("{kilobytes, number} KB", "kilobytes", Math.max(1, made().size() / KILOBYTE));
    }

    private PatientExport.Ready made() {
        return Objects.requireNonNull(Objects.requireNonNull(copy).ready());
    }
}
