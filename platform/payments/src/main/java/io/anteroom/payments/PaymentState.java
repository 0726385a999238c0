package io.anteroom.payments;

import java.util.Locale;

/**
 * How far a payment has come. It only ever moves forward, to a state of a higher {@linkplain #stage() stage}: a late
 * failure cannot undo a success.
 */
public enum PaymentState {
    /** Written down; whether Stripe has a payment page for it is not known yet. */
    CREATED(0),
    /** The person can pay on Stripe's page. */
    OPEN(1),
    /** Paid by a way that takes days to tell, such as a bank debit. */
    PROCESSING(2),
    /** It did not arrive: the bank said no after processing, or Stripe refused to start. */
    FAILED(3),
    /** Its page was closed, by time or by a newer attempt, before anything was paid. */
    EXPIRED(3),
    /** The money has arrived. */
    SUCCEEDED(4);

    private final int stage;

    PaymentState(int stage) {
        this.stage = stage;
    }

    /** From 0 (written down) to 4 (money arrived). */
    public int stage() {
        return stage;
    }

    /** Whether it has ended. Only money that arrives after all, which nobody expects but nobody may lose, can change it. */
    public boolean isFinal() {
        return stage >= 3;
    }

    /** Whether going from here to there is a step forward. */
    public boolean mayBecome(PaymentState next) {
        return next.stage > stage;
    }

    /** As written in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that is written so in the database. */
    public static PaymentState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
