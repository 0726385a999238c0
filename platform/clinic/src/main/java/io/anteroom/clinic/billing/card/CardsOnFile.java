package io.anteroom.clinic.billing.card;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.Payers;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.Payments;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.Cards;
import io.anteroom.payments.card.SavedCardPayments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The cards that staff may charge for an invoice while their owners are away. One counts only while its owner's permission stands,
 * they still see the patient's invoices, and the clinic offers the pages on which they could withdraw it.
 */
@Component
public class CardsOnFile {

    private final CardConsents consents;
    private final Cards cards;
    private final CardHolders holders;
    private final SavedCardPayments paying;
    private final Payments payments;
    private final Payers payers;
    private final PublishedPortals portals;
    private final CardAudit audit;

    CardsOnFile(
            CardConsents consents,
            Cards cards,
            CardHolders holders,
            SavedCardPayments paying,
            Payments payments,
            Payers payers,
            PublishedPortals portals,
            CardAudit audit) {
        this.consents = consents;
        this.cards = cards;
        this.holders = holders;
        this.paying = paying;
        this.payments = payments;
        this.payers = payers;
        this.portals = portals;
        this.audit = audit;
    }

    /** Those that may be charged for it, the permission given last first; none where a card can't pay it. */
    public List<CardOnFile> of(InvoiceView invoice) {
        if (!portals.current().offers(Section.PAYMENT_METHODS) || invoice.dueMinor() <= 0 || !invoice.fitsACard()) {
            return List.of();
        }
        List<CardConsent> standing = consents.standing(AccountPayer.about(invoice.patient()));
        List<AccountId> accounts = standing.stream()
                .flatMap(consent -> AccountPayer.account(consent.payer()).stream())
                .toList();
        if (accounts.isEmpty()) {
            return List.of();
        }
        Map<AccountId, String> names = holders.seeing(invoice.patient(), accounts);
        return standing.stream()
                .flatMap(consent -> onFile(consent, names).stream())
                .toList();
    }

    private Optional<CardOnFile> onFile(CardConsent consent, Map<AccountId, String> names) {
        return AccountPayer.account(consent.payer())
                .filter(names::containsKey)
                .flatMap(account -> cards.of(consent.payer()).stream()
                        .filter(card -> card.id().equals(consent.card()))
                        .findFirst()
                        .map(card -> new CardOnFile(account, names.getOrDefault(account, ""), card, consent)));
    }

    /**
     * Charges all that is due, once for each attempt.
     *
     * @param consent the permission that the page showed, of {@link #of}; where it does not stand any more, nothing is begun
     * @param attempt made when the page was shown
     * @param shownMinor what the page said is due; where that is not so any more, nothing is begun
     */
    public CardPaymentStart charge(
            InvoiceView invoice, UUID consent, PaymentId attempt, long shownMinor, Actor.Staff by) {
        var amount = new Money(shownMinor, invoice.currency());
        Optional<Payment> known = payments.find(attempt);
        if (known.isPresent()) {
            return again(invoice, known.get(), amount);
        }
        if (shownMinor != invoice.dueMinor()) {
            return new CardPaymentStart.Refused(Reason.NOT_OPEN);
        }
        return of(invoice).stream()
                .filter(each -> each.consent().id().equals(consent))
                .findFirst()
                .map(file -> paying.charge(charge(invoice, file, attempt, amount, by), file.consent()))
                .orElseGet(CardPaymentStart.NoConsent::new);
    }

    private CardCharge charge(InvoiceView invoice, CardOnFile file, PaymentId attempt, Money amount, Actor.Staff by) {
        return new CardCharge(attempt, invoice.payable(), amount, invoice.due(), () -> {
            payers.went(attempt, new Actor.PortalUser(file.account().toString(), file.owner()));
            audit.chargeStarted(invoice, attempt, amount, file.consent(), by);
        });
    }

    /** What became of it, or the same question again; but not where its owner lost sight of the invoice: then the job finds out. */
    private CardPaymentStart again(InvoiceView invoice, Payment known, Money amount) {
        Optional<AccountId> account = payers.of(known.id());
        boolean asksStripe = known.state() == PaymentState.CREATED;
        boolean onFile = account.filter(whose ->
                        of(invoice).stream().anyMatch(each -> each.account().equals(whose)))
                .isPresent();
        if (account.isEmpty() || (asksStripe && !onFile)) {
            return new CardPaymentStart.Unknown(known.id());
        }
        return paying.charge(
                CardCharge.of(known.id(), invoice.payable(), amount),
                AccountPayer.of(account.get()),
                AccountPayer.about(invoice.patient()));
    }
}
