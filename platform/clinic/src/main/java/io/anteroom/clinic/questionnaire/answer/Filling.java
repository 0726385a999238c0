package io.anteroom.clinic.questionnaire.answer;

import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import io.anteroom.clinic.questionnaire.logic.Screens;

/**
 * A form as it is filled in so far.
 *
 * @param form with all that was said
 * @param screens how it is divided
 */
public record Filling(Assignment assignment, FilledForm form, Screens screens) {}
