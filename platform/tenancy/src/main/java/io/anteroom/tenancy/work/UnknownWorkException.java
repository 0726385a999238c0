package io.anteroom.tenancy.work;

/** No handler of this worker knows the kind; a newer worker may, so the work is tried again like any that failed. */
final class UnknownWorkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownWorkException(String kind) {
        super("No handler for work of kind " + kind);
    }
}
