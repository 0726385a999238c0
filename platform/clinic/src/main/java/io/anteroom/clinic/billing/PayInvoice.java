package io.anteroom.clinic.billing;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.part.PartAmount;
import io.anteroom.clinic.billing.part.PartPayments;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.Payments;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Paying an invoice by card on Stripe's page. Starts from an invoice that the person may see; asks Stripe outside any transaction. */
@Component
public class PayInvoice {

    private static final Actor HOLDER = new Actor.System("Whoever has the invoice’s link");

    private final Payments payments;
    private final PayerAddress address;
    private final Payers payers;
    private final PartPayments parts;
    private final BillingAudit audit;

    PayInvoice(Payments payments, PayerAddress address, Payers payers, PartPayments parts, BillingAudit audit) {
        this.payments = payments;
        this.address = address;
        this.payers = payers;
        this.parts = parts;
        this.audit = audit;
    }

    /**
     * Begins to pay all that is due on {@code invoice}, or goes on with the page already open for it. The payer's email is
     * filled in where it has been verified.
     */
    public CheckoutStart start(InvoiceView invoice, CheckoutReturn urls, Actor.PortalUser by) {
        return start(invoice, invoice.due(), urls, by);
    }

    /**
     * Begins to pay so much of what is due, where the clinic takes parts, or all of it.
     *
     * @param amount what its payer chose; refused where the clinic's rule of parts does not hold for it any more
     */
    public CheckoutStart startPart(InvoiceView invoice, Money amount, CheckoutReturn urls, Actor.PortalUser by) {
        return parts.rule().judge(amount, invoice.due()) instanceof PartAmount.Fine
                ? start(invoice, amount, urls, by)
                : new CheckoutStart.Refused(CheckoutStart.Reason.MORE_THAN_DUE);
    }

    private CheckoutStart start(InvoiceView invoice, Money amount, CheckoutReturn urls, Actor.PortalUser by) {
        CheckoutStart start = payments.startCheckout(
                InvoicePayables.ref(invoice.id()),
                amount,
                urls,
                address.of(by).orElse(null),
                Formats.ofClinic().locale().stripExtensions());
        if (start instanceof CheckoutStart.Redirect redirect) {
            payers.went(redirect.payment(), by);
            audit.paymentStarted(invoice, redirect.payment(), amount, by);
        }
        return start;
    }

    /**
     * The same for whoever holds the link in the invoice's mail. Nobody knows who that is, so no address is filled in, and whoever paid
     * is noted as nobody.
     */
    public CheckoutStart startByLink(InvoiceView invoice, CheckoutReturn urls) {
        CheckoutStart start = payments.startCheckout(
                InvoicePayables.ref(invoice.id()),
                invoice.due(),
                urls,
                null,
                Formats.ofClinic().locale().stripExtensions());
        if (start instanceof CheckoutStart.Redirect redirect) {
            audit.paymentStarted(invoice, redirect.payment(), invoice.due(), HOLDER);
        }
        return start;
    }

    /** The payment as last heard of; the caller checks that its invoice may be seen. */
    public Optional<Payment> find(PaymentId payment) {
        return payments.find(payment);
    }

    /** Asks Stripe how the payment stands, and records it. */
    public Optional<Payment> reconcile(PaymentId payment) {
        return payments.reconcile(payment);
    }

    /** All attempts to pay an invoice, the newest first, as last heard of. */
    public List<Payment> attempts(InvoiceId invoice) {
        return payments.of(InvoicePayables.ref(invoice));
    }
}
