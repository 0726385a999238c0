package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.CredentialId;
import io.anteroom.clinic.access.credential.Credentials;
import io.anteroom.clinic.access.limit.SignInCaps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out who gets a code that was asked for. */
@Component
class Recipients {

    private final SignInRows signIns;
    private final Credentials credentials;
    private final SignInCaps caps;
    private final Errands errands;

    Recipients(SignInRows signIns, Credentials credentials, SignInCaps caps, Errands errands) {
        this.signIns = signIns;
        this.credentials = credentials;
        this.caps = caps;
        this.errands = errands;
    }

    Recipient of(OneTimeCode code, Instant now) {
        var signIn = signIns.find(code.signIn()).orElseThrow();
        if (!code.usable(now) || signIn.finishedAt() != null) {
            return new Recipient(signIn, null, CodeOutcome.LATE);
        }
        var credential = credentials.find(signIn.address());
        if (credential.isEmpty() && !errands.openFor(signIn)) {
            return new Recipient(signIn, null, CodeOutcome.UNKNOWN);
        }
        boolean newcomer = credential.isEmpty() && errands.isOfNewcomer(signIn);
        boolean mayBeSent =
                newcomer ? caps.mayBeSentToNewcomer(signIn.address(), now) : caps.mayBeSent(signIn.address(), now);
        return mayBeSent
                ? new Recipient(signIn, credential.orElse(null), CodeOutcome.SENT)
                : new Recipient(signIn, null, CodeOutcome.CAPPED);
    }

    /**
     * Who gets the code.
     *
     * @param credential whose it is, or null if nobody gets it or nobody has the address yet
     * @param outcome why
     */
    record Recipient(SignIn signIn, @Nullable CredentialId credential, CodeOutcome outcome) {}
}
