package io.anteroom.messaging;

/** Thrown to the worker so that it tries again. Names no recipient and has no cause, since both would be logged. */
final class DeliveryPostponed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeliveryPostponed(MessageId id, String reason) {
        super("Message " + id + ": " + reason, null, false, false);
    }
}
