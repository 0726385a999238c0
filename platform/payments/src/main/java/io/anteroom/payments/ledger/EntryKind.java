package io.anteroom.payments.ledger;

import java.util.Locale;

/** What an entry was posted for. */
public enum EntryKind {
    /** An invoice was sent. */
    INVOICE_SENT,
    /** An invoice was made void. */
    INVOICE_VOIDED,
    /** A credit note was written. */
    INVOICE_CREDITED,
    /** Of what was given back more, or less, is covered by credit notes than before. */
    GIVEN_BACK,
    /** Money arrived. */
    PAYMENT,
    /** Money was given back. */
    REFUND,
    /** Money that was given back did not arrive, and has come back. */
    REFUND_FAILED,
    /** Stripe kept a fee. */
    FEE,
    /** Money was sent to the bank. */
    PAYOUT,
    /** The bank sent it back. */
    PAYOUT_FAILED,
    /** A payer's bank took money back. */
    DISPUTE,
    /** A dispute was won, and the money came back. */
    DISPUTE_WON,
    /** A dispute was lost. */
    DISPUTE_LOST,
    /** Something moved in the Stripe account that is nothing of ours. */
    UNKNOWN,
    /** What was unknown turned out to be ours. */
    KNOWN_AFTER_ALL;

    /** As written in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that is written so in the database. */
    public static EntryKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
