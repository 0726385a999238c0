package io.anteroom.clinic.billing.card;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.Payers;
import io.anteroom.clinic.billing.part.PartAmount;
import io.anteroom.clinic.billing.part.PartPayments;
import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.Payments;
import io.anteroom.payments.card.CardAttempt;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCardPayments;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Paying an invoice with a card that whoever is signed in keeps. Starts from an invoice that they may see; asks Stripe outside any transaction. */
@Component
public class PayByCard {

    private final SavedCardPayments paying;
    private final Payments payments;
    private final Payers payers;
    private final PartPayments parts;
    private final CardAudit audit;

    PayByCard(SavedCardPayments paying, Payments payments, Payers payers, PartPayments parts, CardAudit audit) {
        this.paying = paying;
        this.payments = payments;
        this.payers = payers;
        this.parts = parts;
        this.audit = audit;
    }

    /**
     * Pays all that is due, once for each attempt.
     *
     * @param attempt made when the page was shown
     * @param shownMinor what the page said is due; where that is not so any more, nothing is begun
     * @param returnTo where the bank leads back to
     */
    public CardPaymentStart pay(
            InvoiceView invoice, PaymentId attempt, long shownMinor, CardId card, URI returnTo, VisibleChart chart) {
        Optional<CardPaymentStart> before = again(invoice, attempt, card, returnTo, chart);
        if (before.isPresent()) {
            return before.get();
        }
        return shownMinor == invoice.dueMinor()
                ? begin(invoice, attempt, invoice.due(), card, returnTo, chart)
                : new CardPaymentStart.Refused(Reason.NOT_OPEN);
    }

    /**
     * Pays so much of what is due, where the clinic takes parts, or all of it; once for each attempt.
     *
     * @param part what its payer chose; refused where the clinic's rule of parts does not hold for it any more
     */
    public CardPaymentStart payPart(
            InvoiceView invoice, PaymentId attempt, Money part, CardId card, URI returnTo, VisibleChart chart) {
        Optional<CardPaymentStart> before = again(invoice, attempt, card, returnTo, chart);
        if (before.isPresent()) {
            return before.get();
        }
        return parts.rule().judge(part, invoice.due()) instanceof PartAmount.Fine
                ? begin(invoice, attempt, part, card, returnTo, chart)
                : new CardPaymentStart.Refused(Reason.MORE_THAN_DUE);
    }

    /**
     * What became of an attempt that was begun already, by a double click or a form sent twice; nothing where it wasn't. It is
     * for as much as it was begun for, whatever the form says now.
     */
    public Optional<CardPaymentStart> again(
            InvoiceView invoice, PaymentId attempt, CardId card, URI returnTo, VisibleChart chart) {
        return payments.find(attempt)
                .map(begun -> paying.pay(
                        CardCharge.of(attempt, invoice.payable(), begun.amount()), payer(chart), card, returnTo));
    }

    private CardPaymentStart begin(
            InvoiceView invoice, PaymentId attempt, Money amount, CardId card, URI returnTo, VisibleChart chart) {
        var charge = new CardCharge(attempt, invoice.payable(), amount, invoice.due(), () -> {
            payers.went(attempt, chart.actor());
            audit.paymentStarted(invoice, attempt, amount, chart.actor());
        });
        CardPaymentStart start = paying.pay(charge, payer(chart), card, returnTo);
        return isSomebodyElses(start, chart) ? new CardPaymentStart.Refused(Reason.NOT_OPEN) : start;
    }

    /** What another person paid meanwhile is not told to this one, but that the invoice has changed. */
    private boolean isSomebodyElses(CardPaymentStart start, VisibleChart chart) {
        return start instanceof CardPaymentStart.Told(Payment payment)
                && payers.isSomebodyElses(payment.id(), chart.viewer());
    }

    /** What this person began to pay with a card of theirs, as last heard of; nothing where they went to the card page. */
    public Optional<CardAttempt> find(VisibleChart chart, PaymentId attempt) {
        return paying.find(payer(chart), attempt);
    }

    /** The latest try to pay it, by whom ever, if the bank would not have this person's card charged while they were away. */
    public Optional<Payment> wantsThem(InvoiceView invoice, VisibleChart chart) {
        return payments.of(invoice.payable()).stream()
                .findFirst()
                .filter(Payment::wantsThePerson)
                .filter(payment -> find(chart, payment.id()).isPresent());
    }

    private static PayerRef payer(VisibleChart chart) {
        return AccountPayer.of(chart.viewer().account());
    }
}
