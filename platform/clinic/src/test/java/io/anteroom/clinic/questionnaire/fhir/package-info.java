/** Tests of FHIR documents, the validator of HAPI FHIR among them. */
@NullMarked
package io.anteroom.clinic.questionnaire.fhir;

import org.jspecify.annotations.NullMarked;
