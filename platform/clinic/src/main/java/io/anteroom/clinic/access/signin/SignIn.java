package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.errand.Errand;
import io.anteroom.clinic.access.limit.CodeLimits;
import io.anteroom.language.Language;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One browser's way in, from the address typed to the session.
 *
 * @param id drawn at random
 * @param address what was typed, in its normal form; nothing here says whether anybody has it
 * @param host the portal's host it was typed on
 * @param askedAt when it began
 * @param finishedAt when the right code was entered
 * @param errand what it is for besides signing in, or null
 * @param language of the page it was typed on, or null where nobody was spoken to
 */
record SignIn(
        UUID id,
        SignInAddress address,
        String host,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable Errand errand,
        @Nullable Language language) {

    boolean tooOld(Instant now) {
        return !now.isBefore(askedAt.plus(CodeLimits.SIGN_IN_LIFE));
    }
}
