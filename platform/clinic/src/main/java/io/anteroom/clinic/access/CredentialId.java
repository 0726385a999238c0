package io.anteroom.clinic.access;

/**
 * The id of a credential.
 *
 * @param value unique within the clinic only
 */
public record CredentialId(long value) {}
