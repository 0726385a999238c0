package io.anteroom.clinic.billing;

import io.anteroom.payments.Payments;
import io.anteroom.payments.Withdrawal;
import org.springframework.stereotype.Component;

/** The card pages that somebody may have open for an invoice. Asks Stripe, so it is called outside any transaction. */
@Component
public class PaymentPages {

    private final Payments payments;

    PaymentPages(Payments payments) {
        this.payments = payments;
    }

    /** Closes the one open for it, if any, unless it was paid at that moment. */
    public Withdrawal close(InvoiceId id) {
        return payments.withdraw(InvoicePayables.ref(id));
    }
}
