package io.anteroom.clinic.questionnaire.byservice;

import io.anteroom.clinic.questionnaire.QuestionnaireId;

/**
 * A form that a service asks before a time is given.
 *
 * @param open whether the patient has it and hasn't handed it in
 * @param done whether it was handed in lately enough to count
 */
public record FirstForm(QuestionnaireId questionnaire, String title, boolean open, boolean done) {}
