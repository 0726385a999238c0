package io.anteroom.clinic.questionnaire.assignment;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.VersionId;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Reference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A form that was given to somebody.
 *
 * @param reference in its address
 * @param version what it asks, for good
 * @param title as that version is called
 * @param patient whom it is about, or null as long as no record is known
 * @param patientName given name first, or null with the patient
 * @param account to whom it was given in particular, or null for whoever sees the patient's
 * @param appointment with which it came, or null
 * @param service which asks it, or null where none does
 * @param dueAt when it should be done, or null
 * @param assignedBy the name of who gave it
 * @param revision counts the times something was saved
 */
public record Assignment(
        AssignmentId id,
        Reference reference,
        QuestionnaireId questionnaire,
        VersionId version,
        String title,
        @Nullable PatientId patient,
        @Nullable String patientName,
        @Nullable AccountId account,
        @Nullable AppointmentId appointment,
        @Nullable ServiceId service,
        Why why,
        AssignmentState state,
        @Nullable Instant dueAt,
        Instant assignedAt,
        String assignedBy,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        long revision) {

    /** Whether it should have been done by {@code now}, and wasn't. */
    public boolean overdue(Instant now) {
        return state.open() && dueAt != null && dueAt.isBefore(now);
    }
}
