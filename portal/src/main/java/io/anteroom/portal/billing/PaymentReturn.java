package io.anteroom.portal.billing;

import io.anteroom.payments.CheckoutReturn;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.host.Links;
import java.net.URI;

/** Where Stripe's page, or a bank's, leads somebody signed in back to. */
public final class PaymentReturn {

    private PaymentReturn() {}

    /** After paying, and after leaving without. */
    public static CheckoutReturn fromThePage(Links links) {
        return new CheckoutReturn(fromTheBank(links), address(links, "?left=true"));
    }

    /** After the bank has asked. */
    public static URI fromTheBank(Links links) {
        return address(links, "");
    }

    private static URI address(Links links, String query) {
        return URI.create(links.portal(CurrentTenant.get().slug(), "/payments/return" + query));
    }
}
