package io.anteroom.payments.reconciliation;

import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.attempt.PaymentStore;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.payments.attempt.StoredPayment;
import io.anteroom.payments.reconciliation.StripeBalance.Page;
import io.anteroom.payments.stripe.StripeAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the movements of the balance since the last time, a page at a time, each page in a transaction of its own. What a
 * payment is about to say of them is heard first, so that the payment's own entry comes before the movement's.
 */
final class MovementReader {

    private final StripeBalance stripe;
    private final MovementStore movements;
    private final PayoutStore payouts;
    private final DisputeReader disputes;
    private final MovementPostings postings;
    private final PaymentStore payments;
    private final Reconciler reconciler;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MovementReader(
            StripeBalance stripe,
            MovementStore movements,
            PayoutStore payouts,
            DisputeReader disputes,
            MovementPostings postings,
            PaymentStore payments,
            Reconciler reconciler,
            TransactionTemplate transaction,
            Clock clock) {
        this.stripe = stripe;
        this.movements = movements;
        this.payouts = payouts;
        this.disputes = disputes;
        this.postings = postings;
        this.payments = payments;
        this.reconciler = reconciler;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The reading that is under way, or a new one. */
    MovementStore.Walk begin(String account) {
        return Objects.requireNonNull(transaction.execute(_ -> movements.walk(account, clock.instant())));
    }

    /** Reads a page more; gives where the reading stands then, or the same as before if it has come to its end. */
    StripeAnswer<MovementStore.Walk> read(String account, MovementStore.Walk walk) {
        return switch (stripe.movements(account, walk.since(), walk.after())) {
            case StripeAnswer.Given<Page<Movement>>(Page<Movement> page) -> new StripeAnswer.Given<>(keep(page, walk));
            case StripeAnswer.Refused<Page<Movement>>(String code, String param) ->
                new StripeAnswer.Refused<>(code, param);
            case StripeAnswer.Silent<Page<Movement>>() -> new StripeAnswer.Silent<>();
        };
    }

    private MovementStore.Walk keep(Page<Movement> page, MovementStore.Walk walk) {
        Map<Movement, PaymentId> ours = hear(fresh(page.items()));
        return Objects.requireNonNull(transaction.execute(_ -> {
            page.items().reversed().forEach(movement -> keep(movement, ours.get(movement)));
            if (page.more() && !page.items().isEmpty()) {
                String last = page.items().getLast().id();
                movements.cameTo(last);
                return new MovementStore.Walk(walk.since(), walk.begunAt(), last);
            }
            movements.complete(walk, clock.instant());
            return walk;
        }));
    }

    private List<Movement> fresh(List<Movement> page) {
        Set<String> known = new HashSet<>(Objects.requireNonNull(transaction.execute(
                _ -> movements.known(page.stream().map(Movement::id).toList()))));
        return page.stream().filter(each -> !known.contains(each.id())).toList();
    }

    /** The payments that these belong to, each as Stripe has it now. */
    private Map<Movement, PaymentId> hear(List<Movement> page) {
        Map<Movement, PaymentId> found = new LinkedHashMap<>();
        transaction.executeWithoutResult(_ -> page.stream()
                .filter(each -> each.intent() != null)
                .forEach(each -> payments.belongingTo(
                                "",
                                String.valueOf(each.intent()),
                                each.carried() == null ? null : each.carried().value())
                        .ifPresent(payment -> found.put(each, payment))));
        Map<PaymentId, Boolean> further = new LinkedHashMap<>();
        found.forEach((movement, payment) -> further.merge(payment, !movement.isCharge(), Boolean::logicalOr));
        further.forEach((payment, more) -> {
            var _ = more ? reconciler.reconcileAfterSuccess(payment) : reconciler.reconcile(payment);
        });
        return found;
    }

    private void keep(Movement movement, @Nullable PaymentId payment) {
        Instant now = clock.instant();
        boolean ours = payment != null
                && payments.find(payment)
                        .filter(found -> arrived(found, movement))
                        .isPresent();
        if (movements.add(movement, ours ? payment : null, now)) {
            postings.moved(movement, ours);
        }
        if (movement.payout() != null) {
            payouts.save(movement.payout(), now);
        }
        if (movement.dispute() != null) {
            disputes.keep(movement.dispute());
        }
    }

    private static boolean arrived(StoredPayment payment, Movement movement) {
        return payment.state() == PaymentState.SUCCEEDED
                && Objects.equals(payment.standing().intent(), movement.intent());
    }
}
