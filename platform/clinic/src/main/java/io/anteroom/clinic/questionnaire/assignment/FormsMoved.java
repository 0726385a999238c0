package io.anteroom.clinic.questionnaire.assignment;

import io.anteroom.clinic.questionnaire.AssignmentId;
import java.util.List;

/**
 * Forms are due at another time than before; published within the transaction.
 *
 * @param ids which
 */
public record FormsMoved(List<AssignmentId> ids) {

    public FormsMoved {
        ids = List.copyOf(ids);
    }
}
