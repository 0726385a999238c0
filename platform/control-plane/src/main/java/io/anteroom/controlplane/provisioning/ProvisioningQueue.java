package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.tenancy.work.PlatformWorkQueue;
import java.time.Instant;

/** Leaves a pointer for the worker, in the caller's control transaction if there is one. */
class ProvisioningQueue {

    /** The kind of work that the worker finds the saga by. */
    static final String KIND = "provisioning";

    private final PlatformWorkQueue work;

    ProvisioningQueue(PlatformWorkQueue work) {
        this.work = work;
    }

    /** Has the saga of {@code id} go on at {@code due}; of two times the earlier wins. */
    void add(SignUpId id, Instant due) {
        work.add(KIND, id.toString(), due);
    }
}
