package io.anteroom.clinic.billing.bundle;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoicePayables;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import java.util.Comparator;
import java.util.List;

/**
 * Invoices of one patient that are paid with one payment, as they were looked at. Never changes.
 *
 * @param items at least two, the invoice made first first
 */
public record InvoiceBundle(BundleId id, List<Item> items) {

    static final String KIND = "invoices";

    /**
     * One of them.
     *
     * @param amount all that was due on it
     */
    public record Item(InvoiceId invoice, Money amount) {

        PayableRef ref() {
            return InvoicePayables.ref(invoice);
        }
    }

    /** In order, whatever order they come in. */
    public InvoiceBundle {
        items = items.stream()
                .sorted(Comparator.comparingLong(item -> item.invoice().value()))
                .toList();
    }

    /** How payments refer to it. */
    public PayableRef ref() {
        return new PayableRef(KIND, id.toString());
    }

    /** What they come to. */
    public Money total() {
        return items.stream().map(Item::amount).reduce(Money::plus).orElseThrow();
    }
}
