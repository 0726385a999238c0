package io.anteroom.controlplane.provisioning;

/** Thrown by a step that knows why it could not be done. The message is shown to people: no names, addresses or codes. */
class StepFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean worthRetrying;

    private StepFailedException(String message, boolean worthRetrying) {
        super(message);
        this.worthRetrying = worthRetrying;
    }

    /** Another time it may work. */
    static StepFailedException forNow(String message) {
        return new StepFailedException(message, true);
    }

    /** It will not work until somebody has changed something. */
    static StepFailedException forGood(String message) {
        return new StepFailedException(message, false);
    }

    boolean worthRetrying() {
        return worthRetrying;
    }
}
