package io.anteroom.portal.profile;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.export.PatientExport;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page of a copy.
 *
 * @param allowed whether this person may ask for one
 * @param copy the last one, or null
 * @param patientName the name to say where somebody acts for another, or null
 */
public record CopyView(
        boolean allowed,
        @Nullable PatientExport copy,
        @Nullable String patientName) {

    private static final long KILOBYTE = 1024;

    static CopyView of(boolean allowed, @Nullable PatientExport copy, @Nullable VisiblePatient patient) {
        return new CopyView(allowed, copy, patient == null ? null : ProfileController.nameOfOther(patient));
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
