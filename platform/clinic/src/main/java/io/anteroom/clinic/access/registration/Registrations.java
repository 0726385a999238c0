package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.SignInCaps;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.signin.SignIns;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opening an account of limited access: somebody says who they are, and the code they enter where everybody enters theirs
 * opens it. The account sees no record, whatever agrees with one. Forms open theirs here too, and bookings by {@link
 * NewAccounts}, each with its own {@link AccountOrigin}.
 */
@Component
public class Registrations {

    private final SignIns signIns;
    private final SignInCaps caps;
    private final RegistrationRows rows;
    private final Authentication authentication;
    private final Clock clock;

    Registrations(SignIns signIns, SignInCaps caps, RegistrationRows rows, Authentication authentication, Clock clock) {
        this.signIns = signIns;
        this.caps = caps;
        this.rows = rows;
        this.authentication = authentication;
        this.clock = clock;
    }

    /** Whether strangers may open an account here. */
    public boolean areOpen() {
        return authentication.settings().selfRegistration();
    }

    /** Asks for a code. The answer never tells whether the clinic knows the address. */
    @Transactional
    public Asked ask(Applicant applicant, AccountOrigin origin, SignInAddress contact, AskedFrom from) {
        var now = clock.instant();
        return caps.askAsNewcomer(from, now)
                .<Asked>map(until -> new Asked.Wait(Asked.Why.NETWORK, until))
                .orElseGet(() -> ask(new Draft(applicant, origin), contact, from, now));
    }

    private Asked ask(Draft draft, SignInAddress contact, AskedFrom from, Instant now) {
        var ref = draft.ref(contact);
        var asked = signIns.ask(contact, RegistrationErrand.of(ref), from);
        if (asked instanceof Asked.OnItsWay) {
            rows.keep(ref, draft, now);
        }
        return asked;
    }

    /** What the one who looks said when opening the account, if that is how it began. */
    @Transactional(readOnly = true)
    public Optional<Registration> of(Viewer viewer) {
        return rows.find(viewer.account());
    }
}
