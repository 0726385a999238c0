package io.anteroom.clinic.billing.credit;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PaymentPages;
import org.springframework.stereotype.Component;

/**
 * Writes credit notes. The payment page somebody may have open for the invoice is closed first, so that nobody pays what is no
 * longer owed; and since that asks Stripe, no transaction is open meanwhile.
 */
@Component
public class InvoiceCredit {

    private final PaymentPages payments;
    private final CreditWriting writing;

    InvoiceCredit(PaymentPages payments, CreditWriting writing) {
        this.payments = payments;
        this.writing = writing;
    }

    /**
     * Credits a part of an invoice, or what is left of it.
     *
     * @param invoice as whoever asks looked it up
     * @param reason why, 1 to 500 characters; the patient and the audit log read it
     * @param seen how far it was credited and paid on the page that was asked from
     */
    public Crediting credit(InvoiceView invoice, CreditWish wish, String reason, CreditSeen seen, Actor.Staff by) {
        return switch (payments.close(invoice.id())) {
            case CLOSED -> writing.write(invoice.id(), wish, reason, seen, by);
            case PAID_MEANWHILE -> new Crediting.BeingPaid();
            case TRY_AGAIN -> new Crediting.TryAgain();
        };
    }
}
