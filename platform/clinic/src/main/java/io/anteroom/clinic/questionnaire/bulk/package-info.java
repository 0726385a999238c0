/**
 * Giving a questionnaire to many patients at once: whom it is for is said and counted first, then the worker gives it, some hundreds in a
 * transaction. Use {@link io.anteroom.clinic.questionnaire.bulk.Runs}.
 */
@NullMarked
package io.anteroom.clinic.questionnaire.bulk;

import org.jspecify.annotations.NullMarked;
