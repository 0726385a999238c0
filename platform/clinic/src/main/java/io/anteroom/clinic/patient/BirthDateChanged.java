package io.anteroom.clinic.patient;

import io.anteroom.clinic.audit.Actor;

/**
 * Published within the transaction when a patient's birth date was corrected, after it was written.
 *
 * @param by who corrected it
 */
public record BirthDateChanged(PatientId patient, Actor by) {}
