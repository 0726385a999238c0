package io.anteroom.payments.attempt;

import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.attempt.PaymentParts.Change;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records what was given back of a payment, by Stripe's own total; every method needs the transaction that holds the payment's row. */
public final class RefundRecorder {

    /** The work there is once a total has fallen: which of the staff's refunds did not arrive. It refers to a payment. */
    public static final String RETURNED = "stripe-refund";

    private final PaymentStore store;
    private final PayableOwners payables;
    private final PaymentPostings postings;
    private final WorkQueue work;
    private final Clock clock;

    RefundRecorder(PaymentStore store, PayableOwners payables, PaymentPostings postings, WorkQueue work, Clock clock) {
        this.store = store;
        this.payables = payables;
        this.postings = postings;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Once for each change of the total, which falls where money that was given back did not arrive.
     *
     * @return whether it has changed
     */
    boolean record(StoredPayment payment, Reading reading) {
        if (reading.state() != PaymentState.SUCCEEDED) {
            return false;
        }
        Instant now = clock.instant();
        Optional<Integer> change = store.refunded(
                payment.id(), reading.refundedMinor(), payment.standing().refundChanges(), now);
        change.ifPresent(number -> {
            long more = reading.refundedMinor() - payment.standing().refundedMinor();
            List<Change> changes = store.parts().givenBack(payment.id(), reading.givenBack());
            if (postings.countsByParts(payment)) {
                changed(payment, changes, number, now);
            } else {
                postings.refunded(payment, more, number, now);
                payables.refunded(
                        payment.order().payable(), payment.id(), money(payment, reading.refundedMinor()), more);
            }
            if (more < 0) {
                // The event that names the refund may be lost.
                work.add(RETURNED, payment.id().toString());
            }
        });
        return change.isPresent();
    }

    /** Posts what is in the payment's total and not in the ledger. */
    void postMissing(StoredPayment payment) {
        long missing = postings.missing(payment);
        if (missing == 0) {
            return;
        }
        int number = store.refundsChanged(payment.id());
        List<Change> changes =
                store.parts().givenBack(payment.id(), payment.standing().refundedMinor());
        if (postings.countsByParts(payment)) {
            changed(payment, changes, number, clock.instant());
        } else {
            postings.refunded(payment, missing, number, clock.instant());
        }
    }

    /** The owner of each part hears of what is its own. */
    private void changed(StoredPayment payment, List<Change> changes, int number, Instant now) {
        postings.refunded(payment, store.parts().of(payment.id()), number, now);
        changes.forEach(change ->
                payables.refunded(change.ref(), payment.id(), money(payment, change.refunded()), change.more()));
    }

    private static Money money(StoredPayment payment, long minor) {
        return new Money(minor, payment.order().amount().currency());
    }
}
