package io.anteroom.clinic.access.recovery;

import io.anteroom.clinic.access.AccountLock;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The printed codes with which a patient can sign in, as staff see and end them. Nobody sees a code. */
@Component
@Transactional
public class PatientRecoveryCodes {

    private final Accounts accounts;
    private final RecoveryRows rows;
    private final AccountLock lock;
    private final OnlineAccess access;
    private final RecoveryTraces traces;
    private final Clock clock;

    PatientRecoveryCodes(
            Accounts accounts,
            RecoveryRows rows,
            AccountLock lock,
            OnlineAccess access,
            RecoveryTraces traces,
            Clock clock) {
        this.accounts = accounts;
        this.rows = rows;
        this.lock = lock;
        this.access = access;
        this.traces = traces;
        this.clock = clock;
    }

    /** What the patient's own account has, if anything. */
    @Transactional(readOnly = true)
    public Optional<RecoverySet> of(PatientId patient) {
        return accounts.of(patient).flatMap(rows::of);
    }

    /** Ends them with the sessions they began, and tells the holder; false if there are none. */
    public boolean remove(PatientId patient, Actor.Staff by) {
        if (!accounts.hold(patient)) {
            return false;
        }
        var account = accounts.of(patient).filter(lock::hold);
        var set = account.flatMap(rows::of);
        set.ifPresent(held -> {
            rows.sessions(held.id(), clock.instant()).forEach(session -> access.endSession(patient, session, by));
            rows.remove(held.id());
            traces.removed(account.orElseThrow(), patient, held, by);
        });
        return set.isPresent();
    }
}
