package io.anteroom.portal.billing;

import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.billing.bundle.PatientBundles;
import io.anteroom.payments.Money;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What of a list of invoices can be paid with one payment.
 *
 * @param rows those to choose from, at least two, or none where there is nothing to choose
 * @param all what all of them come to, or null where they can't all be paid at once
 */
public record PayTogether(List<InvoiceRow> rows, @Nullable Money all) {

    private static final int LEAST = 2;

    /**
     * Of that list.
     *
     * @param byCard whether the clinic takes cards
     */
    public static PayTogether of(List<InvoiceRow> list, boolean byCard) {
        List<InvoiceRow> due = list.stream().filter(row -> row.asksForMoney()).toList();
        return byCard && due.size() >= LEAST ? new PayTogether(due, all(due)) : new PayTogether(List.of(), null);
    }

    private static @Nullable Money all(List<InvoiceRow> due) {
        if (due.size() > PatientBundles.MOST
                || due.stream().map(InvoiceRow::currency).distinct().count() > 1) {
            return null;
        }
        return due.stream()
                .map(row -> new Money(row.dueMinor(), row.currency()))
                .reduce(Money::plus)
                .filter(Money::fitsACard)
                .orElse(null);
    }

    /** Whether there is anything to choose. */
    public boolean offered() {
        return !rows.isEmpty();
    }

    /** What a form sends for that invoice. */
    public static String value(InvoiceRow row) {
        return SeenInvoice.value(row.id(), row.dueMinor());
    }

    /** What all come to, where they can be paid at once. */
    public Money sum() {
        return Objects.requireNonNull(all);
    }
}
