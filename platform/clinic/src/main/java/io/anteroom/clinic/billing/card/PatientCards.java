package io.anteroom.clinic.billing.card;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.language.Words;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.card.CardChange;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardSetup;
import io.anteroom.payments.card.CardSetupId;
import io.anteroom.payments.card.CardSetupStart;
import io.anteroom.payments.card.Cards;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCard;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The cards of whoever is signed in: their account's own, whomever they act for. What changes them asks Stripe, and is called outside
 * any transaction.
 */
@Component
public class PatientCards {

    private final Cards cards;
    private final CardPermissions permissions;
    private final CardAudit audit;
    private final Clock clock;

    PatientCards(Cards cards, CardPermissions permissions, CardAudit audit, Clock clock) {
        this.clock = clock;
        this.cards = cards;
        this.permissions = permissions;
        this.audit = audit;
    }

    /** Whether there is anything that the person could pay with a card of theirs. */
    public static boolean mayAdd(VisibleChart chart) {
        return !chart.openFor(AccessScope.MONEY).isEmpty();
    }

    /** The cards as last heard of, the one to pay with first. */
    public List<SavedCard> list(VisibleChart chart) {
        return cards.of(payer(chart));
    }

    /** Those that are not too old to pay with. */
    public List<SavedCard> usable(VisibleChart chart) {
        YearMonth now =
                YearMonth.from(clock.instant().atZone(CurrentTenant.get().zone()));
        return list(chart).stream().filter(card -> !card.isExpired(now)).toList();
    }

    /** One of them, as last heard of. */
    public Optional<SavedCard> find(VisibleChart chart, CardId card) {
        return list(chart).stream().filter(each -> each.id().equals(card)).findFirst();
    }

    /**
     * Begins to add a card on Stripe's page.
     *
     * @throws IllegalArgumentException if the person {@linkplain #mayAdd may not}
     */
    public CardSetupStart add(VisibleChart chart, CheckoutReturn urls) {
        if (!mayAdd(chart)) {
            throw new IllegalArgumentException("Nothing could be paid with that card");
        }
        Words words = Words.current();
        CardSetupStart start = cards.add(payer(chart), urls, words.language().javaLocale(words.country()));
        if (start instanceof CardSetupStart.Redirect) {
            audit.setupStarted(chart.actor());
        }
        return start;
    }

    /** How the attempt at adding a card stands, if it is this person's. */
    public Optional<CardSetup> outcome(VisibleChart chart, CardSetupId setup) {
        return cards.reconcile(payer(chart), setup);
    }

    /** From now on this card is offered first. */
    public CardChange prefer(VisibleChart chart, CardId card) {
        return cards.prefer(payer(chart), card);
    }

    /** Calls the card so; blank for nothing but its brand and digits. */
    public CardChange rename(VisibleChart chart, CardId card, String name) {
        return cards.rename(payer(chart), card, name);
    }

    /** Takes the card away. The permissions to charge it end first: while Stripe is silent nobody charges what is to be removed. */
    public CardChange remove(VisibleChart chart, CardId card) {
        if (find(chart, card).isEmpty()) {
            return CardChange.NOT_FOUND;
        }
        permissions.end(chart, card);
        CardChange change = cards.remove(payer(chart), card);
        if (change == CardChange.DONE) {
            audit.removed(card, chart.actor());
        }
        return change;
    }

    private static PayerRef payer(VisibleChart chart) {
        return AccountPayer.of(chart.viewer().account());
    }
}
