/**
 * How a patient fills in a form: {@link io.anteroom.clinic.questionnaire.answer.FillingIn} saves each answer as it is given, never
 * over one that was given elsewhere meanwhile, and takes the whole once. {@link io.anteroom.clinic.questionnaire.answer.SavedAnswers}
 * gives what was said to whoever may read it.
 */
@NullMarked
package io.anteroom.clinic.questionnaire.answer;

import org.jspecify.annotations.NullMarked;
