package io.anteroom.tenantadmin.billing.refund;

import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.refund.InvoiceRefunds;
import io.anteroom.clinic.billing.refund.RefundReason;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payment;
import io.anteroom.payments.refund.Refund;
import io.anteroom.webkit.form.Option;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A payment of which something is to be given back.
 *
 * @param url the invoice's address
 * @param refunds what staff had given back of the invoice's payments, the first first
 */
public record RefundPage(String url, InvoiceView invoice, Payment payment, List<Refund> refunds) {

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
        return told() && minor > toGiveBackMinor();
    }

    /** What credit notes say is to be given back. */
    public long toGiveBackMinor() {
        return InvoiceRefunds.toGiveBackMinor(invoice, refunds);
    }

    /** What was given back last of it, did not arrive and is not settled; or nothing. */
    public Optional<Refund> notArrived() {
        return InvoiceRefunds.notArrived(refunds).stream()
                .filter(this::isOfIt)
                .filter(refund -> refund.settled() == null)
                .findFirst();
    }

    /** What of it was settled in another way. */
    public List<Refund> settled() {
        return refunds.stream()
                .filter(this::isOfIt)
                .filter(refund -> refund.settled() != null)
                .toList();
    }

    /** Whether some of it is on its way to Stripe. */
    boolean isUnderWay() {
        return payment.toBeGivenBack()
                || InvoiceRefunds.underWay(refunds).stream().anyMatch(this::isOfIt);
    }

    /** Whether the refund that a form makes was asked for before. */
    boolean isKnown(RefundForm form) {
        return refunds.stream().anyMatch(refund -> isOfIt(refund) && refund.id().equals(form.id()));
    }

    private boolean isOfIt(Refund refund) {
        return refund.payment().equals(payment.id());
    }

    /** Why, to choose from. */
    public static List<Option> reasons() {
        return Stream.concat(
                        Stream.of(new Option("", "Choose a reason")),
                        Stream.of(RefundReason.values()).map(reason -> new Option(reason.key(), reason.words())))
                .toList();
    }
}
