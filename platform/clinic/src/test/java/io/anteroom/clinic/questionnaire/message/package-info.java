/** Tests of {@code io.anteroom.clinic.questionnaire.message}. */
@NullMarked
package io.anteroom.clinic.questionnaire.message;

import org.jspecify.annotations.NullMarked;
