package io.anteroom.controlplane.operator;

/**
 * Somebody who runs the platform and is signed in.
 *
 * @param subject Keycloak's id of the person
 * @param name their name, or their address where they have given none
 */
public record Operator(String subject, String name) {}
