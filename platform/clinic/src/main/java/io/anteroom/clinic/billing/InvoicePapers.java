package io.anteroom.clinic.billing;

import io.anteroom.language.Words;
import io.anteroom.payments.PaymentId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invoices and receipts as PDF, in the clinic's look and the language of whoever asks for them. */
@Component
@Transactional(readOnly = true)
public class InvoicePapers {

    private final Letterhead letterhead;

    InvoicePapers(Letterhead letterhead) {
        this.letterhead = letterhead;
    }

    /** The invoice as a PDF of A4 pages. */
    public byte[] invoice(InvoiceView invoice) {
        Words words = Words.current();
        Formats formats = Formats.in(words.language());
        var facts = new StringBuilder();
        facts.append(fact(words, words.say("Patient"), invoice.patientName()));
        if (invoice.issuedOn() != null) {
            facts.append(fact(words, words.say("Issued"), formats.date(invoice.issuedOn())));
        }
        facts.append(fact(words, words.say("Due"), formats.date(invoice.dueOn())));
        Instant voided = invoice.history().voidedAt();
        if (voided != null) { // why is the clinic's own matter, and patients have this paper too
            facts.append(fact(words, words.say("Void"), formats.day(voided)));
        }
        String body = "<table class=\"facts\">" + facts + "</table>"
                + (invoice.amountsOnly()
                        ? totals(invoice, words, formats) // one unit price may name a service as well as words do
                        : lines(invoice, words, formats) + totals(invoice, words, formats) + notes(invoice, words));
        return PdfPrinter.print(letterhead.page(words, title(words, invoice), body));
    }

    /** What the clinic wrote, and how it was reckoned. */
    private static String notes(InvoiceView invoice, Words words) {
        return "<p class=\"note\">" + lines(invoice.note()) + "</p><p class=\"small\">"
                + Letterhead.escape(
                        invoice.anyTaxIncluded()
                                ? words.say(
                                        "Where a price contains its tax, it says so. Net amount and tax of each line are rounded half up; the totals are the sums of the lines.")
                                : words.say(
                                        "Prices are without tax. Net amount and tax of each line are rounded half up; the totals are the sums of the lines."))
                + "</p>";
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
        Words words = Words.current();
        Formats formats = Formats.in(words.language());
        String body = "<table class=\"facts\">"
                + fact(words, words.say("Patient"), invoice.patientName())
                + fact(words, words.sayAs("receipt", "For"), title(words, invoice))
                + fact(words, words.say("Paid"), formats.money(payment.amountMinor(), invoice.currency()))
                + (payment.refundedMinor() > 0
                        ? fact(
                                words,
                                words.say("Given back"),
                                formats.money(payment.refundedMinor(), invoice.currency()))
                        : "")
                + fact(words, words.sayAs("receipt", "On"), formats.day(payment.receivedAt()))
                + fact(words, words.sayAs("receipt", "By"), paidBy)
                + fact(
                        words,
                        words.say("Total of the invoice"),
                        formats.money(invoice.totalMinor(), invoice.currency()))
                + invoice.taxes().stream()
                        .map(tax -> fact(
                                words,
                                tax(words, formats, tax, invoice),
                                formats.money(tax.taxMinor(), invoice.currency())))
                        .collect(Collectors.joining())
                + fact(words, words.say("Still to pay"), formats.money(invoice.dueMinor(), invoice.currency()))
                + fact(words, words.say("Reference"), payment.id().toString())
                + "</table>";
        return PdfPrinter.print(letterhead.page(words, words.say("Receipt"), body));
    }

    private static String title(Words words, InvoiceView invoice) {
        return invoice.number() == null
                ? words.say("Draft invoice")
                : words.say("Invoice {number}", "number", Long.toString(invoice.number()));
    }

    private static String lines(InvoiceView invoice, Words words, Formats formats) {
        return "<table class=\"lines\"><thead>"
                + new PaperTable(words)
                        .row(
                                "<th>" + Letterhead.escape(words.say("Description")) + "</th>",
                                head(words.say("Quantity")),
                                head(words.say("Price")),
                                head(words.say("Tax")),
                                head(words.say("Amount")))
                + "</thead><tbody>"
                + invoice.lines().stream()
                        .map(line -> new PaperTable(words)
                                .row(
                                        "<td>" + Letterhead.escape(line.description())
                                                + takenOff(line, invoice, words, formats) + "</td>",
                                        PaperTable.number(formats.quantity(line.quantity())),
                                        PaperTable.number(formats.money(line.unitMinor(), invoice.currency())),
                                        PaperTable.number(
                                                line.taxIncluded() && line.taxBasisPoints() > 0
                                                        ? words.say(
                                                                "{rate} included",
                                                                "rate",
                                                                formats.rate(line.taxBasisPoints()))
                                                        : formats.rate(line.taxBasisPoints())),
                                        PaperTable.number(formats.money(line.amountMinor(), invoice.currency()))))
                        .collect(Collectors.joining())
                + "</tbody></table>";
    }

    private static String totals(InvoiceView invoice, Words words, Formats formats) {
        var rows = new StringBuilder();
        if (invoice.takenOffMinor() > 0) {
            rows.append(total(
                    words,
                    invoice.discount().basisPoints() > 0
                            ? words.say(
                                    "Discount {rate}",
                                    "rate",
                                    formats.rate(invoice.discount().basisPoints()))
                            : words.say("Discount"),
                    formats.money(-invoice.takenOffMinor(), invoice.currency())));
        }
        rows.append(total(words, words.say("Net"), formats.money(invoice.netMinor(), invoice.currency())));
        for (TaxOfRate tax : invoice.taxes()) {
            rows.append(
                    total(words, tax(words, formats, tax, invoice), formats.money(tax.taxMinor(), invoice.currency())));
        }
        rows.append(total(words, words.say("Total"), formats.money(invoice.totalMinor(), invoice.currency())));
        if (invoice.creditedMinor() > 0) {
            rows.append(
                    total(words, words.say("Credited"), formats.money(-invoice.creditedMinor(), invoice.currency())));
        }
        rows.append(total(words, words.say("Paid"), formats.money(invoice.paidMinor(), invoice.currency())));
        rows.append(
                new PaperTable(words).due(words.say("To pay"), formats.money(invoice.dueMinor(), invoice.currency())));
        return "<table class=\"totals\">" + rows + "</table>";
    }

    /** Where there is one rate, it is of all; where there are several, each says of what. */
    private static String tax(Words words, Formats formats, TaxOfRate tax, InvoiceView invoice) {
        return invoice.taxes().size() == 1
                ? words.say("Tax {rate}", "rate", formats.rate(tax.basisPoints()))
                : words.say(
                        "Tax {rate} on {net}",
                        "rate",
                        formats.rate(tax.basisPoints()),
                        "net",
                        formats.money(tax.netMinor(), invoice.currency()));
    }

    private static String takenOff(InvoiceLine line, InvoiceView invoice, Words words, Formats formats) {
        return line.takenOffMinor() == 0
                ? ""
                : "<br/><span class=\"small\">"
                        + Letterhead.escape(words.say(
                                "{amount} taken off",
                                "amount",
                                formats.money(line.takenOffMinor(), invoice.currency())))
                        + "</span>";
    }

    private static String head(String text) {
        return "<th class=\"n\">" + Letterhead.escape(text) + "</th>";
    }

    private static String total(Words words, String label, String amount) {
        return new PaperTable(words).total(label, amount);
    }

    private static String fact(Words words, String label, String value) {
        return new PaperTable(words).fact(label, value);
    }

    private static String lines(String text) {
        return Letterhead.escape(text).replace("\n", "<br/>");
    }
}
