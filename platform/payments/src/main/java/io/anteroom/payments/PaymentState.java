package io.anteroom.payments;

import java.util.Locale;

/**
 * How far a payment has come. It only ever moves forward: to a state of a higher {@linkplain #stage() stage}, never back
 * and never from one end to another.
 */
public enum PaymentState {
    /** Written down; whether Stripe has a payment page for it is not known yet. */
    CREATED(0),
    /** The person can pay on Stripe's page. */
    OPEN(1),
    /** Paid by a way that takes days to tell, such as a bank debit. */
    PROCESSING(2),
    /** The money has arrived. */
    SUCCEEDED(3),
    /** It will never arrive: the bank said no after processing, or Stripe refused to start. */
    FAILED(3),
    /** Its page was closed, by time or by a newer attempt, before anything was paid. */
    EXPIRED(3);

    private final int stage;

    PaymentState(int stage) {
        this.stage = stage;
    }

    /** From 0 (written down) to 3 (ended). */
    public int stage() {
        return stage;
    }

    /** Whether nothing can change it any more. */
    public boolean isFinal() {
        return stage == 3;
    }

    /** Whether going from here to there is a step forward. */
    public boolean mayBecome(PaymentState next) {
        return next.stage > stage;
    }

    /** As written in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PaymentState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
