/**
 * Invitations to the portal: to a patient, or to somebody who is to look after the patient's record. Staff send, resend and
 * revoke them through {@link io.anteroom.clinic.access.invitation.Invitations}, and change what a record's window of access
 * says, invitation included, through {@link io.anteroom.clinic.access.invitation.AccessWindow}; whoever holds a link uses
 * it through {@link io.anteroom.clinic.access.invitation.InvitationLinks}. Docs: {@code docs/invitations.md}.
 */
@NullMarked
package io.anteroom.clinic.access.invitation;

import org.jspecify.annotations.NullMarked;
