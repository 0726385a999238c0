package io.anteroom.portal.billing;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.billing.InvoicePayment;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.bundle.VisibleBundle;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a try to pay was for, as its payer is told: an invoice, or several at once.
 *
 * @param title what it is called in a sentence
 * @param due what is still to pay of it
 * @param payable whether it can be tried again
 * @param path where it is looked at
 * @param choice where it is chosen with what it is paid
 * @param begin where trying again just the same begins, or null where it is chosen first
 * @param lines of several, each; empty for one
 */
public record PaidFor(
        String title,
        String patientName,
        Money due,
        boolean payable,
        String path,
        String choice,
        @Nullable String begin,
        List<Line> lines) {

    /**
     * One of several invoices.
     *
     * @param paid what of the payment counts towards it, or null if nothing does
     * @param receipt where the receipt of that is
     */
    public record Line(InvoiceView invoice, @Nullable InvoicePayment paid, String receipt) {

        static Line of(InvoiceView invoice, PaymentId payment) {
            return new Line(
                    invoice,
                    invoice.payments().stream()
                            .filter(each -> each.id().equals(payment))
                            .findFirst()
                            .orElse(null),
                    "/receipts/" + payment + "?invoice=" + invoice.id());
        }

        /** What is said to be paid of it. */
        public Money amount() {
            return new Money(paid == null ? 0 : paid.amountMinor(), invoice.currency());
        }

        /** What of that was given back. */
        public Money givenBack() {
            return new Money(paid == null ? 0 : paid.refundedMinor(), invoice.currency());
        }
    }

    /** One invoice. With a saved card, or of a part, it is chosen again; else Stripe's page opens again. */
    static PaidFor one(InvoiceView invoice, Payment payment, boolean byCard) {
        String path = "/invoices/" + invoice.id();
        boolean same = !byCard && payment.amount().equals(invoice.due());
        return new PaidFor(
                say("Invoice {number}", "number", String.valueOf(invoice.number())),
                invoice.patientName(),
                invoice.due(),
                invoice.dueMinor() > 0,
                path,
                path + "/pay",
                same ? path + "/payment" : null,
                List.of());
    }

    /** Several; their own page asks again, with what was chosen. */
    static PaidFor several(VisibleBundle bundle, Payment payment) {
        String path = "/invoices/several/" + bundle.id();
        List<InvoiceView> invoices =
                bundle.parts().stream().map(VisibleBundle.Part::invoice).toList();
        return new PaidFor(
                say(
                        "Invoices {numbers}",
                        "numbers",
                        invoices.stream()
                                .map(each -> String.valueOf(each.number()))
                                .collect(Collectors.joining(", "))),
                invoices.getFirst().patientName(),
                invoices.stream().map(InvoiceView::due).reduce(Money::plus).orElseThrow(),
                bundle.canBePaid(),
                path,
                path,
                null,
                invoices.stream().map(each -> Line.of(each, payment.id())).toList());
    }

    /** Those of several that the payment counts towards. */
    public List<Line> paid() {
        return lines.stream().filter(line -> line.paid() != null).toList();
    }

    /** Whether it is several invoices. */
    public boolean isSeveral() {
        return !lines.isEmpty();
    }

    /** What leads back to it. */
    public String back() {
        return isSeveral() ? say("Back to these invoices") : say("Back to the invoice");
    }

    /** Where else than to trying again it goes from here: of several, that leads to their own page already. */
    public String leaving() {
        return isSeveral() && payable ? "/invoices" : path;
    }

    /** What leads there. */
    public String leavingLabel() {
        return isSeveral() && payable ? say("All invoices") : back();
    }
}
