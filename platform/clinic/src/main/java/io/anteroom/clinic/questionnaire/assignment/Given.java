package io.anteroom.clinic.questionnaire.assignment;

import io.anteroom.clinic.questionnaire.AssignmentId;

/** What became of giving somebody a form. */
public sealed interface Given {

    /** They have it. */
    record Now(AssignmentId id) implements Given {}

    /** They have one of the same questionnaire that they haven't handed in; nothing was given. */
    record Already(AssignmentId id) implements Given {}

    /** The questionnaire isn't published, or is given to nobody any more. */
    record NotActive() implements Given {}

    /** There is no such record any more. */
    record NoPatient() implements Given {}
}
