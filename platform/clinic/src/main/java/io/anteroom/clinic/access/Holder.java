package io.anteroom.clinic.access;

import io.anteroom.clinic.patient.PatientId;

/**
 * The patient whose account holds an address that was wanted for another.
 *
 * @param patient whose record it signs in to
 * @param name that patient's name
 */
public record Holder(PatientId patient, String name) {}
