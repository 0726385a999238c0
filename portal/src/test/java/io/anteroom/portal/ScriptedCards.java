package io.anteroom.portal;

import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.card.CardAttempt;
import io.anteroom.payments.card.CardChange;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.CardSetup;
import io.anteroom.payments.card.CardSetupId;
import io.anteroom.payments.card.CardSetupStart;
import io.anteroom.payments.card.Cards;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCard;
import io.anteroom.payments.card.SavedCardPayments;
import io.anteroom.tenancy.CurrentTenant;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionTemplate;

/** Saved cards in memory, and payments with them that answer what a test wrote down. */
public final class ScriptedCards implements Cards, SavedCardPayments {

    private record Owner(String clinic, PayerRef payer) {}

    public final List<String> asked = new CopyOnWriteArrayList<>();
    public final Map<PaymentId, CardAttempt> attempts = new ConcurrentHashMap<>();
    public final Map<CardSetupId, CardSetup> setups = new ConcurrentHashMap<>();
    public volatile String setupsOf = "";
    public volatile CardSetupStart adding = new CardSetupStart.Refused(CardSetupStart.Reason.TRY_AGAIN);
    public volatile CardPaymentStart answer = new CardPaymentStart.Refused(CheckoutStart.Reason.TRY_AGAIN);
    public volatile CardChange change = CardChange.DONE;

    private final Map<Owner, List<SavedCard>> cards = new ConcurrentHashMap<>();
    private final TransactionTemplate transaction;

    public ScriptedCards(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    public void reset() {
        asked.clear();
        attempts.clear();
        setups.clear();
        cards.clear();
        adding = new CardSetupStart.Refused(CardSetupStart.Reason.TRY_AGAIN);
        answer = new CardPaymentStart.Refused(CheckoutStart.Reason.TRY_AGAIN);
        change = CardChange.DONE;
    }

    /** That account has saved a card at the current clinic; its first is preferred. */
    public CardId save(long account, String last4, YearMonth until) {
        var owner = owner(new PayerRef("account", Long.toString(account)));
        var id = new CardId(UUID.randomUUID());
        List<SavedCard> saved = new ArrayList<>(cards.getOrDefault(owner, List.of()));
        saved.add(new SavedCard(id, "visa", last4, until, null, saved.isEmpty(), Instant.EPOCH));
        cards.put(owner, saved);
        return id;
    }

    @Override
    public CardSetupStart add(PayerRef payer, CheckoutReturn urls, Locale locale) {
        asked.add("add for " + payer.id() + " to " + urls.paid());
        return adding;
    }

    @Override
    public Optional<CardSetup> reconcile(PayerRef payer, CardSetupId setup) {
        return Optional.ofNullable(setups.get(setup)).filter(_ -> payer.id().equals(setupsOf));
    }

    @Override
    public List<SavedCard> of(PayerRef payer) {
        return List.copyOf(cards.getOrDefault(owner(payer), List.of()));
    }

    @Override
    public List<SavedCard> refresh(PayerRef payer) {
        return of(payer);
    }

    @Override
    public CardChange prefer(PayerRef payer, CardId card) {
        asked.add("prefer " + card);
        return change;
    }

    @Override
    public CardChange rename(PayerRef payer, CardId card, String name) {
        asked.add("rename " + card + " " + name);
        return change;
    }

    @Override
    public CardChange remove(PayerRef payer, CardId card) {
        asked.add("remove " + card);
        if (change == CardChange.DONE) {
            cards.computeIfPresent(
                    owner(payer),
                    (_, saved) -> saved.stream()
                            .filter(each -> !each.id().equals(card))
                            .toList());
        }
        return change;
    }

    @Override
    public CardPaymentStart pay(CardCharge charge, PayerRef payer, CardId card, URI returnTo) {
        asked.add("pay " + charge.payable().id() + " " + charge.amount() + " " + payer.id() + " " + card + " "
                + returnTo);
        return answer(charge);
    }

    @Override
    public CardPaymentStart charge(CardCharge charge, PayerRef payer, String about) {
        asked.add("charge " + charge.payable().id() + " " + charge.amount() + " " + payer.id() + " " + about);
        return answer(charge);
    }

    @Override
    public CardPaymentStart charge(CardCharge charge, CardConsent shown) {
        return charge(charge, shown.payer(), shown.about());
    }

    /** What belongs to an attempt is done where the answer is about just that one. */
    private CardPaymentStart answer(CardCharge charge) {
        PaymentId known = switch (answer) {
            case CardPaymentStart.ToTheBank(PaymentId payment, URI _) -> payment;
            case CardPaymentStart.Told(Payment payment) -> payment.id();
            case CardPaymentStart.Unknown(PaymentId payment) -> payment;
            case CardPaymentStart.NoSuchCard _, CardPaymentStart.NoConsent _, CardPaymentStart.Refused _ -> null;
        };
        if (Objects.equals(known, charge.attempt())) {
            transaction.executeWithoutResult(_ -> charge.begun().run());
        }
        return answer;
    }

    @Override
    public Optional<CardAttempt> find(PayerRef payer, PaymentId attempt) {
        return Optional.ofNullable(attempts.get(attempt))
                .filter(known -> of(payer).stream().anyMatch(card -> card.id().equals(known.card())));
    }

    private static Owner owner(PayerRef payer) {
        return new Owner(CurrentTenant.get().slug(), payer);
    }
}
