package io.anteroom.clinic.billing.bundle;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.PayerAddress;
import io.anteroom.clinic.billing.Payers;
import io.anteroom.clinic.billing.card.AccountPayer;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.Payments;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCardPayments;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Paying several invoices with one payment. Starts from a bundle that the person may see; asks Stripe outside any transaction. */
@Component
public class PayBundle {

    private final Payments payments;
    private final SavedCardPayments byCard;
    private final PayerAddress address;
    private final Payers payers;
    private final BundleAudit audit;

    PayBundle(Payments payments, SavedCardPayments byCard, PayerAddress address, Payers payers, BundleAudit audit) {
        this.payments = payments;
        this.byCard = byCard;
        this.address = address;
        this.payers = payers;
        this.audit = audit;
    }

    /**
     * Begins to pay on Stripe's page, or goes on with the page already open for just this. The payer's email is filled in where it has
     * been verified.
     */
    public CheckoutStart start(VisibleBundle bundle, CheckoutReturn urls, Actor.PortalUser by) {
        CheckoutStart start = payments.startCheckout(
                bundle.payable(),
                bundle.total(),
                urls,
                address.of(by).orElse(null),
                Formats.ofClinic().locale().stripExtensions());
        if (start instanceof CheckoutStart.Redirect redirect) {
            payers.went(redirect.payment(), by);
            audit.paymentStarted(bundle, redirect.payment(), by);
        }
        return start;
    }

    /**
     * Pays with a card that whoever is signed in keeps, once for each attempt: asked again, it tells what became of the first, also
     * where the bundle can't be paid any more by then.
     *
     * @param attempt made when the page was shown
     * @param returnTo where the bank leads back to
     */
    public CardPaymentStart payByCard(
            VisibleBundle bundle, PaymentId attempt, CardId card, URI returnTo, VisibleChart chart) {
        PayerRef payer = AccountPayer.of(chart.viewer().account());
        var charge = new CardCharge(attempt, bundle.payable(), bundle.total(), null, () -> {
            payers.went(attempt, chart.actor());
            audit.paymentStarted(bundle, attempt, chart.actor());
        });
        CardPaymentStart start = byCard.pay(charge, payer, card, returnTo);
        return isSomebodyElses(start, chart) ? new CardPaymentStart.Refused(Reason.NOT_OPEN) : start;
    }

    /** What another person paid meanwhile is not told to this one, but that something has changed. */
    private boolean isSomebodyElses(CardPaymentStart start, VisibleChart chart) {
        return start instanceof CardPaymentStart.Told(Payment payment)
                && payers.isSomebodyElses(payment.id(), chart.viewer());
    }
}
