package io.anteroom.payments.refund;

import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.StripeAmount;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Giving back a payment, or a part of it, because staff say so. The worker does it, with the refund's id as the key. */
public final class Refunds {

    private final RefundStore store;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Refunds(RefundStore store, WorkQueue work, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Has some of a payment given back; in the caller's transaction, if there is one.
     *
     * @param id new for each wish and the same for a second click
     * @param amount positive, in the payment's own currency
     * @param seen how far it was given back when that was decided, as {@link #seen} said
     * @param reason why, 1 to 500 characters
     * @param by who asks, as shown to staff
     */
    public RefundAsking ask(UUID id, PaymentId payment, Money amount, RefundsSeen seen, String reason, String by) {
        return ask(id, payment, null, amount, seen, reason, by);
    }

    /**
     * The same of what was paid for one thing, which may be one of several that were paid at once: then no more than is left of its
     * own part of the payment.
     *
     * @param of what was paid
     */
    public RefundAsking ask(
            UUID id,
            PaymentId payment,
            @Nullable PayableRef of,
            Money amount,
            RefundsSeen seen,
            String reason,
            String by) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("Nothing is given back");
        }
        if (!StripeAmount.isExact(amount)) {
            return new RefundAsking.NotInSteps();
        }
        return Objects.requireNonNull(transaction.execute(_ -> asking(id, payment, of, amount, seen, reason, by)));
    }

    private RefundAsking asking(
            UUID id,
            PaymentId payment,
            @Nullable PayableRef of,
            Money amount,
            RefundsSeen seen,
            String reason,
            String by) {
        Optional<RefundStore.Left> found = store.lock(payment, of);
        Optional<RefundStore.Stored> before = store.find(id);
        if (before.isPresent()) {
            return before.get().refund().payment().equals(payment)
                    ? new RefundAsking.Asked(id, false)
                    : new RefundAsking.NothingThere();
        }
        if (found.isEmpty() || !found.get().left().currency().equals(amount.currency())) {
            return new RefundAsking.NothingThere();
        }
        RefundStore.Left left = found.get();
        if (left.goingBack()) {
            return new RefundAsking.Busy();
        }
        if (!seen.equals(store.seen(payment))) {
            return new RefundAsking.Meanwhile();
        }
        if (amount.compareTo(left.left()) > 0) {
            return new RefundAsking.TooMuch(left.left());
        }
        if (!store.add(id, payment, of, amount, left.refunded(), reason, by, clock.instant())) {
            return new RefundAsking.Busy();
        }
        work.add(RefundAskedWork.KIND, id.toString());
        return new RefundAsking.Asked(id, true);
    }

    /**
     * Notes that a refund which did not arrive was settled in another way; in the caller's transaction, if there is one. False
     * where it did arrive, was settled before, or more of its payment, or of the same part of it, was to be given back since.
     *
     * @param how 1 to 500 characters
     * @param by who says so, as shown to staff
     */
    public boolean settle(Refund refund, String how, String by) {
        return Objects.requireNonNull(transaction.execute(
                _ -> store.lock(refund.payment()).isPresent() && store.settled(refund.id(), how, by, clock.instant())));
    }

    /** How far a payment is given back now; to be handed in when asking for more. */
    public RefundsSeen seen(PaymentId payment) {
        return Objects.requireNonNull(transaction.execute(_ -> store.seen(payment)));
    }

    /** All that staff had given back of what was paid for one thing, the first first, also as one of several; one statement. */
    public List<Refund> of(PayableRef payable) {
        return Objects.requireNonNull(transaction.execute(_ -> store.of(payable))).stream()
                .map(RefundStore.Stored::refund)
                .toList();
    }

    /** All that staff had given back of a payment, the first first. */
    public List<Refund> of(PaymentId payment) {
        return Objects.requireNonNull(transaction.execute(_ -> store.of(payment))).stream()
                .map(RefundStore.Stored::refund)
                .toList();
    }
}
