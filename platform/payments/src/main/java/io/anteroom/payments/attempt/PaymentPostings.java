package io.anteroom.payments.attempt;

import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.ledger.EntryKind;
import io.anteroom.payments.ledger.Ledger;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.payments.ledger.Posting;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
        Money nothing = new Money(0, received.currency());
        Posting posting = Posting.of(source(payment.id()), EntryKind.PAYMENT, at);
        var _ = ledger.post(held(posting, payment, nothing, received, account));
    }

    /** The payment held {@code from} and holds {@code to}: at Stripe in one, on the other side by what it is made of. */
    private Posting held(Posting posting, StoredPayment payment, Money from, Money to, LedgerAccount account) {
        PayableRef payable = payment.order().payable();
        Posting lines = posting.line(LedgerAccount.STRIPE, to.minus(from), payable);
        if (account == LedgerAccount.UNALLOCATED) {
            return lines.line(account, from.minus(to), payable);
        }
        Map<PayableRef, Money> changes = new LinkedHashMap<>();
        owners.split(payable, from).forEach(part -> changes.merge(part.ref(), part.amount(), Money::plus));
        owners.split(payable, to)
                .forEach(part -> changes.merge(part.ref(), part.amount().times(-1), Money::plus));
        for (Map.Entry<PayableRef, Money> change : changes.entrySet()) {
            lines = lines.line(account, change.getValue(), change.getKey());
        }
        return lines;
    }

    /**
     * More, or less, of it was given back; on the account on which the money came in, whatever became of it since.
     *
     * @param total all that was given back of it by now
     * @param change how many times the total has changed, which names this time
     */
    void refunded(StoredPayment payment, long total, long more, int change, Instant at) {
        arrived(payment);
        LedgerAccount account =
                ledger.counterpart(source(payment.id()), LedgerAccount.STRIPE).orElse(LedgerAccount.UNALLOCATED);
        Money now = new Money(total, payment.order().amount().currency());
        Money before = new Money(total - more, now.currency());
        Posting posting =
                Posting.of(refunds(payment) + change, more > 0 ? EntryKind.REFUND : EntryKind.REFUND_FAILED, at);
        var _ = ledger.post(held(posting, payment, now, before, account));
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
