package io.anteroom.clinic.file.seal;

import java.io.Serial;

/** A file whose seal does not open: the clinic's key is lost or another one, or what is kept is not what was sealed. */
public final class UnreadableFileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** With a reason that names no patient. */
    public UnreadableFileException(String message) {
        super(message);
    }

    UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
