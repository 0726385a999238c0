package io.anteroom.tenantadmin.billing.refund;

import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.refund.RefundReason;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payment;
import io.anteroom.webkit.form.Option;
import java.util.List;
import java.util.stream.Stream;

/**
 * A payment of which something is to be given back.
 *
 * @param url the invoice's address
 */
public record RefundPage(String url, InvoiceView invoice, Payment payment) {

    /** Where the form goes. */
    public String action() {
        return url + "/payments/" + payment.id() + "/refund";
    }

    /** What can still be given back of it. */
    public Money left() {
        return payment.amount().minus(payment.refunded());
    }

    /** Whether the patient is told: where the money counted towards the invoice. */
    public boolean told() {
        return invoice.payments().stream().anyMatch(each -> each.id().equals(payment.id()));
    }

    /** Whether it goes beyond what credit notes say is to be given back. */
    public boolean beyondCredit(long minor) {
        return told() && minor > invoice.toGiveBackMinor();
    }

    /** Why, to choose from. */
    public static List<Option> reasons() {
        return Stream.concat(
                        Stream.of(new Option("", "Choose a reason")),
                        Stream.of(RefundReason.values()).map(reason -> new Option(reason.key(), reason.words())))
                .toList();
    }
}
