package io.anteroom.portal.signin;

import static io.anteroom.language.Say.say;

import org.jspecify.annotations.Nullable;

/** Why somebody sees the sign-in page who did not ask for it. */
public enum Greeting {
    NONE,
    ENDED,
    AGAIN;

    static Greeting of(@Nullable String renew, @Nullable String ended) {
        return "security".equals(renew) ? AGAIN : ended == null ? NONE : ENDED;
    }

    /** What the page says of it, or null for nothing. */
    public @Nullable String sentence() {
        return switch (this) {
            case NONE -> null;
            case ENDED -> say("Your session has ended. Sign in to go on.");
            case AGAIN ->
                say("Sign in once more first. You are asked for a code and a password together, and we want both before"
                        + " you change how you sign in.");
        };
    }
}
