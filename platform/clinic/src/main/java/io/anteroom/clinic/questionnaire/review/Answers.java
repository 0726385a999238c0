package io.anteroom.clinic.questionnaire.review;

import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.definition.PublishedVersion;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One set of answers.
 *
 * @param version what was asked
 * @param form the questions with what was answered
 * @param before what the same patient answered to the same questionnaire earlier, the last first
 * @param review who reviewed it and when, or null
 */
public record Answers(
        Assignment given,
        PublishedVersion version,
        FilledForm form,
        List<Earlier> before,
        @Nullable Review review) {

    /** Copies the list. */
    public Answers {
        before = List.copyOf(before);
    }

    /** Who reviewed answers, and when. */
    public record Review(Instant at, String by) {}

    /**
     * Earlier answers.
     *
     * @param form with the questions of the version that was answered then
     */
    public record Earlier(AssignmentId id, Instant completedAt, int version, FilledForm form) {}
}
