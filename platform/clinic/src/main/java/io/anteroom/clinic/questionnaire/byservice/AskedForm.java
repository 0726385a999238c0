package io.anteroom.clinic.questionnaire.byservice;

import io.anteroom.clinic.questionnaire.QuestionnaireId;

/**
 * A questionnaire that a service asks.
 *
 * @param title as staff and patients know it
 * @param active whether it is given to people; a retired one is asked no more, and stays chosen
 */
public record AskedForm(QuestionnaireId questionnaire, String title, Moment moment, boolean active) {}
