package io.anteroom.webkit.problem;

/** Thrown by a controller for what does not exist or may not be seen: both look the same from outside. */
public class NoSuchPageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchPageException() {
        super("No such page", null, false, false);
    }
}
