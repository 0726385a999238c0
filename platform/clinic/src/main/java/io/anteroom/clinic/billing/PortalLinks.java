package io.anteroom.clinic.billing;

import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.payments.PaymentId;
import org.springframework.stereotype.Component;

/** The addresses of billing's pages on the current clinic's portal, for mails. */
@Component
class PortalLinks {

    private final PortalAddress portal;

    PortalLinks(PortalAddress portal) {
        this.portal = portal;
    }

    String invoice(InvoiceId id) {
        return portal.of("/invoices/" + id);
    }

    /** Where somebody chooses what to pay it with. */
    String paying(InvoiceId id) {
        return portal.of("/invoices/" + id + "/pay");
    }

    /** Where an invoice is paid without signing in, by the key of its link. */
    String payment(String key) {
        return portal.of("/pay/" + key);
    }

    String receipt(PaymentId payment, InvoiceId invoice) {
        return portal.of("/receipts/" + payment + "?invoice=" + invoice);
    }
}
