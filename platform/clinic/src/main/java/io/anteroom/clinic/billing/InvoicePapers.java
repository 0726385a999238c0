package io.anteroom.clinic.billing;

import io.anteroom.language.Language;
import io.anteroom.payments.PaymentId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invoices and receipts as PDF, in the clinic's look. */
@Component
@Transactional(readOnly = true)
public class InvoicePapers {

    private final Letterhead letterhead;

    InvoicePapers(Letterhead letterhead) {
        this.letterhead = letterhead;
    }

    /** The invoice as a PDF of A4 pages. */
    public byte[] invoice(InvoiceView invoice) {
        Formats formats = Formats.in(Language.ENGLISH);
        var facts = new StringBuilder();
        facts.append(fact("Patient", invoice.patientName()));
        if (invoice.issuedOn() != null) {
            facts.append(fact("Issued", formats.date(invoice.issuedOn())));
        }
        facts.append(fact("Due", formats.date(invoice.dueOn())));
        if (invoice.state() == InvoiceState.VOID) {
            facts.append(
                    fact("Void", Objects.requireNonNullElse(invoice.history().voidReason(), "")));
        }
        String body = "<table class=\"facts\">" + facts + "</table>" + lines(invoice, formats)
                + totals(invoice, formats) + "<p class=\"note\">" + lines(invoice.note()) + "</p>"
                + "<p class=\"small\">Prices are without tax. Net amount and tax of each line are rounded half up; the"
                + " totals are the sums of the lines.</p>";
        return PdfPrinter.print(letterhead.page(invoice.title(), body));
    }

    /**
     * The receipt of one payment, or nothing if the invoice has no such payment.
     *
     * @param paidBy what paid, in words
     */
    public Optional<byte[]> receipt(InvoiceView invoice, PaymentId payment, String paidBy) {
        return invoice.payments().stream()
                .filter(each -> each.id().equals(payment))
                .findFirst()
                .map(each -> receipt(invoice, each, paidBy));
    }

    private byte[] receipt(InvoiceView invoice, InvoicePayment payment, String paidBy) {
        Formats formats = Formats.in(Language.ENGLISH);
        String body = "<table class=\"facts\">"
                + fact("Patient", invoice.patientName())
                + fact("For", invoice.title())
                + fact("Paid", formats.money(payment.amountMinor(), invoice.currency()))
                + (payment.refundedMinor() > 0
                        ? fact("Given back", formats.money(payment.refundedMinor(), invoice.currency()))
                        : "")
                + fact("On", formats.day(payment.receivedAt()))
                + fact("By", paidBy)
                + fact("Total of the invoice", formats.money(invoice.totalMinor(), invoice.currency()))
                + fact("Still to pay", formats.money(invoice.dueMinor(), invoice.currency()))
                + fact("Reference", payment.id().toString())
                + "</table>";
        return PdfPrinter.print(letterhead.page("Receipt", body));
    }

    private static String lines(InvoiceView invoice, Formats formats) {
        return "<table class=\"lines\"><thead><tr><th>Description</th><th class=\"n\">Quantity</th>"
                + "<th class=\"n\">Price</th><th class=\"n\">Tax</th><th class=\"n\">Amount</th></tr></thead><tbody>"
                + invoice.lines().stream()
                        .map(line -> "<tr><td>" + Letterhead.escape(line.description()) + "</td>"
                                + number(formats.quantity(line.quantity()))
                                + number(formats.money(line.unitMinor(), invoice.currency()))
                                + number(formats.rate(line.taxBasisPoints()))
                                + number(formats.money(line.netMinor(), invoice.currency())) + "</tr>")
                        .collect(Collectors.joining())
                + "</tbody></table>";
    }

    private static String totals(InvoiceView invoice, Formats formats) {
        var rows = new StringBuilder(total("Net", formats.money(invoice.netMinor(), invoice.currency())));
        for (Map.Entry<Integer, Long> tax : invoice.taxByRate().entrySet()) {
            rows.append(total("Tax " + formats.rate(tax.getKey()), formats.money(tax.getValue(), invoice.currency())));
        }
        rows.append(total("Total", formats.money(invoice.totalMinor(), invoice.currency())));
        rows.append(total("Paid", formats.money(invoice.paidMinor(), invoice.currency())));
        rows.append("<tr class=\"due\"><th>To pay</th>")
                .append(number(formats.money(invoice.dueMinor(), invoice.currency())))
                .append("</tr>");
        return "<table class=\"totals\">" + rows + "</table>";
    }

    private static String total(String label, String amount) {
        return "<tr><th>" + Letterhead.escape(label) + "</th>" + number(amount) + "</tr>";
    }

    private static String number(String text) {
        return "<td class=\"n\">" + Letterhead.escape(text) + "</td>";
    }

    private static String fact(String label, String value) {
        return "<tr><th>" + Letterhead.escape(label) + "</th><td>" + Letterhead.escape(value) + "</td></tr>";
    }

    private static String lines(String text) {
        return Letterhead.escape(text).replace("\n", "<br/>");
    }
}
