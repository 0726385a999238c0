package io.anteroom.clinic.questionnaire.assignment;

import io.anteroom.clinic.questionnaire.AssignmentId;

/** Staff took back a form that was not handed in; published within the transaction. */
public record FormWithdrawn(AssignmentId id) {}
