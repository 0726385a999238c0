package io.anteroom.clinic.questionnaire.link;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.registration.Applicant;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A link as it stands.
 *
 * @param due the last day for the form, or null
 * @param endedAt when staff took it back or sent another, or null
 * @param usedAt when the code was entered, or null
 * @param account whose it is since, or null
 * @param form what was given by it, or null
 * @param said who whoever opened it says to be, until the code is entered, or null
 */
public record FormLink(
        FormLinkId id,
        QuestionnaireId questionnaire,
        SignInAddress email,
        @Nullable LocalDate due,
        Instant sentAt,
        String sentBy,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable Instant usedAt,
        @Nullable AccountId account,
        @Nullable AssignmentId form,
        @Nullable Applicant said) {

    /** Whether it still leads anywhere. */
    public boolean isOpen(Instant now) {
        return endedAt == null && usedAt == null && expiresAt.isAfter(now);
    }
}
