package io.anteroom.payments;

/** What came of reading an amount that a person typed. */
public sealed interface TypedAmount {

    /** It was understood. */
    record Understood(Money money) implements TypedAmount {}

    /** It was not, and why; the words for the person are the screen's. */
    record NotUnderstood(Reason reason) implements TypedAmount {}

    /** Why an amount was not understood. */
    enum Reason {
        /** Nothing was typed. */
        EMPTY,
        /** It is not one number. */
        NOT_A_NUMBER,
        /** It has more decimals than the currency. */
        TOO_MANY_DECIMALS,
        /** It names another currency than the one asked for. */
        OTHER_CURRENCY,
        /** It is more than a trillion minor units, in either direction. */
        TOO_LARGE
    }
}
