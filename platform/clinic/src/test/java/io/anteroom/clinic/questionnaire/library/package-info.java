/** Tests of writing questionnaires. */
@NullMarked
package io.anteroom.clinic.questionnaire.library;

import org.jspecify.annotations.NullMarked;
