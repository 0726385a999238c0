/** What patients answered: the queue of what nobody has reviewed, one set of answers beside earlier ones, as PDF and as FHIR. */
@NullMarked
package io.anteroom.tenantadmin.questionnaire.answers;

import org.jspecify.annotations.NullMarked;
