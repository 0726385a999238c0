package io.anteroom.payments.attempt;

import io.anteroom.payments.Money;
import io.anteroom.payments.PayablePart;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.attempt.PaymentParts.Part;
import io.anteroom.payments.ledger.EntryKind;
import io.anteroom.payments.ledger.Ledger;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.payments.ledger.Posting;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** Money arrived, and its owner took it or did not; what was taken is each part's by itself. */
    void settled(StoredPayment payment, Money received, @Nullable Allocation allocation, Instant at) {
        PayableRef payable = payment.order().payable();
        Posting posting =
                Posting.of(source(payment.id()), EntryKind.PAYMENT, at).line(LedgerAccount.STRIPE, received, payable);
        if (allocation != Allocation.ALLOCATED) {
            posting = posting.line(LedgerAccount.UNALLOCATED, received.times(-1), payable);
        } else if (payment.order().parts().isEmpty()) {
            posting = posting.line(owners.ledgerAccount(payable), received.times(-1), payable);
        } else {
            for (PayablePart part : payment.order().parts()) {
                posting = posting.line(
                        owners.ledgerAccount(part.ref()), part.amount().times(-1), part.ref());
            }
        }
        var _ = ledger.post(posting);
    }

    /** Whether it counts on the parts that it is made of: then so does what is given back of it. */
    boolean countsByParts(StoredPayment payment) {
        return !payment.order().parts().isEmpty() && account(payment) != LedgerAccount.UNALLOCATED;
    }

    /** The account on which the money came in, whatever became of it since. */
    private LedgerAccount account(StoredPayment payment) {
        arrived(payment);
        return ledger.counterpart(source(payment.id()), LedgerAccount.STRIPE).orElse(LedgerAccount.UNALLOCATED);
    }

    /**
     * More, or less, of it was given back.
     *
     * @param change how many times the total has changed, which names this time
     */
    void refunded(StoredPayment payment, long more, int change, Instant at) {
        LedgerAccount account = account(payment);
        var _ = ledger.post(posting(payment, more, change, at)
                .move(
                        new Money(more, payment.order().amount().currency()),
                        LedgerAccount.STRIPE,
                        account,
                        payment.order().payable()));
    }

    /** The same of one that counts by parts: what is given back of each by now is on its own account, and not twice. */
    void refunded(StoredPayment payment, List<Part> parts, int change, Instant at) {
        Map<Part, Long> missing = new LinkedHashMap<>();
        parts.forEach(part -> missing.put(
                part, part.refunded() - ledger.moved(refunds(payment), part.ref(), owners.ledgerAccount(part.ref()))));
        long more = missing.values().stream().mapToLong(Long::longValue).sum();
        Currency currency = payment.order().amount().currency();
        Posting posting = posting(payment, more, change, at)
                .line(
                        LedgerAccount.STRIPE,
                        new Money(-more, currency),
                        payment.order().payable());
        for (Map.Entry<Part, Long> part : missing.entrySet()) {
            posting = posting.line(
                    owners.ledgerAccount(part.getKey().ref()),
                    new Money(part.getValue(), currency),
                    part.getKey().ref());
        }
        var _ = ledger.post(posting);
    }

    private static Posting posting(StoredPayment payment, long more, int change, Instant at) {
        return Posting.of(refunds(payment) + change, more > 0 ? EntryKind.REFUND : EntryKind.REFUND_FAILED, at);
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
