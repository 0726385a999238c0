package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What staff do about a patient's access: set and remove credentials, see and end sessions. */
@Component
public class OnlineAccess {

    private final Accounts accounts;
    private final CredentialChanges changes;
    private final People people;
    private final Sessions sessions;
    private final Clock clock;

    OnlineAccess(Accounts accounts, CredentialChanges changes, People people, Sessions sessions, Clock clock) {
        this.accounts = accounts;
        this.changes = changes;
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Sets what a patient signs in with. The first credential opens the patient's account, with full access to the
     * patient's own record. A changed credential is a new one: unverified, and the sessions of the old one end.
     */
    @Transactional
    public Configured configure(PatientId patient, WantedCredentials wanted, Actor.Staff by) {
        if (!accounts.hold(patient)) {
            return new Configured.NoSuchPatient();
        }
        var reasons = changes.apply(patient, wanted, by);
        if (reasons.isEmpty()) {
            return new Configured.Saved();
        }
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new Configured.Refused(reasons);
    }

    /**
     * Does the same to a record that the caller has locked, and takes away what {@code removed} names first. Where there are
     * reasons against it, the caller rolls back.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Configured.Reason> apply(
            PatientId patient, WantedCredentials wanted, Set<CredentialChannel> removed, Actor.Staff by) {
        removed.forEach(channel -> remove(patient, channel, by));
        return wanted.isEmpty() ? changes.emptied(patient) : changes.apply(patient, wanted, by);
    }

    /** Removes a credential, and if it was verified ends every session and every other way in; false if the patient has none of that kind. */
    @Transactional
    public boolean remove(PatientId patient, CredentialChannel channel, Actor.Staff by) {
        return accounts.hold(patient)
                && accounts.of(patient)
                        .filter(account -> changes.remove(patient, account, channel, by))
                        .isPresent();
    }

    /** Ends one session of the patient, or of somebody else who may see the record; false if there is none of that id. */
    @Transactional
    public boolean endSession(PatientId patient, SessionId session, Actor.Staff by) {
        return accounts(patient).anyMatch(account -> sessions.end(account, patient, session, by));
    }

    /** Whether one of them has, or lately had, a session of that id. */
    @Transactional(readOnly = true)
    public boolean hadSession(PatientId patient, SessionId session) {
        return accounts(patient).anyMatch(account -> sessions.exists(account, session));
    }

    private Stream<AccountId> accounts(PatientId patient) {
        return Stream.concat(
                accounts.of(patient).stream(),
                people.accounts(patient, clock.instant()).stream().map(People.OtherAccount::account));
    }
}
