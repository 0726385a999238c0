package io.anteroom.clinic.access;

import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff see about a patient's access. */
@Component
public class AccessOverview {

    private final Accounts accounts;
    private final Credentials credentials;
    private final SessionRows sessions;
    private final Timeline timeline;
    private final Clock clock;

    AccessOverview(Accounts accounts, Credentials credentials, SessionRows sessions, Timeline timeline, Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The access of {@code patient}; empty where none was ever set up, or there is no such patient. */
    @Transactional(readOnly = true)
    public PatientAccess of(PatientId patient) {
        return accounts.of(patient).map(this::of).orElse(PatientAccess.NONE);
    }

    private PatientAccess of(AccountId account) {
        var now = clock.instant();
        return new PatientAccess(credentials.of(account, now), sessions.alive(account, now), timeline.of(account));
    }
}
