package io.anteroom.controlplane.identity;

import org.jspecify.annotations.Nullable;

/** The identity provider refused, or could not be reached. The message names no person and no secret. */
public class IdentityProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean away;

    /** It refused, or nobody knows why it could not. */
    public IdentityProviderException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    /**
     * @param away whether it did not answer, or answered that it is not well: over by itself some time
     */
    public IdentityProviderException(String message, @Nullable Throwable cause, boolean away) {
        super(message, cause);
        this.away = away;
    }

    /** Whether waiting helps. */
    public boolean isAway() {
        return away;
    }
}
