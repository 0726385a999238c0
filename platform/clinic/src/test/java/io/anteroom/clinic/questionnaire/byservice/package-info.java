/** Tests of what services ask. */
@NullMarked
package io.anteroom.clinic.questionnaire.byservice;

import org.jspecify.annotations.NullMarked;
