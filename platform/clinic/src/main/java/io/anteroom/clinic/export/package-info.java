/**
 * A copy of everything about a patient, for the patient: a ZIP with the record as FHIR R4 resources and as pages to read. It is asked
 * for behind the fresh check, made by the worker piece by piece, fetched behind the check again, and gone after a week.
 */
@NullMarked
package io.anteroom.clinic.export;

import org.jspecify.annotations.NullMarked;
