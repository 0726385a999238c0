package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.Credential;
import io.anteroom.clinic.access.credential.PatientAccess;
import io.anteroom.clinic.access.credential.PersonWithAccess;
import io.anteroom.clinic.access.session.PortalSession;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.webkit.Badge;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tab as it is shown.
 *
 * @param url its address, without a slash at the end
 * @param sentence the state in one sentence
 * @param credentials what the patient signs in with
 * @param people who else may see the record
 * @param sessions the browsers signed in now, the patient's first
 */
public record AccessTab(
        String url,
        String sentence,
        List<CredentialRow> credentials,
        List<PersonRow> people,
        List<SessionRow> sessions) {

    /**
     * A credential.
     *
     * @param removeUrl where to remove it
     * @param locked until when codes aren't taken, or null
     */
    public record CredentialRow(
            String kind,
            String address,
            Badge status,
            String added,
            String removeUrl,
            String removeLabel,
            @Nullable String locked) {}

    /** Somebody else who may see the record; {@code url} is where that is changed. */
    public record PersonRow(
            String name,
            String addresses,
            String what,
            String level,
            String parts,
            String since,
            String until,
            String url) {}

    /** A session; {@code who} is empty where it is the patient's, and {@code endUrl} is where to end it. */
    public record SessionRow(String who, String device, String since, String lastSeen, String until, String endUrl) {}

    /** Whether somebody besides the patient is signed in. */
    public boolean othersAreSignedIn() {
        return sessions.stream().anyMatch(session -> !session.who().isEmpty());
    }

    static AccessTab of(Patient patient, PatientAccess access) {
        var url = PatientRecord.url(patient.id().value());
        return new AccessTab(
                url,
                Words.sentence(patient.calledName(), access),
                access.credentials().stream()
                        .map(credential -> credential(url, credential))
                        .toList(),
                access.people().stream().map(person -> person(url, person)).toList(),
                Stream.concat(
                                access.sessions().stream().map(session -> session(url, "", session)),
                                access.othersSessions().stream()
                                        .map(one -> session(
                                                url, Words.somebody(one.name(), one.relationship()), one.session())))
                        .toList());
    }

    private static CredentialRow credential(String url, Credential credential) {
        var channel = credential.address().channel();
        return new CredentialRow(
                channel == CredentialChannel.EMAIL ? "Email" : "Mobile",
                Words.address(credential),
                credential
                        .verifiedAt()
                        .map(at -> Badge.good("Verified " + Words.day(at)))
                        .orElseGet(() -> Badge.warning("Unverified")),
                Words.day(credential.addedAt()),
                url + "/credentials/" + channel.word() + "/removal",
                "Remove " + channel.word(),
                credential.lockedUntil().map(Words::moment).orElse(null));
    }

    private static PersonRow person(String url, PersonWithAccess person) {
        return new PersonRow(
                Words.name(person),
                person.addresses().stream().map(Words::address).collect(Collectors.joining(", ")),
                Words.what(person.relationship()),
                Words.amount(person.level()),
                Words.parts(person.scopes()),
                Words.day(person.grantedAt()) + ", by " + person.grantedBy(),
                Words.until(person),
                url + "/people/" + person.grant());
    }

    private static SessionRow session(String url, String who, PortalSession session) {
        return new SessionRow(
                who,
                session.device(),
                Words.moment(session.since()),
                Words.moment(session.lastSeen()),
                Words.moment(session.until()),
                url + "/sessions/" + session.id() + "/end");
    }
}
