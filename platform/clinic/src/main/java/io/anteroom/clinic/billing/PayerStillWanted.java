package io.anteroom.clinic.billing;

import io.anteroom.messaging.StillHolds;
import org.springframework.stereotype.Component;

/** The mail that asks for an invoice to be paid in person holds as long as the invoice's own mail. */
@Component
class PayerStillWanted implements StillHolds {

    private final InvoiceStillDue due;

    PayerStillWanted(InvoiceStillDue due) {
        this.due = due;
    }

    @Override
    public String kind() {
        return InvoiceMail.ABOUT_PAYER;
    }

    @Override
    public boolean holds(String ref) {
        return due.holds(ref);
    }
}
