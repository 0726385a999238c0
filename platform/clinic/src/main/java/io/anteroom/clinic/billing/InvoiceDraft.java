package io.anteroom.clinic.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What staff write on an invoice.
 *
 * @param dueOn the last day to pay
 * @param note shown to the patient under the lines, up to 1,000 characters, may be empty
 * @param lines up to 100, each with its share of the discount; none is fine until it is sent
 * @param discount off the whole invoice, shared over the lines by what they come to as their prices are written
 */
public record InvoiceDraft(LocalDate dueOn, String note, List<InvoiceLine> lines, Discount discount) {

    /**
     * @throws IllegalArgumentException outside the bounds above, if the total passes {@link InvoiceLine#MOST_MINOR}, or if
     *     more is taken off than the lines come to
     */
    public InvoiceDraft {
        note = note.strip();
        lines = shared(lines, discount);
        if (note.length() > 1_000 || lines.size() > 100 || total(lines) > InvoiceLine.MOST_MINOR) {
            throw new IllegalArgumentException("An invoice cannot be this large");
        }
    }

    /** Without a discount on the whole. */
    public InvoiceDraft(LocalDate dueOn, String note, List<InvoiceLine> lines) {
        this(dueOn, note, lines, Discount.NONE);
    }

    /** What these lines come to with tax, in minor units. */
    public static long total(List<InvoiceLine> lines) {
        return lines.stream().mapToLong(InvoiceLine::totalMinor).sum();
    }

    /** What these lines come to with tax, less a discount on the whole, in minor units. */
    public static long total(List<InvoiceLine> lines, Discount discount) {
        return total(shared(lines, discount));
    }

    /** What these lines come to as their prices are written, in minor units: the most that can be taken off the whole. */
    public static long amount(List<InvoiceLine> lines) {
        return lines.stream().mapToLong(InvoiceLine::amountMinor).sum();
    }

    private static List<InvoiceLine> shared(List<InvoiceLine> lines, Discount discount) {
        List<Long> shares = Shares.of(
                discount.of(amount(lines)),
                lines.stream().map(InvoiceLine::amountMinor).toList());
        List<InvoiceLine> shared = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            shared.add(lines.get(i).sharing(shares.get(i)));
        }
        return List.copyOf(shared);
    }
}
