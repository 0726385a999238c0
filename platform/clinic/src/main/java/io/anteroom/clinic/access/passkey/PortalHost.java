package io.anteroom.clinic.access.passkey;

/**
 * The host of a clinic's portal, for which its passkeys are made: a browser offers them there and nowhere else.
 *
 * @param name the host without port, the relying party's id
 * @param origin scheme, host and port as a browser writes them
 */
public record PortalHost(String name, String origin) {}
