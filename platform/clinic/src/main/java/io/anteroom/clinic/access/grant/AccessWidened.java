package io.anteroom.clinic.access.grant;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Published within the transaction when somebody may see more of a patient than before.
 *
 * @param account who may
 * @param before the terms that held until now, or null where there was no access
 * @param after the terms from now on
 * @param by who gave it
 */
public record AccessWidened(
        PatientId patient, AccountId account, @Nullable GrantTerms before, GrantTerms after, Actor by) {}
