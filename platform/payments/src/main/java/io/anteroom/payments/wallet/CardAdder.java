package io.anteroom.payments.wallet;

import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.attempt.CheckSchedule;
import io.anteroom.payments.card.CardSetup.State;
import io.anteroom.payments.card.CardSetupId;
import io.anteroom.payments.card.CardSetupStart;
import io.anteroom.payments.card.CardSetupStart.Reason;
import io.anteroom.payments.card.CardSetupStart.Redirect;
import io.anteroom.payments.card.CardSetupStart.Refused;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.stripe.StripeAnswer;
import io.anteroom.payments.wallet.StoredSetup.Order;
import io.anteroom.tenancy.work.WorkQueue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Gets a payer to the one page on which they add a card, in rounds as paying begins. */
final class CardAdder {

    /** More cards nobody tells apart. */
    private static final int MOST_CARDS = 20;

    private static final int MOST_ROUNDS = 4;

    /** A page about to close is no use to someone who begins now. */
    private static final Duration TOO_SHORT = Duration.ofMinutes(15);

    private final SetupStore store;
    private final CardStore cards;
    private final SetupReconciler reconciler;
    private final Customers customers;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration lifetime;

    CardAdder(
            SetupStore store,
            CardStore cards,
            SetupReconciler reconciler,
            Customers customers,
            WorkQueue work,
            TransactionTemplate transaction,
            Clock clock,
            Duration lifetime) {
        this.store = store;
        this.cards = cards;
        this.reconciler = reconciler;
        this.customers = customers;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    CardSetupStart start(PayerRef payer, String account, CheckoutReturn urls, Locale locale) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<CardOwner> owner = customers.customer(payer, account);
            if (owner.isEmpty()) {
                return new Refused(Reason.TRY_AGAIN);
            }
            Order order = new Order(
                    payer,
                    account,
                    String.valueOf(owner.get().customer()),
                    locale.toLanguageTag(),
                    urls.paid().toString(),
                    urls.left().toString(),
                    clock.instant().plus(lifetime));
            if (Objects.requireNonNull(transaction.execute(_ -> cards.of(payer, account)))
                            .size()
                    >= MOST_CARDS) {
                return new Refused(Reason.TOO_MANY);
            }
            Optional<StoredSetup> setup = Objects.requireNonNull(transaction.execute(_ -> look(order)));
            if (setup.isEmpty()) {
                continue;
            }
            CardSetupStart answer = answer(goOn(setup.get(), order));
            if (answer != null) {
                return answer;
            }
            lookAfterCustomer(setup.get(), owner.get());
        }
        return new Refused(Reason.TRY_AGAIN);
    }

    /** The attempt that is open, or a new one; nothing where another click was quicker. */
    private Optional<StoredSetup> look(Order order) {
        Optional<StoredSetup> open = store.open(order.payer());
        if (open.isPresent()) {
            return open;
        }
        var id = new CardSetupId(UUID.randomUUID());
        Instant now = clock.instant();
        if (!store.add(id, order, now)) {
            return Optional.empty();
        }
        work.add(CardSetupWork.KIND, id.toString(), CheckSchedule.first(now));
        return store.find(id);
    }

    private StoredSetup goOn(StoredSetup setup, Order order) {
        boolean lastsLongEnough =
                setup.order().expiresAt().isAfter(clock.instant().plus(TOO_SHORT));
        if (!lastsLongEnough || !order.isServedBy(setup.order())) {
            StoredSetup closed = reconciler.close(setup);
            return closed.state().isFinal() ? closed : closed.withoutPage();
        }
        return setup.state() == State.CREATED
                ? reconciler.page(setup)
                : reconciler.reconcile(setup.id()).orElseThrow();
    }

    /** The answer, or null where another round has to look. */
    private @Nullable CardSetupStart answer(StoredSetup setup) {
        return switch (setup.state()) {
            case CREATED -> new Refused(Reason.TRY_AGAIN);
            case OPEN ->
                setup.url() == null ? new Refused(Reason.TRY_AGAIN) : new Redirect(setup.id(), URI.create(setup.url()));
            case FAILED -> again(setup) ? null : new Refused(Reason.TRY_AGAIN);
            case EXPIRED, SUCCEEDED -> null;
        };
    }

    private static boolean again(StoredSetup setup) {
        return setup.session() != null
                || SetupReconciler.CUSTOMER_GONE.equals(setup.failure())
                || StripeAnswer.ERROR_KEPT.equals(setup.failure());
    }

    /** Where the clinic has deleted the customer at Stripe, the next round makes a new one. */
    private void lookAfterCustomer(StoredSetup setup, CardOwner owner) {
        boolean gone = reconciler
                .find(setup.id())
                .filter(now -> SetupReconciler.CUSTOMER_GONE.equals(now.failure()))
                .isPresent();
        if (gone) {
            customers.refresh(owner);
        }
    }
}
