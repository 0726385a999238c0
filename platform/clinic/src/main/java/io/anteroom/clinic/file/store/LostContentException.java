package io.anteroom.clinic.file.store;

import java.io.IOException;
import java.io.Serial;

/** A content that is not, or not whole, where it was kept: asking again helps nothing, unlike with other faults of a store. */
public final class LostContentException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    LostContentException(String message) {
        super(message);
    }

    LostContentException(String message, Throwable cause) {
        super(message, cause);
    }
}
