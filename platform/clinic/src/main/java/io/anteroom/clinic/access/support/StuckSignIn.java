package io.anteroom.clinic.access.support;

import io.anteroom.clinic.patient.PatientId;
import java.time.Instant;

/**
 * Somebody who did not get in.
 *
 * @param patient one of the patients whom the account may see, the own if there is one
 * @param patientName that patient's name
 * @param name the account holder's
 * @param at when the last try was, or of a lock until when it holds
 * @param locked whether no code is taken after wrong tries
 */
public record StuckSignIn(PatientId patient, String patientName, String name, Instant at, boolean locked) {}
