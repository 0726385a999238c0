package io.anteroom.payments.refund;

import io.anteroom.payments.PaymentId;
import io.anteroom.payments.attempt.CheckSchedule;
import io.anteroom.payments.attempt.PaymentMetrics;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.payments.attempt.StoredPayment;
import io.anteroom.payments.refund.Refund.State;
import io.anteroom.payments.refund.RefundStore.Stored;
import io.anteroom.payments.refund.StripeRefunds.Seen;
import io.anteroom.payments.stripe.StripeAnswer;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives back what staff asked for. That Stripe is about to be asked is written down first; after that, before it is asked
 * again, it is looked up whether it did: a key may be forgotten, what was done is not. It is tried for as long as it takes,
 * and ends when Stripe's own sum has it, or when Stripe refuses.
 */
public final class RefundAskedWork implements WorkHandler {

    /** The kind of this work; it refers to a refund's id. */
    public static final String KIND = "stripe-refund-asked";

    private static final Duration LONGEST = Duration.ofDays(3);

    private final RefundStore store;
    private final StripeRefunds stripe;
    private final Reconciler reconciler;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final PaymentMetrics metrics;
    private final Clock clock;

    RefundAskedWork(
            RefundStore store,
            StripeRefunds stripe,
            Reconciler reconciler,
            WorkQueue work,
            TransactionTemplate transaction,
            PaymentMetrics metrics,
            Clock clock) {
        this.store = store;
        this.stripe = stripe;
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
        Stored stored = find(UUID.fromString(ref)).orElse(null);
        StoredPayment payment = stored == null
                ? null
                : reconciler.find(stored.refund().payment()).orElse(null);
        if (stored == null || payment == null || stored.refund().state() != State.ASKED) {
            return;
        }
        if (stored.stripe() == null && !give(stored, payment)) {
            return;
        }
        finish(stored.refund());
    }

    /** Whether Stripe has it now. */
    private boolean give(Stored stored, StoredPayment payment) {
        Refund refund = stored.refund();
        return stored.attempts() > 0 ? lookFor(refund, payment, () -> ask(refund, payment)) : ask(refund, payment);
    }

    private boolean ask(Refund refund, StoredPayment payment) {
        transaction.executeWithoutResult(_ -> store.asking(refund.id()));
        return switch (stripe.give(payment, refund)) {
            case StripeAnswer.Given<Seen>(Seen seen) -> accept(refund, seen);
            case StripeAnswer.Refused<Seen>(String code, String _)
            when code.equals(StripeAnswer.ERROR_KEPT) -> lookFor(refund, payment, () -> refused(refund, code));
            case StripeAnswer.Refused<Seen>(String code, String _) -> refused(refund, code);
            case StripeAnswer.Silent<Seen>() -> later(refund);
        };
    }

    /** Looks for it among the payment's refunds, which are up to date, where asking under its key doesn't tell. */
    private boolean lookFor(Refund refund, StoredPayment payment, BooleanSupplier otherwise) {
        return switch (stripe.find(payment, refund)) {
            case StripeAnswer.Given<Optional<Seen>>(Optional<Seen> found) ->
                found.isPresent() ? accept(refund, found.get()) : otherwise.getAsBoolean();
            case StripeAnswer.Refused<Optional<Seen>> _, StripeAnswer.Silent<Optional<Seen>> _ -> later(refund);
        };
    }

    private boolean refused(Refund refund, String code) {
        end(refund.id(), State.REFUSED, code);
        var _ = reconciler.reconcileAfterSuccess(refund.payment());
        return false;
    }

    /**
     * The payment is read, and its owner told; then it is over, unless Stripe's sum does not have it yet. It may never, where
     * an earlier refund failed meanwhile: so after some days Stripe's having taken it is enough.
     */
    private void finish(Refund refund) {
        boolean counted = reconciler
                .reconcileAfterSuccess(refund.payment())
                .filter(payment -> find(refund.id())
                        .filter(stored -> payment.standing().refundedMinor()
                                >= stored.total().minor())
                        .isPresent())
                .isPresent();
        if (counted || clock.instant().isAfter(refund.askedAt().plus(LONGEST))) {
            end(refund.id(), State.GIVEN, null);
        } else {
            follow(refund.payment());
        }
        if (find(refund.id())
                .filter(stored -> stored.refund().state() == State.ASKED)
                .isPresent()) {
            var _ = later(refund);
        }
    }

    /** Finds out which of a payment's refunds have come back since. */
    void follow(PaymentId payment) {
        Optional<StoredPayment> found = reconciler.find(payment);
        Objects.requireNonNull(transaction.execute(_ -> store.of(payment))).stream()
                .filter(stored -> stored.refund().state() == State.GIVEN
                        || stored.refund().state() == State.ASKED)
                .forEach(stored -> {
                    String id = stored.stripe();
                    if (id != null
                            && found.isPresent()
                            && stripe.read(found.get(), id) instanceof StripeAnswer.Given<Seen>(Seen seen)
                            && seen.cameBack()) {
                        end(stored.refund().id(), State.FAILED, seen.failure());
                    }
                });
    }

    private boolean accept(Refund refund, Seen seen) {
        transaction.executeWithoutResult(_ -> store.accepted(refund.id(), seen.id(), clock.instant()));
        return true;
    }

    private void end(UUID id, State state, @Nullable String failure) {
        if (Boolean.TRUE.equals(transaction.execute(_ -> store.ended(id, state, failure, clock.instant())))) {
            metrics.gaveBack("staff_" + state.name().toLowerCase(Locale.ROOT));
        }
    }

    private boolean later(Refund refund) {
        Instant asked = refund.askedAt();
        transaction.executeWithoutResult(
                _ -> work.add(KIND, refund.id().toString(), CheckSchedule.next(asked, asked, clock.instant())));
        return false;
    }

    private Optional<Stored> find(UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> store.find(id)));
    }
}
