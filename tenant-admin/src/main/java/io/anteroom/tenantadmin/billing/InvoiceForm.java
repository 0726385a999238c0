package io.anteroom.tenantadmin.billing;

import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.billing.InvoiceView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/**
 * An invoice as typed.
 *
 * @param token of a new invoice's form, so that one sent again is no second invoice; empty for a draft
 * @param version of the draft that was looked at; -1 for a new invoice
 * @param dueOn ISO 8601, as the browser's calendar sends it
 * @param discount off the whole: an amount, or a part such as 10 %
 * @param lines at least one, which may be blank
 */
public record InvoiceForm(String token, int version, String dueOn, String note, String discount, List<LineForm> lines) {

    static final int MOST_LINES = 100;
    static final String TOO_MANY_LINES = "An invoice has at most 100 lines. Use several invoices";
    private static final int NO_VERSION = -1;
    private static final int USUAL_DAYS = 14;

    public InvoiceForm {
        lines = lines.isEmpty() ? List.of(LineForm.empty("0", "false")) : List.copyOf(lines);
    }

    /** A new invoice, due in two weeks. */
    static InvoiceForm empty(LocalDate today) {
        return new InvoiceForm(
                UUID.randomUUID().toString(),
                NO_VERSION,
                today.plusDays(USUAL_DAYS).toString(),
                "",
                "",
                List.of());
    }

    static InvoiceForm of(InvoiceView invoice) {
        List<LineForm> lines = invoice.lines().stream()
                .map((InvoiceLine line) -> LineForm.of(line, invoice.currency()))
                .toList();
        return new InvoiceForm(
                "",
                invoice.version(),
                invoice.dueOn().toString(),
                invoice.note(),
                LineForm.discount(invoice.discount(), invoice.currency()),
                lines);
    }

    /** What a browser sent: fields named {@code lines[0].description} and so on, from 0 without gaps, up to one too many. */
    static InvoiceForm of(MultiValueMap<String, String> sent) {
        List<LineForm> lines = new ArrayList<>();
        for (int i = 0; i <= MOST_LINES && sent.containsKey("lines[" + i + "].description"); i++) {
            String line = "lines[" + i + "].";
            lines.add(new LineForm(
                    text(sent, line + "description"),
                    text(sent, line + "quantity"),
                    text(sent, line + "price"),
                    text(sent, line + "tax"),
                    text(sent, line + "included"),
                    text(sent, line + "discount")));
        }
        String version = text(sent, "version");
        return new InvoiceForm(
                text(sent, "token"),
                version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : NO_VERSION,
                text(sent, "dueOn"),
                text(sent, "note"),
                text(sent, "discount"),
                lines);
    }

    /** Whether it holds as many lines as an invoice can have. */
    boolean isFull() {
        return lines.size() >= MOST_LINES;
    }

    /** The same with one more line to type; not of one that is {@linkplain #isFull full}. */
    InvoiceForm withLine() {
        List<LineForm> more = new ArrayList<>(lines);
        more.add(LineForm.empty(lines.getLast().tax(), lines.getLast().included()));
        return having(more);
    }

    /** The same with this line, in place of a last one that is blank; not of one that is full without a blank. */
    InvoiceForm with(LineForm line) {
        List<LineForm> more = new ArrayList<>(lines);
        if (more.getLast().isBlank()) {
            more.removeLast();
        }
        more.add(line);
        return having(more);
    }

    /** The same without the line of that index; an index that is none changes nothing. */
    InvoiceForm withoutLine(int index) {
        List<LineForm> fewer = new ArrayList<>(lines);
        if (index >= 0 && index < fewer.size()) {
            fewer.remove(index);
        }
        return having(fewer);
    }

    /** The same, for who has seen that version now. */
    InvoiceForm seen(int now) {
        return new InvoiceForm(token, now, dueOn, note, discount, lines);
    }

    private InvoiceForm having(List<LineForm> others) {
        return new InvoiceForm(token, version, dueOn, note, discount, others);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n");
    }
}
