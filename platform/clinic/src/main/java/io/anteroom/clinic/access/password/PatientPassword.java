package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.password.PasswordRows.Stored;
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
    private final PasswordRows rows;
    private final PasswordLimits limits;
    private final Clock clock;

    PatientPassword(Accounts accounts, PasswordRows rows, PasswordLimits limits, Clock clock) {
        this.accounts = accounts;
        this.rows = rows;
        this.limits = limits;
        this.clock = clock;
    }

    /** When the one of the patient's own account was set; nothing where there is none. */
    @Transactional(readOnly = true)
    public Optional<Instant> setAt(PatientId patient) {
        return accounts.of(patient).flatMap(rows::of).map(Stored::setAt);
    }

    /**
     * Takes passwords for {@code address} again at once; false if none are locked. The wrong ones still count, so the next
     * lock lasts as long as it would have.
     */
    public boolean unlock(SignInAddress address) {
        var limit = limits.hold(address);
        boolean locked = limit.locked(clock.instant()).isPresent();
        if (locked) {
            limits.unlock(address);
        }
        return locked;
    }
}
