package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.CredentialChannel;
import java.time.Instant;

/**
 * An invitation as whoever holds its link sees it, before anything is proved: it names nobody.
 *
 * @param destination where the code will go, masked
 * @param channel how it goes there
 * @param toThePatient whether it is to the patient, or to somebody who is to look after a record
 * @param expiresAt when the link ends
 */
public record OpenInvitation(String destination, CredentialChannel channel, boolean toThePatient, Instant expiresAt) {}
