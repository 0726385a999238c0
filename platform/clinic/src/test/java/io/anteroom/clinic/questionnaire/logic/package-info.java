/** Tests of {@code io.anteroom.clinic.questionnaire.logic}. */
@NullMarked
package io.anteroom.clinic.questionnaire.logic;

import org.jspecify.annotations.NullMarked;
