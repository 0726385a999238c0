package io.anteroom.payments.wallet;

import io.anteroom.payments.card.CardSetup.State;
import io.anteroom.payments.card.CardSetupId;
import io.anteroom.payments.stripe.Outside;
import io.anteroom.payments.stripe.StripeAnswer;
import io.anteroom.payments.wallet.StoredSetup.Page;
import io.anteroom.payments.wallet.StoredSetup.Reading;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings an attempt at adding a card to where Stripe says it is, as payments are brought: read outside a transaction, applied
 * under the row's lock, and only forward.
 */
final class SetupReconciler {

    /** Why an attempt failed whose customer the clinic deleted at Stripe. */
    static final String CUSTOMER_GONE = "customer_gone";

    private final SetupStore store;
    private final StripeSetup stripe;
    private final StripeCustomers methods;
    private final Customers customers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SetupReconciler(
            SetupStore store,
            StripeSetup stripe,
            StripeCustomers methods,
            Customers customers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.stripe = stripe;
        this.methods = methods;
        this.customers = customers;
        this.transaction = transaction;
        this.clock = clock;
    }

    Optional<StoredSetup> find(CardSetupId id) {
        return Objects.requireNonNull(transaction.execute(_ -> store.find(id)));
    }

    /** Asks Stripe, and gives the attempt as it is then; also where Stripe is silent. */
    Optional<StoredSetup> reconcile(CardSetupId id) {
        Outside.transaction();
        return find(id).map(found -> found.state() == State.CREATED ? page(found) : found)
                .map(this::read);
    }

    /** Opens the page of an attempt that has none yet, always with the same key. */
    StoredSetup page(StoredSetup setup) {
        if (!clock.instant().isBefore(setup.order().expiresAt())) {
            return giveUp(setup.id(), State.EXPIRED, "never_opened");
        }
        return switch (stripe.open(setup.id(), setup.order())) {
            case StripeAnswer.Given<Page>(Page page) -> opened(setup.id(), page);
            case StripeAnswer.Refused<Page>(String code, String _)
            when code.equals(StripeAnswer.ERROR_KEPT) -> lookFor(setup);
            case StripeAnswer.Refused<Page>(String code, String param) ->
                giveUp(setup.id(), State.FAILED, param.equals("customer") ? CUSTOMER_GONE : code);
            case StripeAnswer.Silent<Page>() -> setup;
        };
    }

    /** Sees to it that no card can be added by it any more, if that is still possible, and gives it as it is then. */
    StoredSetup close(StoredSetup setup) {
        String session = setup.session();
        if (session == null) {
            return giveUp(setup.id(), State.EXPIRED, "superseded");
        }
        // Refused means done with by now; either way, and also where Stripe is silent, the reading tells.
        var _ = stripe.close(setup.id(), setup.order(), session);
        return read(setup);
    }

    private StoredSetup lookFor(StoredSetup setup) {
        if (!(stripe.lookFor(setup) instanceof StripeAnswer.Given<StripeSetup.Found>(var found))) {
            return setup;
        }
        if (found.page() != null) {
            return opened(setup.id(), found.page());
        }
        return found.certain() ? giveUp(setup.id(), State.FAILED, StripeAnswer.ERROR_KEPT) : setup;
    }

    private StoredSetup read(StoredSetup setup) {
        String session = setup.session();
        if (session == null || setup.state() == State.SUCCEEDED) {
            return setup;
        }
        return stripe.read(setup.id(), setup.order(), session) instanceof StripeAnswer.Given<Reading>(Reading reading)
                ? apply(setup, reading)
                : setup;
    }

    /** The card is known before the attempt ends, so that one whose card could not be read is looked at again. */
    private StoredSetup apply(StoredSetup setup, Reading read) {
        Optional<Reading> known = read.state() == State.SUCCEEDED ? known(setup, read) : Optional.of(read);
        if (known.isEmpty()) {
            return setup;
        }
        Reading reading = known.get();
        return Objects.requireNonNull(transaction.execute(_ -> {
            StoredSetup locked = store.lock(setup.id());
            boolean declined = locked.state() == reading.state()
                    && !locked.state().isFinal()
                    && !Objects.equals(locked.failure(), reading.failure());
            if (locked.state().mayBecome(reading.state()) || declined) {
                store.record(setup.id(), reading, clock.instant());
            }
            return store.find(setup.id()).orElseThrow();
        }));
    }

    /**
     * Reads the customer's cards; the first is preferred from the beginning. Nothing where Stripe is silent; no success where the card,
     * or the customer with it, was taken away at Stripe meanwhile.
     */
    private Optional<Reading> known(StoredSetup setup, Reading saved) {
        String method = String.valueOf(saved.method());
        Optional<CardOwner> owner = customers
                .known(setup.order().payer(), setup.order().account())
                .filter(known -> setup.order().customer().equals(known.customer()));
        if (owner.isEmpty()) {
            return Optional.of(failed(CUSTOMER_GONE));
        }
        Optional<CardReading> reading = customers.refresh(owner.get());
        boolean unpreferred = reading.filter(cards -> cards.has(method))
                .filter(cards -> cards.preferred() == null)
                .isPresent();
        if (unpreferred && methods.prefer(owner.get(), method) instanceof StripeAnswer.Given<String>) {
            reading = customers.refresh(owner.get());
        }
        return reading.map(cards -> cards.has(method) ? saved : failed(cards.exists() ? "card_gone" : CUSTOMER_GONE));
    }

    private static Reading failed(String reason) {
        return new Reading(State.FAILED, null, reason);
    }

    private StoredSetup opened(CardSetupId id, Page page) {
        return changed(id, () -> store.opened(id, page, clock.instant()));
    }

    private StoredSetup giveUp(CardSetupId id, State end, String reason) {
        return changed(id, () -> store.giveUp(id, end, reason, clock.instant()));
    }

    private StoredSetup changed(CardSetupId id, Runnable change) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            change.run();
            return store.find(id).orElseThrow();
        }));
    }
}
