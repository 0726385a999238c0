/**
 * A copy of everything about a patient, for the patient and who acts for them: a ZIP with the record as FHIR R4 resources and as pages to
 * read, and its files. Asked for and fetched behind the fresh check where clinical records are in it, made by the worker piece by piece, kept
 * sealed as a file of the clinic, and gone after a week.
 */
@NullMarked
package io.anteroom.clinic.export;

import org.jspecify.annotations.NullMarked;
