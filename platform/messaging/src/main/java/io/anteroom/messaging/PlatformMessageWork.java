package io.anteroom.messaging;

import io.anteroom.tenancy.work.PlatformWorkHandler;
import java.util.UUID;

/** Delivers one message of the platform itself. */
record PlatformMessageWork(Deliverer deliverer) implements PlatformWorkHandler {

    @Override
    public String kind() {
        return MessagingConfiguration.PLATFORM_WORK;
    }

    @Override
    public void handle(String ref) {
        deliverer.deliver(new MessageId(UUID.fromString(ref)));
    }
}
