package io.anteroom.webkit.download;

import java.io.IOException;
import java.io.Serial;

/**
 * The source of a download failed after its beginning was sent. It leaves the application, so that the container closes the connection:
 * the browser then knows that something is missing.
 */
public final class BrokenOffException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BrokenOffException(IOException cause) {
        super("A download broke off", cause);
    }
}
