package io.anteroom.clinic.billing;

/** How much of what was paid on an invoice the clinic has given back. */
public enum GivenBack {
    /** Nothing of it. */
    NOTHING,
    /** Some of it. */
    PARTLY,
    /** All of it. */
    WHOLLY;

    /** How much {@code refundedMinor} is of what was paid. */
    public static GivenBack of(long paidMinor, long refundedMinor) {
        if (refundedMinor == 0) {
            return NOTHING;
        }
        return refundedMinor < paidMinor ? PARTLY : WHOLLY;
    }
}
