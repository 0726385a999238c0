package io.anteroom.clinic.questionnaire.bulk;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire that is being given to many, or was.
 *
 * @param due the last day for it, or null
 * @param patients how many they were when it was begun
 * @param looked at how many patients the worker has looked
 * @param given to how many it was given; the others have it open already
 */
public record Run(
        long id,
        QuestionnaireId questionnaire,
        Wanted wanted,
        @Nullable LocalDate due,
        int patients,
        int looked,
        int given,
        State state,
        Instant begunAt,
        Actor.Staff by) {

    /** How far it is. */
    public enum State {
        /** The worker gives it. */
        RUNNING,
        /** Everybody was looked at. */
        DONE,
        /** The questionnaire was retired meanwhile. */
        STOPPED
    }
}
