package io.anteroom.clinic.access;

/**
 * The id of a credential.
 *
 * @param value unique within the clinic only
 */
record CredentialId(long value) {}
