package io.anteroom.clinic.questionnaire.definition;

import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.VersionId;
import java.time.Instant;

/**
 * A version as it was published.
 *
 * @param number 1 for the first of its questionnaire
 * @param questionnaire what it asks
 * @param publishedBy the name of who published it
 */
public record PublishedVersion(
        VersionId id,
        QuestionnaireId of,
        int number,
        Questionnaire questionnaire,
        Instant publishedAt,
        String publishedBy) {}
