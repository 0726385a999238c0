package io.anteroom.payments.webhook;

import io.anteroom.payments.PaymentId;
import io.anteroom.payments.account.AccountDirectory;
import io.anteroom.payments.account.AccountWork;
import io.anteroom.payments.account.StripeOnboarding;
import io.anteroom.payments.attempt.PaymentMetrics;
import io.anteroom.payments.attempt.PaymentStore;
import io.anteroom.payments.attempt.PaymentWork;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.payments.reconciliation.DisputeWork;
import io.anteroom.payments.reconciliation.StripeCheckWork;
import io.anteroom.payments.refund.RefundWork;
import io.anteroom.payments.wallet.CardHints;
import io.anteroom.payments.wallet.CardSetupWork;
import io.anteroom.payments.wallet.CardsWork;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a verified event to its clinic. The event is a hint and no more: it is noted once, with a pointer for the worker in
 * the same transaction, and then Stripe itself is asked how things stand.
 */
final class EventIntake {

    private static final Logger LOG = LoggerFactory.getLogger(EventIntake.class);

    /** When the worker looks, should the look right after the note come to nothing. */
    private static final Duration SECOND_LOOK = Duration.ofSeconds(30);

    private final AccountDirectory accounts;
    private final TenantDirectory tenants;
    private final PaymentStore payments;
    private final EventStore events;
    private final CardHints cards;
    private final Reconciler reconciler;
    private final StripeOnboarding onboarding;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final PaymentMetrics metrics;
    private final Clock clock;

    EventIntake(
            AccountDirectory accounts,
            TenantDirectory tenants,
            PaymentStore payments,
            EventStore events,
            CardHints cards,
            Reconciler reconciler,
            StripeOnboarding onboarding,
            WorkQueue work,
            TransactionTemplate transaction,
            PaymentMetrics metrics,
            Clock clock) {
        this.accounts = accounts;
        this.tenants = tenants;
        this.payments = payments;
        this.events = events;
        this.cards = cards;
        this.reconciler = reconciler;
        this.onboarding = onboarding;
        this.work = work;
        this.transaction = transaction;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Takes it, or counts it as not ours. What it throws makes Stripe send it again. */
    void take(StripeEvent event) {
        Optional<Tenant> tenant = accounts.tenantOf(event.account()).flatMap(tenants::byId);
        if (tenant.isEmpty()) {
            metrics.webhook("unknown_account");
            return;
        }
        metrics.arrived(tenant.get(), event.created());
        CurrentTenant.run(tenant.get(), () -> takeHere(event));
    }

    /** What the note came to. */
    private record Noted(boolean isNew, @Nullable PaymentId payment, CardHints.@Nullable Hint cards) {}

    private void takeHere(StripeEvent event) {
        Noted noted = Objects.requireNonNull(transaction.execute(_ -> note(event)));
        if (!noted.isNew) {
            metrics.webhook("duplicate");
            return;
        }
        PaymentId payment = noted.payment;
        boolean ours = payment != null || noted.cards != null || event.isAboutAccount() || event.isOfTheBalance();
        metrics.webhook(ours ? "taken" : "not_ours");
        try {
            if (payment != null && event.isRefund()) {
                reconciler.reconcileAfterSuccess(payment);
            } else if (payment != null) {
                reconciler.reconcile(payment);
            } else if (noted.cards != null) {
                cards.follow(noted.cards);
            } else if (event.isAboutAccount()) {
                onboarding.refresh();
            }
        } catch (RuntimeException e) {
            // It is noted, and the worker looks again: to have Stripe send it again would change nothing.
            LOG.warn("Event {} is left to the worker", event.id(), e);
        }
    }

    private Noted note(StripeEvent event) {
        PaymentId payment = event.isAboutAccount()
                ? null
                : payments.belongingTo(event.object(), event.intent(), event.payment())
                        .orElse(null);
        CardHints.Hint hint =
                payment == null ? cards.of(event.setup(), event.customer()).orElse(null) : null;
        if (!events.add(event, payment, clock.instant())) {
            return new Noted(false, payment, hint);
        }
        Instant later = clock.instant().plus(SECOND_LOOK);
        if (payment != null) {
            work.add(event.isRefund() ? RefundWork.KIND : PaymentWork.KIND, payment.toString(), later);
        } else if (hint != null) {
            work.add(hint.kind().equals(CardSetupWork.KIND) ? CardSetupWork.KIND : CardsWork.KIND, hint.ref(), later);
        } else if (event.isAboutAccount()) {
            work.add(AccountWork.KIND, event.account(), later);
        }
        if (event.isDispute()) {
            work.add(DisputeWork.KIND, event.object());
        } else if (event.isPayout()) {
            work.add(StripeCheckWork.KIND, StripeCheckWork.NOW);
        }
        return new Noted(true, payment, hint);
    }
}
