package io.anteroom.clinic.profile;

import io.anteroom.clinic.patient.PatientField;
import org.jspecify.annotations.Nullable;

/**
 * A contact detail that is to be another one. Empty texts stand for nothing; numbers are E.164, lines divided by line feeds.
 *
 * @param before what the record said when it was asked for
 * @param wanted what it is to say; the same where somebody proposed it who doesn't see what the record says
 * @param approved what staff said to it, or null before that
 */
public record FieldChange(
        PatientField field,
        String before,
        String wanted,
        @Nullable Boolean approved) {

    /** Says no values: they are personal. */
    @Override
    public String toString() {
        return "FieldChange[" + field + "]";
    }
}
