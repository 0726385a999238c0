package io.anteroom.clinic.questionnaire.review;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.AssignmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answers that nobody has reviewed.
 *
 * @param title of the version that was answered
 * @param patient whom they are about, or null as long as no record is known
 * @param patientName given name first, or null with the patient
 * @param flagged the names of the totals' ranges that staff are to notice, as in {@code Mood: severe}; empty where there are none
 */
public record UnreviewedAnswers(
        AssignmentId id,
        String title,
        @Nullable PatientId patient,
        @Nullable String patientName,
        Instant completedAt,
        String flagged) {}
