/** Tests of {@code io.anteroom.clinic.questionnaire.definition}. */
@NullMarked
package io.anteroom.clinic.questionnaire.definition;

import org.jspecify.annotations.NullMarked;
