package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.session.PortalSession;
import java.util.List;
import java.util.Optional;

/**
 * Everything staff see about a patient's access.
 *
 * @param credentials what the patient signs in with, email first; none means no access
 * @param people who else may see the record, the longest first
 * @param sessions the browsers in which the patient is signed in now
 * @param othersSessions those in which the others are
 */
public record PatientAccess(
        List<Credential> credentials,
        List<PersonWithAccess> people,
        List<PortalSession> sessions,
        List<OthersSession> othersSessions) {

    static final PatientAccess NONE = new PatientAccess(List.of(), List.of(), List.of(), List.of());

    public PatientAccess {
        credentials = List.copyOf(credentials);
        people = List.copyOf(people);
        sessions = List.copyOf(sessions);
        othersSessions = List.copyOf(othersSessions);
    }

    /** The credential of that kind, if the patient has one. */
    public Optional<Credential> credential(CredentialChannel channel) {
        return credentials.stream()
                .filter(credential -> credential.address().channel() == channel)
                .findFirst();
    }
}
