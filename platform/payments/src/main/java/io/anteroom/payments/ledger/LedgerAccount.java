package io.anteroom.payments.ledger;

import java.util.Locale;

/** Where the clinic's money can be, or what became of it. Debits are positive, so what it has is, and what it owes is not. */
public enum LedgerAccount {
    /** What patients owe on their invoices, less what they paid and are still to be given back. */
    RECEIVABLE,
    /** What invoices charged without tax; income, so negative. */
    REVENUE,
    /** The tax of invoices; owed, so negative. */
    TAX,
    /** What Stripe holds for the clinic: its balance there. */
    STRIPE,
    /** What Stripe kept for its services. */
    FEES,
    /** What Stripe sent to the clinic's bank. */
    BANK,
    /** Deposits that patients paid and were not given back; owed, so negative. */
    DEPOSITS,
    /** Money that arrived when nothing was left to pay with it; owed, so negative. */
    UNALLOCATED,
    /** What was given back without a credit note: income that was lost. */
    GIVEN_BACK,
    /** What banks took back while they look into a dispute. */
    DISPUTED,
    /** What was lost in disputes. */
    LOST,
    /** What moved in the clinic's Stripe account and is nothing of ours, until people know what it is. */
    UNKNOWN;

    /** As written in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The account that is written so in the database. */
    public static LedgerAccount of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
