package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.PatientAccess;
import io.anteroom.webkit.Confirmation;
import java.util.ArrayList;
import java.util.Optional;

/** What is lost with a credential. */
final class RemovalWarning {

    private RemovalWarning() {}

    /** The question to ask, or nothing where the patient has no such credential. */
    static Optional<Confirmation> of(String url, String patient, PatientAccess access, CredentialChannel channel) {
        return access.credential(channel).map(credential -> {
            var kind = Words.of(channel);
            var losses = new ArrayList<String>();
            losses.add(patient + " will no longer be able to sign in with " + Words.address(credential)
                    + ", and every browser signed in with it is signed out at once.");
            losses.add(
                    access.credentials().size() == 1
                            ? "It is the only way in: " + patient
                                    + " loses all access to the portal until you set another."
                            : "Signing in with the other address still works.");
            losses.add("The contact details on the record stay as they are.");
            return Confirmation.of(
                    "Remove this " + kind + "?",
                    losses,
                    url + "/credentials/" + kind + "/removal",
                    "Remove " + kind,
                    url);
        });
    }
}
