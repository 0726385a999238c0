package io.anteroom.clinic.billing;

import java.util.Locale;

/** Where an invoice stands. Overdue is not a state: it is an unpaid invoice on a later day. */
public enum InvoiceState {
    /** Being written; no number yet, and nobody outside the clinic sees it. */
    DRAFT,
    /** Sent, nothing paid. */
    OPEN,
    /** Sent, something paid. */
    PART_PAID,
    /** Sent, all paid. */
    PAID,
    /** Withdrawn with a reason before anything was paid. */
    VOID,
    /** Sent, and taken back by credit notes before anything was paid. */
    CREDITED;

    /** Whether money is still expected. */
    public boolean awaitsPayment() {
        return this == OPEN || this == PART_PAID;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static InvoiceState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
