package io.anteroom.payments.attempt;

import io.anteroom.payments.Money;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.ledger.EntryKind;
import io.anteroom.payments.ledger.Ledger;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.payments.ledger.Posting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What payments write into the ledger: money that arrived, and money that was given back or came back again. */
final class PaymentPostings {

    private final Ledger ledger;
    private final PayableOwners owners;

    PaymentPostings(Ledger ledger, PayableOwners owners) {
        this.ledger = ledger;
        this.owners = owners;
    }

    /** Money arrived, and its owner took it or did not. */
    void settled(StoredPayment payment, Money received, @Nullable Allocation allocation, Instant at) {
        LedgerAccount account = allocation == Allocation.ALLOCATED
                ? owners.ledgerAccount(payment.order().payable())
                : LedgerAccount.UNALLOCATED;
        var _ = ledger.post(Posting.of(source(payment.id()), EntryKind.PAYMENT, at)
                .move(received, account, LedgerAccount.STRIPE, payment.order().payable()));
    }

    /**
     * More, or less, of it was given back; on the account on which the money came in, whatever became of it since.
     *
     * @param change how many times the total has changed, which names this time
     */
    void refunded(StoredPayment payment, long more, int change, Instant at) {
        arrived(payment);
        LedgerAccount account =
                ledger.counterpart(source(payment.id()), LedgerAccount.STRIPE).orElse(LedgerAccount.UNALLOCATED);
        var _ = ledger.post(
                Posting.of(refunds(payment) + change, more > 0 ? EntryKind.REFUND : EntryKind.REFUND_FAILED, at)
                        .move(
                                new Money(more, payment.order().amount().currency()),
                                LedgerAccount.STRIPE,
                                account,
                                payment.order().payable()));
    }

    /** What is known to have arrived is in the ledger, also where an older version of this application recorded it. */
    void arrived(StoredPayment payment) {
        Instant at = payment.standing().settledAt();
        if (at != null && !ledger.has(source(payment.id()))) {
            settled(payment, payment.order().amount(), payment.standing().allocation(), at);
        }
    }

    /** How much of what was given back of it the ledger does not have, as an older version of this application may have left it. */
    long missing(StoredPayment payment) {
        long posted = -ledger.moved(refunds(payment), payment.order().payable(), LedgerAccount.STRIPE);
        return payment.standing().refundedMinor() - posted;
    }

    private static String refunds(StoredPayment payment) {
        return "refund:" + payment.id() + ":";
    }

    private static String source(PaymentId payment) {
        return "payment:" + payment;
    }
}
