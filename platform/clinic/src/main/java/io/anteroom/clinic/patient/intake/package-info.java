/**
 * Taking patients in from a file: read, staged, checked row by row, and then added all at once. Everything goes through
 * {@link io.anteroom.clinic.patient.intake.PatientImports}; the worker does the checking and the adding. A file's rows are
 * staged in tables of their own until they become patients in one transaction, so that a stop at any point leaves all of
 * them in or none.
 */
@NullMarked
package io.anteroom.clinic.patient.intake;

import org.jspecify.annotations.NullMarked;
