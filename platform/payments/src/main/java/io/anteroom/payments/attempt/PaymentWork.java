package io.anteroom.payments.attempt;

import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks after a payment until it is over, so that one whose webhooks were lost is found all the same. */
public final class PaymentWork implements WorkHandler {

    /** The kind of this work; it refers to a payment's id. */
    public static final String KIND = "stripe-payment";

    private final Reconciler reconciler;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PaymentWork(Reconciler reconciler, WorkQueue work, TransactionTemplate transaction, Clock clock) {
        this.reconciler = reconciler;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** A payment that has ended is not asked about again: a webhook's pointer that comes late costs Stripe nothing. */
    @Override
    public void handle(String ref) {
        Optional<StoredPayment> payment = PaymentId.parse(ref)
                .flatMap(reconciler::find)
                .filter(found -> !found.state().isFinal())
                .flatMap(found -> reconciler.reconcile(found.id()))
                .filter(found -> !found.state().isFinal());
        payment.ifPresent(open -> transaction.executeWithoutResult(_ -> work.add(
                KIND,
                ref,
                CheckSchedule.next(open.standing().createdAt(), open.order().expiresAt(), clock.instant()))));
    }
}
