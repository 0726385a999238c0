package io.anteroom.clinic.billing;

import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SenderIdentity.Look;
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

    private final SenderIdentity sender;

    InvoicePapers(SenderIdentity sender) {
        this.sender = sender;
    }

    /** The invoice as a PDF of A4 pages. */
    public byte[] invoice(InvoiceView invoice) {
        Look look = sender.look();
        Formats formats = Formats.ofClinic();
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
        return PdfPrinter.print(page(invoice.title(), body, look));
    }

    /** The receipt of one payment, or nothing if the invoice has no such payment. */
    public Optional<byte[]> receipt(InvoiceView invoice, PaymentId payment) {
        return invoice.payments().stream()
                .filter(each -> each.id().equals(payment))
                .findFirst()
                .map(each -> receipt(invoice, each));
    }

    private byte[] receipt(InvoiceView invoice, InvoicePayment payment) {
        Formats formats = Formats.ofClinic();
        String body = "<table class=\"facts\">"
                + fact("Patient", invoice.patientName())
                + fact("For", invoice.title())
                + fact("Paid", formats.money(payment.amountMinor(), invoice.currency()))
                + fact("On", formats.day(payment.receivedAt()))
                + fact("By", "Card")
                + fact("Total of the invoice", formats.money(invoice.totalMinor(), invoice.currency()))
                + fact("Still to pay", formats.money(invoice.dueMinor(), invoice.currency()))
                + fact("Reference", payment.id().toString())
                + "</table>";
        return PdfPrinter.print(page("Receipt", body, sender.look()));
    }

    private static String lines(InvoiceView invoice, Formats formats) {
        return "<table class=\"lines\"><thead><tr><th>Description</th><th class=\"n\">Quantity</th>"
                + "<th class=\"n\">Price</th><th class=\"n\">Tax</th><th class=\"n\">Amount</th></tr></thead><tbody>"
                + invoice.lines().stream()
                        .map(line -> "<tr><td>" + escape(line.description()) + "</td>"
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
        return "<tr><th>" + escape(label) + "</th>" + number(amount) + "</tr>";
    }

    private static String number(String text) {
        return "<td class=\"n\">" + escape(text) + "</td>";
    }

    private static String fact(String label, String value) {
        return "<tr><th>" + escape(label) + "</th><td>" + escape(value) + "</td></tr>";
    }

    private static String page(String title, String body, Look look) {
        String colour = look.colour().matches("#[0-9a-fA-F]{6}") ? look.colour() : "#1f4e79";
        String foot = look.name()
                + (look.address() == null ? "" : ", " + look.address())
                + (look.phone() == null ? "" : " \u00b7 " + look.phone());
        return """
                <html lang="en"><head><title>%1$s, %2$s</title><meta name="description" content="%1$s"/><style>
                @page { size: A4; margin: 22mm 20mm 24mm 20mm;
                  @bottom-left { content: "%3$s"; font-family: Paper; font-size: 8.5pt; color: #56616f; }
                  @bottom-right { content: counter(page) " / " counter(pages); font-family: Paper; font-size: 8.5pt; color: #56616f; } }
                body { font-family: Paper; font-size: 10.5pt; line-height: 1.45; color: #1d2733; font-weight: 400; }
                .clinic { font-size: 15pt; color: %4$s; border-bottom: 2pt solid %4$s; padding-bottom: 8pt; }
                h1 { font-size: 22pt; font-weight: 400; margin: 18pt 0 12pt 0; }
                table { border-collapse: collapse; }
                th { font-weight: 400; color: #56616f; text-align: left; vertical-align: top; padding: 3pt 14pt 3pt 0; }
                td { vertical-align: top; padding: 3pt 0; }
                .n { text-align: right; white-space: nowrap; padding-left: 12pt; padding-right: 0; }
                .lines { width: 100%%; margin-top: 22pt; -fs-table-paginate: paginate; }
                .lines td, .lines th { border-bottom: 0.5pt solid #cfd6de; padding-top: 6pt; padding-bottom: 6pt; }
                .lines tr { page-break-inside: avoid; }
                .totals { margin: 12pt 0 0 auto; page-break-inside: avoid; }
                .totals .due th, .totals .due td { font-size: 14pt; color: #1d2733; border-top: 1pt solid #1d2733; padding-top: 6pt; }
                .note { margin-top: 22pt; } .small { font-size: 8.5pt; color: #56616f; }
                </style></head><body><div class="clinic">%2$s</div><h1>%1$s</h1>%5$s</body></html>
                """.formatted(escape(title), escape(look.name()), css(foot), colour, body);
    }

    private static String lines(String text) {
        return escape(text).replace("\n", "<br/>");
    }

    /** For a string in a style sheet inside XML: anything that could end either is left out. */
    private static String css(String text) {
        return text.replaceAll("[\"\\\\<>&\\p{Cntrl}]", " ");
    }

    /** For XML 1.0, which has no place for control characters at all. */
    private static String escape(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
