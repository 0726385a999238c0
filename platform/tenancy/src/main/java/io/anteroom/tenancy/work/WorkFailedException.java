package io.anteroom.tenancy.work;

/** Carries a handler's checked exception through db-scheduler. */
final class WorkFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkFailedException(Exception cause) {
        super(cause);
    }
}
