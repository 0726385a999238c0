package io.anteroom.messaging;

import io.anteroom.tenancy.work.WorkHandler;
import java.util.UUID;

/** Delivers one message of the clinic that the worker has entered. */
record MessageWork(Deliverer deliverer) implements WorkHandler {

    @Override
    public String kind() {
        return MessagingConfiguration.WORK;
    }

    @Override
    public void handle(String ref) {
        deliverer.deliver(new MessageId(UUID.fromString(ref)));
    }
}
