package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.tenancy.work.PlatformWorkHandler;

/** Has the worker go on with a saga, and leaves a new pointer where a step is to be tried again. */
class SagaWork implements PlatformWorkHandler {

    private final Saga saga;
    private final ProvisioningQueue queue;

    SagaWork(Saga saga, ProvisioningQueue queue) {
        this.saga = saga;
        this.queue = queue;
    }

    @Override
    public String kind() {
        return ProvisioningQueue.KIND;
    }

    @Override
    public void handle(String ref) {
        SignUpId id = SignUpId.of(ref);
        saga.advance(id).ifPresent(again -> queue.add(id, again));
    }
}
