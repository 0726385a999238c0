package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff see about a patient's access. */
@Component
public class AccessOverview {

    private final Accounts accounts;
    private final Credentials credentials;
    private final People people;
    private final Sessions sessions;
    private final Clock clock;

    AccessOverview(Accounts accounts, Credentials credentials, People people, Sessions sessions, Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Somebody else's access in force to the record of {@code patient}, by its number. */
    @Transactional(readOnly = true)
    public Optional<PersonWithAccess> person(PatientId patient, GrantId grant) {
        return people.besides(patient, clock.instant()).stream()
                .filter(person -> person.grant().equals(grant))
                .findFirst();
    }

    /** Whether that was somebody else's access to the record of {@code patient}, which has ended or was changed. */
    @Transactional(readOnly = true)
    public boolean isPast(PatientId patient, GrantId grant) {
        return people.isPast(patient, grant, clock.instant());
    }

    /** The access to the record of {@code patient}; empty where none was ever given, or there is no such patient. */
    @Transactional(readOnly = true)
    public PatientAccess of(PatientId patient) {
        var now = clock.instant();
        var others = people.besides(patient, now);
        var elsewhere = othersSessions(patient, now);
        return accounts.of(patient)
                .map(account ->
                        new PatientAccess(credentials.of(account, now), others, sessions.of(account), elsewhere))
                .orElseGet(() -> new PatientAccess(List.of(), others, List.of(), elsewhere));
    }

    private List<OthersSession> othersSessions(PatientId patient, Instant now) {
        var others = people.accounts(patient, now);
        var alive =
                sessions.of(others.stream().map(People.OtherAccount::account).toList());
        return others.stream()
                .flatMap(other -> alive.getOrDefault(other.account(), List.of()).stream()
                        .map(session -> new OthersSession(other.name(), other.relationship(), session)))
                .toList();
    }
}
