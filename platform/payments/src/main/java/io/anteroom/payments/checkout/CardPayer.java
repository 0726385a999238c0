package io.anteroom.payments.checkout;

import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.Payable;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.StripeAmount;
import io.anteroom.payments.account.StripeOnboarding;
import io.anteroom.payments.attempt.CheckSchedule;
import io.anteroom.payments.attempt.PayableOwners;
import io.anteroom.payments.attempt.PaymentStore;
import io.anteroom.payments.attempt.PaymentWork;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.payments.attempt.StoredPayment;
import io.anteroom.payments.attempt.StoredPayment.Order;
import io.anteroom.payments.attempt.StoredPayment.Page;
import io.anteroom.payments.attempt.StoredPayment.Saved;
import io.anteroom.payments.card.CardAttempt;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.CardPaymentStart.NoConsent;
import io.anteroom.payments.card.CardPaymentStart.NoSuchCard;
import io.anteroom.payments.card.CardPaymentStart.Refused;
import io.anteroom.payments.card.CardPaymentStart.ToTheBank;
import io.anteroom.payments.card.CardPaymentStart.Told;
import io.anteroom.payments.card.CardPaymentStart.Unknown;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCardPayments;
import io.anteroom.payments.stripe.Outside;
import io.anteroom.payments.wallet.Wallet;
import io.anteroom.tenancy.work.WorkQueue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Pays with a saved card, in rounds as {@link CheckoutStarter} gets a payer to a page, and past the same gate: one attempt at a time. */
final class CardPayer implements SavedCardPayments {

    private static final int MOST_ROUNDS = 4;

    /** So long the person has for the bank's page; then an attempt that isn't over is called off. */
    private static final Duration LIFETIME = Duration.ofMinutes(30);

    /** Nobody comes back from anywhere who was away. */
    private static final URI NOWHERE = URI.create("about:blank");

    private final PaymentStore store;
    private final Reconciler reconciler;
    private final PayableOwners payables;
    private final Wallet wallet;
    private final StripeOnboarding onboarding;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CardPayer(
            PaymentStore store,
            Reconciler reconciler,
            PayableOwners payables,
            Wallet wallet,
            StripeOnboarding onboarding,
            WorkQueue work,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.reconciler = reconciler;
        this.payables = payables;
        this.wallet = wallet;
        this.onboarding = onboarding;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What one round found. */
    private sealed interface Found {
        record End(CardPaymentStart start) implements Found {}

        record Mine(StoredPayment payment) implements Found {}

        record InTheWay(List<StoredPayment> others) implements Found {}

        record LookAgain() implements Found {}
    }

    @Override
    public CardPaymentStart pay(CardCharge charge, PayerRef payer, CardId card, URI returnTo) {
        return begin(new CardWish(charge, payer, card, "", null, returnTo));
    }

    @Override
    public CardPaymentStart charge(CardCharge charge, PayerRef payer, String about) {
        return begin(new CardWish(charge, payer, null, about, null, NOWHERE));
    }

    @Override
    public CardPaymentStart charge(CardCharge charge, CardConsent shown) {
        return begin(new CardWish(charge, shown.payer(), null, shown.about(), shown.id(), NOWHERE));
    }

    @Override
    public Optional<CardAttempt> find(PayerRef payer, PaymentId attempt) {
        return Objects.requireNonNull(transaction.execute(_ -> store.find(attempt)
                .flatMap(found -> {
                    Saved saved = found.order().saved();
                    return saved == null || !wallet.owns(payer, saved.card())
                            ? Optional.empty()
                            : Optional.of(new CardAttempt(saved.card(), saved.consent() != null, bank(found)));
                })));
    }

    private static @Nullable URI bank(StoredPayment payment) {
        Page page = payment.session();
        return payment.state() != PaymentState.OPEN || page == null || page.url() == null
                ? null
                : URI.create(page.url());
    }

    private CardPaymentStart begin(CardWish wish) {
        Outside.transaction();
        if (!wish.amount().isPositive()) {
            return new Refused(Reason.NOT_POSITIVE);
        }
        if (!StripeAmount.isChargeable(wish.amount())) {
            return new Refused(Reason.NOT_CHARGEABLE);
        }
        Optional<String> account = onboarding.chargeableAccount();
        if (account.isEmpty()) {
            return new Refused(Reason.CLINIC_CANNOT_CHARGE);
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Found found = Objects.requireNonNull(transaction.execute(status -> lookOnce(wish, account.get(), status)));
            switch (found) {
                case Found.End(CardPaymentStart end) -> {
                    return end;
                }
                case Found.Mine(StoredPayment mine) -> {
                    return told(goOn(mine));
                }
                case Found.InTheWay(List<StoredPayment> others) -> {
                    Optional<CardPaymentStart> end = close(others);
                    if (end.isPresent()) {
                        return end.get();
                    }
                }
                case Found.LookAgain() -> {
                    // Somebody else was quicker; what they began is seen now.
                }
            }
        }
        return new Refused(Reason.TRY_AGAIN);
    }

    /** Closes all of them, or says what came of one instead. */
    private Optional<CardPaymentStart> close(List<StoredPayment> others) {
        for (StoredPayment other : others) {
            StoredPayment closed = reconciler.close(other);
            if (closed.state() == PaymentState.SUCCEEDED) {
                // Paid a moment ago in another tab: whoever wants to pay once more says so knowing that.
                return Optional.of(told(closed));
            }
            if (!closed.state().isFinal()) {
                return Optional.of(new Refused(
                        closed.state() == PaymentState.PROCESSING ? Reason.BEING_PROCESSED : Reason.TRY_AGAIN));
            }
        }
        return Optional.empty();
    }

    private Found lookOnce(CardWish wish, String account, TransactionStatus status) {
        Found found = look(wish, account);
        if (found instanceof Found.LookAgain) {
            status.setRollbackOnly();
        }
        return found;
    }

    private Found look(CardWish wish, String account) {
        Optional<StoredPayment> begun = store.find(wish.attempt());
        if (begun.isPresent()) {
            return goOn(wish, begun.get());
        }
        Optional<Payable> payable = payables.find(wish.payable());
        List<PayableRef> claims = payable.map(Payable::claims).orElse(List.of(wish.payable()));
        List<StoredPayment> open = store.open(claims);
        if (!open.isEmpty()) {
            return open.stream().anyMatch(each -> each.state() == PaymentState.PROCESSING)
                    ? new Found.End(new Refused(Reason.BEING_PROCESSED))
                    : new Found.InTheWay(open);
        }
        Optional<Reason> no = payable.isEmpty() ? Optional.of(Reason.NOT_OPEN) : refusal(payable.get(), wish.charge());
        if (no.isPresent()) {
            return new Found.End(new Refused(no.get()));
        }
        Optional<CardConsent> consent = wish.card() == null
                ? wallet.consent(wish.payer(), wish.about())
                        .filter(found -> wish.shown() == null || wish.shown().equals(found.id()))
                : Optional.empty();
        if (wish.card() == null && consent.isEmpty()) {
            return new Found.End(new NoConsent());
        }
        CardId card = wish.card() == null ? consent.orElseThrow().card() : wish.card();
        Optional<Saved> saved = wallet.find(wish.payer(), account, card)
                .map(found -> consent.map(each -> found.by(each.id())).orElse(found));
        return saved.isEmpty()
                ? new Found.End(new NoSuchCard())
                : begin(wish, account, payable.orElseThrow(), saved.get());
    }

    /** As for a page; and what was decided for another sum than is due by now, be it in another tab, is nobody's decision. */
    private static Optional<Reason> refusal(Payable payable, CardCharge charge) {
        return CheckoutStarter.refusal(payable, charge.amount())
                .or(() -> charge.seen() == null || charge.seen().equals(payable.due())
                        ? Optional.empty()
                        : Optional.of(Reason.NOT_OPEN));
    }

    /** The attempt again, of whoever began it. What was not charged before its consent was taken back is called off. */
    private Found goOn(CardWish wish, StoredPayment begun) {
        Saved saved = begun.order().saved();
        if (saved == null || !wish.begun(begun.order()) || !wallet.owns(wish.payer(), saved.card())) {
            return new Found.End(new Refused(Reason.TRY_AGAIN));
        }
        boolean stands = saved.consent() == null
                || wallet.consent(wish.payer(), wish.about())
                        .filter(consent -> consent.id().equals(saved.consent()))
                        .isPresent();
        return stands || begun.state() != PaymentState.CREATED
                ? new Found.Mine(begun)
                : new Found.InTheWay(List.of(begun));
    }

    /** Written down and committed before Stripe is asked, together with the pointer that looks after it and what belongs to it. */
    private Found begin(CardWish wish, String account, Payable payable, Saved saved) {
        Instant now = clock.instant();
        var order = new Order(
                wish.payable(),
                wish.amount(),
                payable.description(),
                null,
                Locale.ROOT.toLanguageTag(),
                wish.returnTo().toString(),
                wish.returnTo().toString(),
                account,
                now.plus(LIFETIME),
                saved);
        if (!store.add(wish.attempt(), order, payable, now)) {
            return new Found.LookAgain();
        }
        if (!payables.find(wish.payable()).equals(Optional.of(payable))) {
            // Something was paid since this was looked at. From here on nothing can be: there is one attempt at a time.
            return new Found.LookAgain();
        }
        work.add(PaymentWork.KIND, wish.attempt().toString(), CheckSchedule.first(now));
        wish.charge().begun().run();
        return new Found.Mine(store.find(wish.attempt()).orElseThrow());
    }

    private StoredPayment goOn(StoredPayment mine) {
        return mine.state() == PaymentState.CREATED
                ? reconciler.page(mine)
                : reconciler.reconcile(mine.id()).orElseThrow();
    }

    private static CardPaymentStart told(StoredPayment payment) {
        URI bank = bank(payment);
        return switch (payment.state()) {
            case CREATED -> new Unknown(payment.id());
            case OPEN -> bank == null ? new Unknown(payment.id()) : new ToTheBank(payment.id(), bank);
            case FAILED ->
                CheckoutStarter.isForItsAmount(payment)
                        ? new Refused(Reason.NOT_CHARGEABLE)
                        : new Told(payment.shown());
            case PROCESSING, EXPIRED, SUCCEEDED -> new Told(payment.shown());
        };
    }
}
