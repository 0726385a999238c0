package io.anteroom.clinic.billing.bundle;

/** What came of choosing several invoices. */
public sealed interface Chosen {

    /** They can be paid together. */
    record Together(BundleId id) implements Chosen {}

    /** They cannot, and nothing was written. */
    record Refused(Reason reason) implements Chosen {}

    /** One of them is not there for this person, or is another patient's than the rest. */
    record NotThere() implements Chosen {}

    /** Why not. */
    enum Reason {
        /** One or none: that is paid by itself. */
        TOO_FEW,
        /** More than one payment is made of. */
        TOO_MANY,
        /** One of them is paid or void by now. */
        NOTHING_DUE,
        /** On one of them another amount is due than the page said. */
        CHANGED,
        /** They are not all of one currency. */
        OTHER_CURRENCY
    }
}
