/** Tests of {@code io.anteroom.clinic.questionnaire.review}. */
@NullMarked
package io.anteroom.clinic.questionnaire.review;

import org.jspecify.annotations.NullMarked;
