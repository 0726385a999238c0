package io.anteroom.clinic.questionnaire.assignment;

import io.anteroom.clinic.questionnaire.AssignmentId;
import java.time.Instant;
import java.util.List;

/**
 * Forms were given; published within the transaction.
 *
 * @param ids which
 * @param tellAt from when on people are told: not while what gave it can be undone
 */
public record FormsGiven(List<AssignmentId> ids, Instant tellAt) {

    public FormsGiven {
        ids = List.copyOf(ids);
    }
}
