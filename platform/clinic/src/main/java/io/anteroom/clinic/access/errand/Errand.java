package io.anteroom.clinic.access.errand;

/**
 * What somebody signs in for besides signing in, such as accepting an invitation.
 *
 * @param kind finds the {@link SignInErrand}
 * @param ref the thing's id within the clinic; no name and no secret
 */
public record Errand(String kind, String ref) {}
