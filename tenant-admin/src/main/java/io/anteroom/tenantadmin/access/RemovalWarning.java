package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.PatientAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is lost with a credential.
 *
 * @param url the tab's address
 * @param kind {@code email} or {@code mobile}
 * @param losses a sentence each
 */
public record RemovalWarning(String url, String kind, List<String> losses) {

    /** Copies the list. */
    public RemovalWarning {
        losses = List.copyOf(losses);
    }

    /** The warning, or nothing where the patient has no such credential; {@code removed} are those to go anyway. */
    static Optional<RemovalWarning> of(
            String url,
            String patient,
            PatientAccess access,
            CredentialChannel channel,
            Set<CredentialChannel> removed) {
        return access.credential(channel).map(credential -> {
            var losses = new ArrayList<String>();
            losses.add(patient + " will no longer be able to sign in with " + Words.address(credential)
                    + (credential.verifiedAt().isPresent()
                            ? ", and every browser signed in as " + patient
                                    + " is signed out at once. Passkeys, printed recovery codes and a password end too,"
                                    + " because they may have been made by whoever had that address."
                            : ". Nobody has signed in with it yet."));
            boolean another = access.credentials().stream()
                    .map(one -> one.address().channel())
                    .anyMatch(one -> one != channel && !removed.contains(one));
            losses.add(
                    another
                            ? "Signing in with the other address still works."
                            : "It is the only way in: " + patient
                                    + " loses all access to the portal until you set another.");
            losses.add("The contact details on the record stay as they are.");
            losses.add("Nothing is removed before you choose Save.");
            return new RemovalWarning(url, channel.word(), losses);
        });
    }
}
