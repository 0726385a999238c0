package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.WantedCredentials;
import java.util.Set;

/**
 * What staff want of a record's window of access, kept in the form until Save.
 *
 * @param seen what the window showed when it was opened, as {@link AccessWindow#seen} names it
 * @param credentials what the patient is to sign in with
 * @param removed what is to be taken away
 * @param invitation what is to be sent; none where neither way is wanted
 */
public record AccessDraft(
        String seen, WantedCredentials credentials, Set<CredentialChannel> removed, WantedInvitation invitation) {

    /** Copies the set. */
    public AccessDraft {
        removed = Set.copyOf(removed);
    }

    boolean isEmpty() {
        return credentials.isEmpty() && removed.isEmpty() && !invitation.isWanted();
    }
}
