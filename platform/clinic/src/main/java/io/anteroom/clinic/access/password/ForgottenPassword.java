package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.errand.Errand;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.HalfWay;
import io.anteroom.clinic.access.session.HalfWays;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.signin.SecondEntries;
import io.anteroom.clinic.access.signin.SecondEntry;
import io.anteroom.clinic.access.signin.SignIns;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way on for who gave a right code and has forgotten the password that is asked for next: another proof, of something else
 * than the mailbox that the code went to, removes it. The holder is told at every address.
 */
@Component
public class ForgottenPassword {

    private final SecondEntries entries;
    private final StepRows steps;
    private final PasswordRows rows;
    private final PasswordTraces traces;
    private final Sessions sessions;
    private final HalfWays halfWays;
    private final SignIns signIns;
    private final Authentication authentication;
    private final Clock clock;

    ForgottenPassword(
            SecondEntries entries,
            StepRows steps,
            PasswordRows rows,
            PasswordTraces traces,
            Sessions sessions,
            HalfWays halfWays,
            SignIns signIns,
            Authentication authentication,
            Clock clock) {
        this.entries = entries;
        this.steps = steps;
        this.rows = rows;
        this.traces = traces;
        this.sessions = sessions;
        this.halfWays = halfWays;
        this.signIns = signIns;
        this.authentication = authentication;
        this.clock = clock;
    }

    /** What the person in that browser can do; nothing where no password is asked of it. */
    @Transactional(readOnly = true)
    public Optional<Forgotten> of(BrowserToken browser) {
        return entries.find(browser).map(SecondEntry::halfWay).map(half -> {
            var settings = authentication.settings();
            return new Forgotten(
                    steps.others(half).stream()
                            .filter(address -> settings.codesTo().contains(address.channel()))
                            .findFirst()
                            .orElse(null),
                    half.proof().method() == SignInMethod.CODE && steps.hasPrinted(half.account()),
                    settings.passkeys() && steps.hasPasskey(half.account()));
        });
    }

    /** Asks for a code to the other address, which removes the password and signs in; nothing where there is none. */
    @Transactional
    public Optional<Asked> ask(BrowserToken browser, AskedFrom from) {
        return entries.hold(browser)
                .map(SecondEntry::halfWay)
                .filter(half -> half.isOpen(clock.instant()))
                .flatMap(half -> of(browser)
                        .flatMap(ways -> Optional.ofNullable(ways.other()))
                        .map(other -> {
                            var asked = signIns.ask(other, errand(half), from);
                            if (asked instanceof Asked.OnItsWay) {
                                halfWays.forgotten(half.signIn(), clock.instant());
                            }
                            return asked;
                        }));
    }

    private static Errand errand(HalfWay half) {
        return new Errand(ForgottenErrand.KIND, half.signIn().toString());
    }

    /**
     * Removes the password of an account that is locked and signs everybody out of it.
     *
     * @param because what was proved besides the code, in words for the clinic's log
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(AccountId account, String because) {
        rows.of(account).ifPresent(stored -> {
            rows.remove(account);
            traces.forgotten(account, stored, because, sessions.signOutEverywhere(account));
        });
    }
}
