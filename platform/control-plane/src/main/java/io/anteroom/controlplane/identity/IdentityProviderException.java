package io.anteroom.controlplane.identity;

import org.jspecify.annotations.Nullable;

/** The identity provider refused, or could not be reached. The message names no person and no secret. */
public class IdentityProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IdentityProviderException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
