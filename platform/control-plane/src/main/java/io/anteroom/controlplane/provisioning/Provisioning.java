package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.organisation.NewOrganisation;
import io.anteroom.controlplane.organisation.SignUpId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts the making of tenants and tells how far each is. The steps themselves are done by the worker. */
@Transactional(transactionManager = "controlTransactions")
public class Provisioning {

    private final Undertakings undertakings;
    private final StepLog log;
    private final ProvisioningQueue queue;
    private final Clock clock;

    Provisioning(Undertakings undertakings, StepLog log, ProvisioningQueue queue, Clock clock) {
        this.undertakings = undertakings;
        this.log = log;
        this.queue = queue;
        this.clock = clock;
    }

    /** Starts one when the caller's control transaction commits. A second call for the same sign-up does nothing. */
    @Transactional(transactionManager = "controlTransactions", propagation = Propagation.MANDATORY)
    public void start(SignUpId id, NewOrganisation organisation) {
        if (undertakings.add(id, organisation, clock.instant())) {
            log.addAll(id);
            queue.add(id, clock.instant());
        }
    }

    /**
     * Takes up again one that has failed, or waits for its next try, at the step that went wrong. Says whether there was
     * anything to take up.
     */
    public boolean tryAgain(SignUpId id) {
        boolean reopened = log.reopen(id);
        if (reopened) {
            queue.add(id, clock.instant());
        }
        return reopened;
    }

    /** How far it is, once started. */
    @Transactional(transactionManager = "controlTransactions", readOnly = true)
    public Optional<Progress> progress(SignUpId id) {
        return log.progress(id);
    }
}
