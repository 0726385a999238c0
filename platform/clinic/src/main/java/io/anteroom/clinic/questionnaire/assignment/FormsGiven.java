package io.anteroom.clinic.questionnaire.assignment;

import io.anteroom.clinic.questionnaire.AssignmentId;
import java.util.List;

/**
 * Forms were given; published within the transaction.
 *
 * @param ids which
 */
public record FormsGiven(List<AssignmentId> ids) {

    public FormsGiven {
        ids = List.copyOf(ids);
    }
}
