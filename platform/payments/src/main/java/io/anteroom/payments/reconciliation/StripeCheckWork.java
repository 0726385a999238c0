package io.anteroom.payments.reconciliation;

import io.anteroom.payments.account.StripeOnboarding;
import io.anteroom.payments.attempt.PaymentMetrics;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.payments.stripe.StripeAnswer;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the clinic's money with Stripe's, each night at a minute of the clinic's own, and whenever somebody asks. It reads
 * some pages of movements and leaves the rest to the next piece of work, so that a clinic with many holds nobody up.
 */
public final class StripeCheckWork implements WorkHandler {

    /** The kind of this work. */
    public static final String KIND = "stripe-check";

    /** Refers to the comparison itself. */
    public static final String NOW = "now";

    private static final String DAILY = "daily";
    private static final int PAGES = 20;
    private static final Duration AGAIN = Duration.ofMinutes(15);

    /** The night, in the clinic's zone: from one o'clock for four hours. */
    private static final LocalTime NIGHT = LocalTime.of(1, 0);

    private static final int MINUTES = 240;

    private final StripeOnboarding onboarding;
    private final StripeBalance stripe;
    private final MovementReader movements;
    private final MovementStore store;
    private final PayoutReader payouts;
    private final DisputeReader disputes;
    private final DifferenceStore differences;
    private final CheckStore asked;
    private final MovementPostings postings;
    private final Reconciler reconciler;
    private final PaymentMetrics metrics;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StripeCheckWork(
            StripeOnboarding onboarding,
            StripeBalance stripe,
            MovementReader movements,
            MovementStore store,
            PayoutReader payouts,
            DisputeReader disputes,
            DifferenceStore differences,
            CheckStore asked,
            MovementPostings postings,
            Reconciler reconciler,
            PaymentMetrics metrics,
            WorkQueue work,
            TransactionTemplate transaction,
            Clock clock) {
        this.onboarding = onboarding;
        this.stripe = stripe;
        this.movements = movements;
        this.store = store;
        this.payouts = payouts;
        this.disputes = disputes;
        this.differences = differences;
        this.asked = asked;
        this.postings = postings;
        this.reconciler = reconciler;
        this.metrics = metrics;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        if (ref.equals(DAILY)) {
            transaction.executeWithoutResult(_ -> {
                work.add(KIND, NOW);
                work.add(
                        KIND,
                        DAILY,
                        next(CurrentTenant.get().id(), CurrentTenant.get().zone(), clock.instant()));
            });
            return;
        }
        String account = onboarding.status().account();
        if (account != null) {
            check(account);
        } else {
            transaction.executeWithoutResult(_ -> asked.ended(clock.instant()));
        }
    }

    private void check(String account) {
        MovementStore.Walk walk = movements.begin(account);
        for (int page = 0; page < PAGES; page++) {
            StripeAnswer<MovementStore.Walk> read = movements.read(account, walk);
            if (!(read instanceof StripeAnswer.Given<MovementStore.Walk>(MovementStore.Walk next))) {
                transaction.executeWithoutResult(_ -> leave(read instanceof StripeAnswer.Silent));
                return;
            }
            if (next.equals(walk)) {
                finish(account, walk);
                return;
            }
            walk = next;
        }
        transaction.executeWithoutResult(_ -> work.add(KIND, NOW));
    }

    /** What Stripe refuses it would refuse again: the next night is soon enough to ask whether the account is ours to read once more. */
    private void leave(boolean silent) {
        if (silent) {
            work.add(KIND, NOW, clock.instant().plus(AGAIN));
        } else {
            asked.ended(clock.instant());
        }
    }

    private void finish(String account, MovementStore.Walk walk) {
        payouts.readAll(account);
        disputes.readAll(account, walk.since());
        repair();
        @Nullable
        Map<String, Long> holds =
                stripe.holds(account) instanceof StripeAnswer.Given<Map<String, Long>>(Map<String, Long> sums)
                        ? sums
                        : null;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<DifferenceKind, Integer> fresh = Objects.requireNonNull(transaction.execute(_ -> {
            asked.ended(now);
            return differences.compare(holds, walk.begunAt(), now);
        }));
        fresh.forEach((kind, many) -> metrics.differs(kind.word(), many));
    }

    /**
     * What can safely be mended is: Stripe is asked once more, and what is known is put where it belongs. What turns out to be a
     * payment's is so before it is looked at what was given back of it.
     */
    private void repair() {
        in(differences::notInTheLedger).forEach(reconciler::post);
        in(store::carried).forEach(payment -> {
            var _ = reconciler.reconcile(payment);
        });
        transaction.executeWithoutResult(_ -> store.link().forEach(postings::knownAfterAll));
        in(differences::refundsToAskAbout).forEach(payment -> {
            var _ = reconciler.reconcileAfterSuccess(payment);
        });
    }

    private <T> List<T> in(Supplier<List<T>> question) {
        return Objects.requireNonNull(transaction.execute(_ -> question.get()));
    }

    /** Each clinic has its own minute of its night, so that those of one zone do not all come at once. */
    static Instant next(TenantId tenant, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Duration after = Duration.ofMinutes(Math.floorMod(tenant.value().hashCode(), MINUTES));
        Instant tonight = today.atTime(NIGHT).atZone(zone).toInstant().plus(after);
        return tonight.isAfter(now)
                ? tonight
                : today.plusDays(1).atTime(NIGHT).atZone(zone).toInstant().plus(after);
    }
}
