package io.anteroom.portal.signin;

import org.jspecify.annotations.Nullable;

/** Why somebody sees the sign-in page who did not ask for it. */
public enum Greeting {
    NONE(null),
    ENDED("Your session has ended. Sign in to go on."),
    AGAIN(
            "Sign in once more first. You are asked for a code and a password together, and we want both before you change how"
                    + " you sign in.");

    private final @Nullable String sentence;

    Greeting(@Nullable String sentence) {
        this.sentence = sentence;
    }

    static Greeting of(@Nullable String renew, @Nullable String ended) {
        return "security".equals(renew) ? AGAIN : ended == null ? NONE : ENDED;
    }

    /** What the page says of it, or null for nothing. */
    public @Nullable String sentence() {
        return sentence;
    }
}
