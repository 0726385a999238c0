/** Tests of {@code io.anteroom.clinic.questionnaire.answer}. */
@NullMarked
package io.anteroom.clinic.questionnaire.answer;

import org.jspecify.annotations.NullMarked;
