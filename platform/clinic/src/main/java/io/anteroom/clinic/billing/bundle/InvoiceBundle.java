package io.anteroom.clinic.billing.bundle;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoicePayables;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayablePart;
import io.anteroom.payments.PayableRef;
import java.util.ArrayList;
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

    /** What so much given back is of each: of the last one until that has all of its own back, then of the one before. */
    List<PayablePart> split(Money amount) {
        Money left = amount;
        List<PayablePart> parts = new ArrayList<>();
        for (Item item : items.reversed()) {
            Money falls = left.compareTo(item.amount()) < 0 ? left : item.amount();
            parts.add(new PayablePart(item.ref(), falls));
            left = left.minus(falls);
        }
        return parts.reversed();
    }
}
