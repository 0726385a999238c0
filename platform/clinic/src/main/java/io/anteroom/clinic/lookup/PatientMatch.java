package io.anteroom.clinic.lookup;

import io.anteroom.clinic.patient.PatientId;
import java.time.LocalDate;

/** A patient who was found. */
public record PatientMatch(PatientId id, String name, LocalDate birthDate) {}
