package io.anteroom.clinic.access.passkey;

import io.anteroom.clinic.access.RandomTokens;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.limit.SignInCaps;
import io.anteroom.clinic.access.passkey.PasskeyChallenges.By;
import io.anteroom.clinic.access.passkey.PasskeyChallenges.Purpose;
import io.anteroom.clinic.access.session.Proof;
import io.anteroom.clinic.access.session.SessionStart;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.signin.SignInMetrics;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signing in with a passkey: the device says who it is, so nothing is typed and nobody has to be asked for. */
@Component
public class PasskeySignIn {

    private final PasskeyProofs proofs;
    private final PasskeyChallenges challenges;
    private final PasskeyRows rows;
    private final SignInCaps caps;
    private final SessionStart start;
    private final SignInMetrics metrics;
    private final RandomTokens tokens;
    private final Clock clock;

    PasskeySignIn(
            PasskeyProofs proofs,
            PasskeyChallenges challenges,
            PasskeyRows rows,
            SignInCaps caps,
            SessionStart start,
            SignInMetrics metrics,
            RandomTokens tokens,
            Clock clock) {
        this.proofs = proofs;
        this.challenges = challenges;
        this.rows = rows;
        this.caps = caps;
        this.start = start;
        this.metrics = metrics;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Whether the clinic takes passkeys. */
    @Transactional(readOnly = true)
    public boolean offered() {
        return proofs.on();
    }

    /** A challenge for the browser's devices. Each counts as a code asked for from that network. */
    @Transactional
    public PasskeyRequest begin(AskedFrom from, PortalHost host) {
        if (!proofs.on()) {
            return new PasskeyRequest.Off();
        }
        var now = clock.instant();
        var wait = caps.ask(from, now);
        if (wait.isPresent()) {
            return new PasskeyRequest.Wait(wait.get());
        }
        var browser = new BrowserToken(tokens.draw());
        var challenge = challenges.draw(new By(Purpose.SIGN_IN, null, browser), now);
        return new PasskeyRequest.Ask(PasskeyOptions.toUse(host, challenge, List.of()), browser);
    }

    /**
     * Signs in whoever's key signed the challenge of this browser; nothing where it is not right, or the key, its account
     * or its last verified address was taken away.
     *
     * @param response what the device answered, as the browser writes it, JSON
     * @param device what the browser calls itself, in words
     */
    @Transactional
    public Optional<Entered.SignedIn> enter(BrowserToken browser, PortalHost host, String response, String device) {
        var signedIn = proofs.proved(response, host, new By(Purpose.SIGN_IN, null, browser))
                .flatMap(key -> rows.address(key.account()).flatMap(address -> {
                    var proof = new Proof(key.account(), address, SignInMethod.PASSKEY);
                    return switch (start.begin(proof, new SessionToken(tokens.draw()), device)) {
                        case SessionStart.Begun begun -> {
                            rows.began(begun.session(), key.id());
                            yield Optional.of(Entered.SignedIn.to(begun));
                        }
                        case SessionStart.PasswordNext() -> Optional.<Entered.SignedIn>empty();
                    };
                }));
        metrics.tried(SignInMethod.PASSKEY, signedIn.isPresent() ? "signed_in" : "refused");
        return signedIn;
    }
}
