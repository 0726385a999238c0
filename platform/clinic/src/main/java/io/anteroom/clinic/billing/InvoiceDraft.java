package io.anteroom.clinic.billing;

import java.time.LocalDate;
import java.util.List;

/**
 * What staff write on an invoice.
 *
 * @param dueOn the last day to pay
 * @param note shown to the patient under the lines, up to 1,000 characters, may be empty
 * @param lines up to 100; none is fine until it is sent
 */
public record InvoiceDraft(LocalDate dueOn, String note, List<InvoiceLine> lines) {

    /**
     * @throws IllegalArgumentException outside the bounds above, or if the total passes {@link InvoiceLine#MOST_MINOR}
     */
    public InvoiceDraft {
        note = note.strip();
        lines = List.copyOf(lines);
        if (note.length() > 1_000 || lines.size() > 100 || total(lines) > InvoiceLine.MOST_MINOR) {
            throw new IllegalArgumentException("An invoice cannot be this large");
        }
    }

    /** What these lines come to with tax, in minor units. */
    public static long total(List<InvoiceLine> lines) {
        return lines.stream()
                .mapToLong(line -> line.netMinor() + line.taxMinor())
                .sum();
    }
}
