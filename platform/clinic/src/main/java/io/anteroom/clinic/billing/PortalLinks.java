package io.anteroom.clinic.billing;

import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.messaging.EmailContent;
import io.anteroom.payments.PaymentId;
import org.springframework.stereotype.Component;

/** The addresses of billing's pages on the current clinic's portal, for mails. */
@Component
class PortalLinks {

    private final PortalAddress portal;
    private final PublishedPortals portals;

    PortalLinks(PortalAddress portal, PublishedPortals portals) {
        this.portal = portal;
        this.portals = portals;
    }

    /** Whether the portal has invoices: else their addresses lead nowhere, but receipts' do. */
    boolean haveInvoices() {
        return portals.current().offers(Section.INVOICES);
    }

    /** The mail with a button that leads to the invoice, where the portal has invoices. */
    EmailContent leadingTo(InvoiceId id, String label, EmailContent mail) {
        return haveInvoices() ? mail.withAction(label, invoice(id)) : mail;
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
