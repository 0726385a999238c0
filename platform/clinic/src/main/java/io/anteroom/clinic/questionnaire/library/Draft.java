package io.anteroom.clinic.questionnaire.library;

import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.definition.NotSupported;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import java.time.Instant;
import java.util.List;

/**
 * What is being written.
 *
 * @param revision counts the changes
 * @param form what it asks so far
 * @param lost what the file it came from said besides; empty once it was changed here
 * @param changedBy who changed it last
 */
public record Draft(
        QuestionnaireId id,
        int revision,
        Questionnaire form,
        List<NotSupported> lost,
        Instant changedAt,
        String changedBy) {

    /** Copies the list. */
    public Draft {
        lost = List.copyOf(lost);
    }
}
