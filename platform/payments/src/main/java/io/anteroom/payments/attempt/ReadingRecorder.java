package io.anteroom.payments.attempt;

import io.anteroom.payments.Money;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.PaymentState;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what Stripe said of a payment; needs the transaction that holds the payment's row. Where money arrived, its owner's credit
 * and its entry in the ledger stand or fall with it.
 */
final class ReadingRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingRecorder.class);

    private final PaymentStore store;
    private final PayableOwners payables;
    private final PaymentPostings postings;
    private final Clock clock;

    ReadingRecorder(PaymentStore store, PayableOwners payables, PaymentPostings postings, Clock clock) {
        this.store = store;
        this.payables = payables;
        this.postings = postings;
        this.clock = clock;
    }

    void record(StoredPayment payment, Reading reading) {
        Allocation allocation = allocate(payment, reading);
        store.record(payment.id(), reading, allocation, clock.instant());
        if (reading.state() == PaymentState.SUCCEEDED && reading.received() != null && reading.at() != null) {
            postings.settled(payment, reading.received(), allocation, reading.at());
        }
    }

    private @Nullable Allocation allocate(StoredPayment payment, Reading reading) {
        Money received = reading.received();
        if (reading.state() != PaymentState.SUCCEEDED || received == null || reading.at() == null) {
            return null;
        }
        if (!received.equals(payment.order().amount())) {
            LOG.error("Payment {} brought another amount than was asked for", payment.id());
            return Allocation.UNALLOCATED;
        }
        return payables.settled(payment.order().payable(), payment.id(), received, reading.at());
    }
}
