package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.AccountLock;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.session.PortalSession;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The password of a patient, as far as staff have to do with it. Nobody sees one. */
@Component
@Transactional
public class PatientPassword {

    private final Accounts accounts;
    private final AccountLock lock;
    private final PasswordRows rows;
    private final StepRows steps;
    private final PasswordLimits limits;
    private final Sessions sessions;
    private final OnlineAccess access;
    private final PasswordTraces traces;
    private final Clock clock;

    PatientPassword(
            Accounts accounts,
            AccountLock lock,
            PasswordRows rows,
            StepRows steps,
            PasswordLimits limits,
            Sessions sessions,
            OnlineAccess access,
            PasswordTraces traces,
            Clock clock) {
        this.accounts = accounts;
        this.lock = lock;
        this.rows = rows;
        this.steps = steps;
        this.limits = limits;
        this.sessions = sessions;
        this.access = access;
        this.traces = traces;
        this.clock = clock;
    }

    /** The one of the patient's own account, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Kept> of(PatientId patient) {
        return accounts.of(patient).flatMap(rows::of).map(stored -> new Kept(stored.setAt(), stored.twoSteps()));
    }

    /**
     * Removes it, as for who has forgotten one that is asked for together with a code; ends every session and tells the holder.
     * False if there is none.
     */
    public boolean remove(PatientId patient, Actor.Staff by) {
        if (!accounts.hold(patient)) {
            return false;
        }
        var account = accounts.of(patient).filter(lock::hold);
        var stored = account.flatMap(rows::of);
        stored.ifPresent(there -> {
            var own = account.orElseThrow();
            rows.remove(own);
            var alive = sessions.of(own).stream().map(PortalSession::id).toList();
            alive.forEach(session -> access.endSession(patient, session, by));
            traces.removed(own, patient, there, alive.size(), by);
        });
        return stored.isPresent();
    }

    /**
     * Takes passwords for {@code address} again at once, and those that are asked for after a code in its account; false if
     * none are locked. The wrong ones still count, so the next lock lasts as long as it would have.
     */
    public boolean unlock(SignInAddress address) {
        var now = clock.instant();
        boolean second = steps.unlock(address, now);
        boolean first = limits.hold(address).locked(now).isPresent();
        if (first) {
            limits.unlock(address);
        }
        return first || second;
    }

    /**
     * A password that is kept.
     *
     * @param setAt when it was set
     * @param twoSteps whether it is asked for together with a code, so that neither signs in alone
     */
    public record Kept(Instant setAt, boolean twoSteps) {}
}
