package io.anteroom.tenantadmin.billing;

import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.billing.InvoiceView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;

/**
 * An invoice as typed.
 *
 * @param dueOn ISO 8601, as the browser's calendar sends it
 * @param discount off the whole: an amount, or a part such as 10 %
 * @param lines at least one, which may be blank
 */
public record InvoiceForm(String dueOn, String note, String discount, List<LineForm> lines) {

    private static final int MOST_LINES = 100;
    private static final int USUAL_DAYS = 14;

    public InvoiceForm {
        lines = lines.isEmpty() ? List.of(LineForm.empty("0", "false")) : List.copyOf(lines);
    }

    /** A new invoice, due in two weeks. */
    static InvoiceForm empty(LocalDate today) {
        return new InvoiceForm(today.plusDays(USUAL_DAYS).toString(), "", "", List.of());
    }

    static InvoiceForm of(InvoiceView invoice) {
        List<LineForm> lines = invoice.lines().stream()
                .map((InvoiceLine line) -> LineForm.of(line, invoice.currency()))
                .toList();
        return new InvoiceForm(
                invoice.dueOn().toString(),
                invoice.note(),
                LineForm.discount(invoice.discount(), invoice.currency()),
                lines);
    }

    /** What a browser sent: fields named {@code lines[0].description} and so on, from 0 without gaps. */
    static InvoiceForm of(MultiValueMap<String, String> sent) {
        List<LineForm> lines = new ArrayList<>();
        for (int i = 0; i < MOST_LINES && sent.containsKey("lines[" + i + "].description"); i++) {
            String line = "lines[" + i + "].";
            lines.add(new LineForm(
                    text(sent, line + "description"),
                    text(sent, line + "quantity"),
                    text(sent, line + "price"),
                    text(sent, line + "tax"),
                    text(sent, line + "included"),
                    text(sent, line + "discount")));
        }
        return new InvoiceForm(text(sent, "dueOn"), text(sent, "note"), text(sent, "discount"), lines);
    }

    /** The same with one more line to type. */
    InvoiceForm withLine() {
        List<LineForm> more = new ArrayList<>(lines);
        if (more.size() < MOST_LINES) {
            more.add(LineForm.empty(lines.getLast().tax(), lines.getLast().included()));
        }
        return new InvoiceForm(dueOn, note, discount, more);
    }

    /** The same with this line, in place of a last one that is blank. */
    InvoiceForm with(LineForm line) {
        List<LineForm> more = new ArrayList<>(lines);
        if (more.getLast().isBlank()) {
            more.removeLast();
        }
        if (more.size() < MOST_LINES) {
            more.add(line);
        }
        return new InvoiceForm(dueOn, note, discount, more);
    }

    /** The same without the line of that index; an index that is none changes nothing. */
    InvoiceForm withoutLine(int index) {
        List<LineForm> fewer = new ArrayList<>(lines);
        if (index >= 0 && index < fewer.size()) {
            fewer.remove(index);
        }
        return new InvoiceForm(dueOn, note, discount, fewer);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n");
    }
}
