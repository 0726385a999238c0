package io.anteroom.clinic.access;

import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
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
    private final SessionRows sessions;
    private final Timeline timeline;
    private final Clock clock;

    AccessOverview(
            Accounts accounts,
            Credentials credentials,
            People people,
            SessionRows sessions,
            Timeline timeline,
            Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.people = people;
        this.sessions = sessions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Somebody else's access in force to the record of {@code patient}, by its number. */
    @Transactional(readOnly = true)
    public Optional<PersonWithAccess> person(PatientId patient, GrantId grant) {
        return people.besides(patient, clock.instant()).stream()
                .filter(person -> person.grant().equals(grant))
                .findFirst();
    }

    /** The access to the record of {@code patient}; empty where none was ever given, or there is no such patient. */
    @Transactional(readOnly = true)
    public PatientAccess of(PatientId patient) {
        var now = clock.instant();
        var others = people.besides(patient, now);
        return accounts.of(patient)
                .map(account -> new PatientAccess(credentials.of(account, now), others, sessions.alive(account, now)))
                .orElseGet(() -> new PatientAccess(List.of(), others, List.of()));
    }

    /** What happened when the patient signed in, the newest first, at most {@value Timeline#LENGTH} entries. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> timeline(PatientId patient) {
        return accounts.of(patient).map(timeline::of).orElseGet(List::of);
    }
}
