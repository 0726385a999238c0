package io.anteroom.clinic.access.support;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.Relationship;
import org.jspecify.annotations.Nullable;

/**
 * How one person who may see a record is getting on with signing in.
 *
 * @param name the person's name, or null where nobody knows it
 * @param relationship what the person is to the patient
 * @param finding what is wrong now, or that nothing is
 */
public record Situation(AccountId account, @Nullable String name, Relationship relationship, Finding finding) {}
