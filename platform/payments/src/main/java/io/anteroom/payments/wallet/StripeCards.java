package io.anteroom.payments.wallet;

import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.OnboardingStatus;
import io.anteroom.payments.account.StripeOnboarding;
import io.anteroom.payments.card.CardChange;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardSetup;
import io.anteroom.payments.card.CardSetupId;
import io.anteroom.payments.card.CardSetupStart;
import io.anteroom.payments.card.Cards;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCard;
import io.anteroom.payments.stripe.Outside;
import io.anteroom.payments.stripe.StripeAnswer;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Saved cards with Stripe. */
final class StripeCards implements Cards {

    private static final int LONGEST_NAME = 60;

    /** When the worker looks what became of a change to which Stripe did not answer. */
    private static final Duration SECOND_LOOK = Duration.ofMinutes(1);

    private final CardAdder adder;
    private final SetupReconciler reconciler;
    private final Customers customers;
    private final StripeCustomers stripe;
    private final CardStore store;
    private final StripeOnboarding onboarding;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StripeCards(
            CardAdder adder,
            SetupReconciler reconciler,
            Customers customers,
            StripeCustomers stripe,
            CardStore store,
            StripeOnboarding onboarding,
            WorkQueue work,
            TransactionTemplate transaction,
            Clock clock) {
        this.adder = adder;
        this.reconciler = reconciler;
        this.customers = customers;
        this.stripe = stripe;
        this.store = store;
        this.onboarding = onboarding;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public CardSetupStart add(PayerRef payer, CheckoutReturn urls, Locale locale) {
        Outside.transaction();
        Optional<String> account = onboarding.chargeableAccount();
        return account.isEmpty()
                ? new CardSetupStart.Refused(CardSetupStart.Reason.CLINIC_CANNOT_CHARGE)
                : adder.start(payer, account.get(), urls, locale);
    }

    @Override
    public Optional<CardSetup> reconcile(PayerRef payer, CardSetupId setup) {
        Outside.transaction();
        return reconciler
                .find(setup)
                .filter(found -> found.order().payer().equals(payer))
                .flatMap(found -> reconciler.reconcile(found.id()))
                .map(this::shown);
    }

    @Override
    public List<SavedCard> of(PayerRef payer) {
        return account().map(account -> shown(payer, account)).orElse(List.of());
    }

    @Override
    public List<SavedCard> refresh(PayerRef payer) {
        Outside.transaction();
        account().flatMap(account -> customers.known(payer, account)).ifPresent(customers::refresh);
        return of(payer);
    }

    @Override
    public CardChange prefer(PayerRef payer, CardId card) {
        return change(payer, card, stripe::prefer, (reading, method) -> method.equals(reading.preferred()));
    }

    @Override
    public CardChange remove(PayerRef payer, CardId card) {
        return change(payer, card, stripe::detach, (reading, method) -> !reading.has(method));
    }

    @Override
    public CardChange rename(PayerRef payer, CardId card, String name) {
        String kept = name.strip().replaceAll("\\p{Cntrl}", " ");
        int end = kept.offsetByCodePoints(0, Math.min(LONGEST_NAME, kept.codePointCount(0, kept.length())));
        @Nullable String known = kept.isEmpty() ? null : kept.substring(0, end);
        boolean done = account()
                .map(account -> transaction.execute(_ -> store.rename(payer, account, card, known)))
                .orElse(false);
        return done ? CardChange.DONE : CardChange.NOT_FOUND;
    }

    /**
     * Has Stripe change the card, and then tell how it is: that alone says what came of it. A refusal may be an error that Stripe keeps
     * of a change that was made, or that was not.
     */
    private CardChange change(
            PayerRef payer,
            CardId card,
            BiFunction<CardOwner, String, StripeAnswer<String>> question,
            BiPredicate<CardReading, String> done) {
        Outside.transaction();
        Optional<StoredCard> known = account()
                .flatMap(account -> Objects.requireNonNull(transaction.execute(_ -> store.find(payer, account, card))));
        Optional<CardOwner> owner = known.flatMap(found -> customers.known(payer, found.account()));
        if (known.isEmpty() || owner.isEmpty()) {
            return CardChange.NOT_FOUND;
        }
        String method = known.get().method();
        Optional<CardReading> reading = question.apply(owner.get(), method) instanceof StripeAnswer.Silent<String>
                ? Optional.empty()
                : customers.refresh(owner.get());
        if (reading.isEmpty()) {
            transaction.executeWithoutResult(_ -> work.add(
                    CardsWork.KIND, known.get().customer(), clock.instant().plus(SECOND_LOOK)));
            return CardChange.TRY_AGAIN;
        }
        if (done.test(reading.get(), method)) {
            return CardChange.DONE;
        }
        return reading.get().has(method) ? CardChange.TRY_AGAIN : CardChange.NOT_FOUND;
    }

    /** The account that is connected, whether or not it may charge now: nobody is kept from removing a card. */
    private Optional<String> account() {
        OnboardingStatus status = onboarding.status();
        return Optional.ofNullable(status.account());
    }

    private List<SavedCard> shown(PayerRef payer, String account) {
        return Objects.requireNonNull(transaction.execute(_ -> store.of(payer, account))).stream()
                .map(StoredCard::shown)
                .toList();
    }

    private CardSetup shown(StoredSetup setup) {
        CardId card = Objects.requireNonNull(transaction.execute(
                        _ -> store.of(setup.order().payer(), setup.order().account())))
                .stream()
                .filter(each -> each.method().equals(setup.method()))
                .map(each -> each.shown().id())
                .findFirst()
                .orElse(null);
        return new CardSetup(setup.id(), setup.state(), card, setup.failure());
    }
}
