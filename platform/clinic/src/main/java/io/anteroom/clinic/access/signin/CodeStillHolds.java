package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.Authentication;
import io.anteroom.messaging.StillHolds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A code that can't be entered any more isn't sent, nor one by a way that the clinic has switched off. */
@Component
class CodeStillHolds implements StillHolds {

    private final OneTimeCodes codes;
    private final SignInRows signIns;
    private final Errands errands;
    private final Authentication authentication;
    private final Clock clock;

    CodeStillHolds(
            OneTimeCodes codes, SignInRows signIns, Errands errands, Authentication authentication, Clock clock) {
        this.codes = codes;
        this.signIns = signIns;
        this.errands = errands;
        this.authentication = authentication;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return SendCode.KIND;
    }

    @Override
    public boolean holds(String ref) {
        return codes.find(Long.parseLong(ref))
                .filter(code -> code.usable(clock.instant()))
                .filter(code -> signIns.find(code.signIn())
                        .filter(signIn -> signIn.finishedAt() == null
                                && authentication
                                        .settings()
                                        .codesTo()
                                        .contains(signIn.address().channel()))
                        .filter(signIn -> code.credential() != null || errands.openFor(signIn))
                        .isPresent())
                .isPresent();
    }

    @Override
    public Optional<Instant> awaitedSince(String ref) {
        return codes.find(Long.parseLong(ref)).map(OneTimeCode::askedAt);
    }
}
