package io.anteroom.clinic.access.passkey;

import io.anteroom.clinic.access.AccountLock;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys with which a patient signs in, as staff see and remove them. */
@Component
@Transactional
public class PatientPasskeys {

    private final Accounts accounts;
    private final PasskeyRows rows;
    private final AccountLock lock;
    private final OnlineAccess access;
    private final PasskeyTraces traces;
    private final Clock clock;

    PatientPasskeys(
            Accounts accounts,
            PasskeyRows rows,
            AccountLock lock,
            OnlineAccess access,
            PasskeyTraces traces,
            Clock clock) {
        this.accounts = accounts;
        this.rows = rows;
        this.lock = lock;
        this.access = access;
        this.traces = traces;
        this.clock = clock;
    }

    /** The passkeys of the patient's own account, in the order they were added. */
    @Transactional(readOnly = true)
    public List<Passkey> of(PatientId patient) {
        return accounts.of(patient).map(rows::of).orElseGet(List::of);
    }

    /** Removes one, ends the sessions it began and tells the holder; false if the patient has none of that id. */
    public boolean remove(PatientId patient, PasskeyId id, Actor.Staff by) {
        if (!accounts.hold(patient)) {
            return false;
        }
        var account = accounts.of(patient).filter(lock::hold);
        var begun = rows.sessions(id, clock.instant());
        var name = account.flatMap(own -> rows.remove(own, id));
        name.ifPresent(called -> {
            begun.forEach(session -> access.endSession(patient, session, by));
            traces.removed(account.orElseThrow(), patient, called, by);
        });
        return name.isPresent();
    }
}
