package io.anteroom.clinic.billing;

import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.CurrentTenant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The addresses of billing's pages on the current clinic's portal, for mails. */
@Component
class PortalLinks {

    private final String scheme;
    private final String baseHost;

    PortalLinks(
            @Value("${anteroom.web.scheme:https}") String scheme,
            @Value("${anteroom.web.base-host:localhost:8080}") String baseHost) {
        this.scheme = scheme;
        this.baseHost = baseHost;
    }

    String invoice(InvoiceId id) {
        return portal() + "/invoices/" + id;
    }

    String receipt(PaymentId payment) {
        return portal() + "/receipts/" + payment;
    }

    private String portal() {
        return scheme + "://" + CurrentTenant.get().slug() + "." + baseHost;
    }
}
