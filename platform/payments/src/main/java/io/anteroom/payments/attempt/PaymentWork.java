package io.anteroom.payments.attempt;

import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
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

    /**
     * A payment that has ended is not asked about again: a webhook's pointer that comes late costs Stripe nothing. But a saved card
     * may have been charged although its attempt was given up; that is asked until Stripe answers.
     */
    @Override
    public void handle(String ref) {
        PaymentId.parse(ref).flatMap(reconciler::find).ifPresent(this::lookAfter);
    }

    private void lookAfter(StoredPayment payment) {
        if (!payment.state().isFinal()) {
            reconciler
                    .reconcile(payment.id())
                    .filter(found -> !found.state().isFinal())
                    .ifPresent(this::lookLater);
        } else if (payment.order().saved() != null
                && payment.state() != PaymentState.SUCCEEDED
                && !reconciler.lookAgain(payment)) {
            lookLater(payment);
        }
    }

    private void lookLater(StoredPayment payment) {
        Instant next = CheckSchedule.next(
                payment.standing().createdAt(), payment.order().expiresAt(), clock.instant());
        transaction.executeWithoutResult(_ -> work.add(KIND, payment.id().toString(), next));
    }
}
