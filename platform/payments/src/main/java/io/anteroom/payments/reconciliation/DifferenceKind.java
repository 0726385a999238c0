package io.anteroom.payments.reconciliation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * In what Stripe and the clinic's ledger differ, told to staff, and how that is mended. What weighs most is first, here and where
 * staff see it.
 */
public enum DifferenceKind {
    /** The sums differ. */
    BALANCE(
            "Your Stripe balance is another one than the ledger's",
            "The differences named here explain it, or money moved while it was compared. If it stays alone for a day,"
                    + " tell Anteroom's support."),
    /** A payment that arrived, by our books, is not among what Stripe took. */
    PAYMENT_MISSING(
            "A payment that has arrived is not in your Stripe account",
            "Look for the payment in your Stripe account, and tell Anteroom's support if it isn't there."),
    /** Stripe took another amount. */
    AMOUNT(
            "Stripe took another amount than the payment says",
            "Compare the payment with your Stripe account, and give back or ask for the rest. If Stripe changed it into another"
                    + " currency, the two can't be compared: set it aside."),
    /** Stripe gave back another amount. */
    REFUND(
            "Stripe gave back another amount than the payment says",
            "Anteroom has asked Stripe again. If this stays, compare the payment with your Stripe account."),
    /** What a payout is made of does not come to what was sent. */
    PAYOUT(
            "What a payout is made of does not come to what was paid out",
            "Compare it with the payout report in your Stripe account."),
    /** Money came that no payment here knows of. */
    UNKNOWN_CHARGE(
            "Stripe took money that Anteroom knows nothing of",
            "Look it up in your Stripe account. If it was taken there for something else, set it aside;"
                    + " if it was for an invoice, write a credit note for that invoice."),
    /** Money was given back of what no payment here knows of. */
    UNKNOWN_REFUND(
            "Stripe gave back money that Anteroom knows nothing of", "Look up in your Stripe account what it was for."),
    /** Something else moved. */
    UNKNOWN_MOVEMENT(
            "Something moved your Stripe balance that Anteroom knows nothing of",
            "Look up in your Stripe account what it was for."),
    /** Something moved in a currency that is not known here. */
    UNREAD(
            "Something moved in your Stripe account in a currency that Anteroom does not know",
            "It is in none of Anteroom's sums. Look it up in your Stripe account, and set it aside.");

    private final String words;
    private final String repair;

    DifferenceKind(String words, String repair) {
        this.words = words;
        this.repair = repair;
    }

    /** What differs. */
    public String words() {
        return words;
    }

    /** What to do about it. */
    public String repair() {
        return repair;
    }

    /** As written in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that is written so, if there is one. */
    public static Optional<DifferenceKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static DifferenceKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
