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
import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.Cards;
import io.anteroom.payments.card.SavedCardPayments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

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
    private final TransactionTemplate transaction;

    CardsOnFile(
            CardConsents consents,
            Cards cards,
            CardHolders holders,
            SavedCardPayments paying,
            Payments payments,
            Payers payers,
            PublishedPortals portals,
            CardAudit audit,
            TransactionTemplate transaction) {
        this.consents = consents;
        this.cards = cards;
        this.holders = holders;
        this.paying = paying;
        this.payments = payments;
        this.payers = payers;
        this.portals = portals;
        this.audit = audit;
        this.transaction = transaction;
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
     * @param account whose card, of {@link #of}
     * @param attempt made when the page was shown
     * @param shownMinor what the page said is due; where that is not so any more, nothing is begun
     */
    public CardPaymentStart charge(
            InvoiceView invoice, AccountId account, PaymentId attempt, long shownMinor, Actor.Staff by) {
        var amount = new Money(shownMinor, invoice.currency());
        Optional<Payment> known = payments.find(attempt);
        boolean asksStripe =
                known.map(each -> each.state() == PaymentState.CREATED).orElse(true);
        if (known.isEmpty() && shownMinor != invoice.dueMinor()) {
            return new CardPaymentStart.Refused(Reason.NOT_OPEN);
        }
        Optional<CardOnFile> card = of(invoice).stream()
                .filter(each -> each.account().equals(account))
                .findFirst();
        if (asksStripe && card.isEmpty()) {
            // What was begun before is found out, or called off, by the job.
            return known.isEmpty() ? new CardPaymentStart.NoConsent() : new CardPaymentStart.Unknown(attempt);
        }
        if (known.isEmpty()) {
            transaction.executeWithoutResult(_ -> card.ifPresent(file -> {
                payers.went(attempt, new Actor.PortalUser(account.toString(), file.owner()));
                audit.chargeStarted(invoice, attempt, amount, file.consent(), by);
            }));
        }
        return paying.charge(
                attempt, invoice.payable(), amount, AccountPayer.of(account), AccountPayer.about(invoice.patient()));
    }
}
