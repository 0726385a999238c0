package io.anteroom.clinic.billing;

import io.anteroom.clinic.audit.Actor;
import org.springframework.stereotype.Component;

/**
 * Makes invoices void. The payment page somebody may have open is closed first, so that nobody pays what is not owed; and
 * since that asks Stripe, no transaction is open meanwhile.
 */
@Component
public class InvoiceVoiding {

    private final PaymentPages payments;
    private final Billing billing;

    InvoiceVoiding(PaymentPages payments, Billing billing) {
        this.payments = payments;
        this.billing = billing;
    }

    /**
     * Withdraws an invoice on which nothing was paid.
     *
     * @param reason why, 1 to 500 characters; the audit log keeps it
     * @throws java.util.NoSuchElementException if there is no such invoice
     */
    public Voiding withdraw(InvoiceId id, String reason, Actor.Staff by) {
        return switch (payments.close(id)) {
            case CLOSED -> billing.markVoid(id, reason, by);
            case PAID_MEANWHILE -> new Voiding.AlreadyPaid();
            case TRY_AGAIN -> new Voiding.TryAgain();
        };
    }
}
