package io.anteroom.clinic.access;

import io.anteroom.clinic.patient.PatientId;

/**
 * Whose account holds an address that was wanted for another.
 *
 * @param patient whose record it signs in to
 * @param name the name of who signs in: that patient's, or of somebody who acts for them
 */
public record Holder(PatientId patient, String name) {}
