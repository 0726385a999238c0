package io.anteroom.payments.refund;

import io.anteroom.payments.PaymentId;
import io.anteroom.payments.attempt.CheckSchedule;
import io.anteroom.payments.attempt.PaymentMetrics;
import io.anteroom.payments.attempt.PaymentStore;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.payments.attempt.StoredPayment;
import io.anteroom.payments.attempt.StripeCheckout;
import io.anteroom.payments.stripe.StripeAnswer;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives back what is left of a payment of which that was asked. Stripe is read first, so that what is given back already, by
 * us or in the clinic's own Stripe account, is not asked for again; then it is asked with a key that stays the same until
 * Stripe has refused under it. Stripe never gives back more than was taken, so not even a forgotten key could do so twice.
 * After three days of refusals or silence it is left to people.
 */
public final class GiveBackWork implements WorkHandler {

    /** The kind of this work; it refers to a payment's id. */
    public static final String KIND = "stripe-give-back";

    static final Duration LONGEST = Duration.ofDays(3);

    private static final Logger LOG = LoggerFactory.getLogger(GiveBackWork.class);

    private final PaymentStore store;
    private final StripeCheckout checkout;
    private final Reconciler reconciler;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final PaymentMetrics metrics;
    private final Clock clock;

    GiveBackWork(
            PaymentStore store,
            StripeCheckout checkout,
            Reconciler reconciler,
            WorkQueue work,
            TransactionTemplate transaction,
            PaymentMetrics metrics,
            Clock clock) {
        this.store = store;
        this.checkout = checkout;
        this.reconciler = reconciler;
        this.work = work;
        this.transaction = transaction;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        PaymentId.parse(ref)
                .flatMap(reconciler::find)
                .filter(StoredPayment::isToBeGivenBack)
                .flatMap(payment -> reconciler.reconcileAfterSuccess(payment.id()))
                .filter(StoredPayment::isToBeGivenBack)
                .ifPresent(this::giveBack);
    }

    private void giveBack(StoredPayment payment) {
        boolean refused = checkout.giveBack(payment) instanceof StripeAnswer.Refused;
        boolean done = reconciler
                .reconcileAfterSuccess(payment.id())
                .filter(StoredPayment::isToBeGivenBack)
                .isEmpty();
        if (done) {
            metrics.gaveBack("done");
            return;
        }
        transaction.executeWithoutResult(_ -> later(payment, refused));
    }

    private void later(StoredPayment payment, boolean refused) {
        Instant now = clock.instant();
        Instant asked = payment.standing().giveBackAt();
        if (refused) {
            store.giveBackRefused(payment.id());
        }
        if (asked == null || now.isAfter(asked.plus(LONGEST))) {
            store.giveBackFailed(payment.id(), now);
            metrics.gaveBack("left_to_people");
            LOG.error("Payment {} could not be given back, and is left to the clinic's staff", payment.id());
            return;
        }
        work.add(KIND, payment.id().toString(), CheckSchedule.next(asked, asked, now));
    }
}
