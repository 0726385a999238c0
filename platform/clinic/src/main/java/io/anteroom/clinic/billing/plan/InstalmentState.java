package io.anteroom.clinic.billing.plan;

/** How an instalment stands. */
public enum InstalmentState {
    /** It is to be charged. */
    DUE,
    /** It was charged, by the plan. */
    PAID,
    /** The bank refused it as often as it is tried. */
    FAILED,
    /** Nothing was left of it to charge: it was paid in another way, or credited. */
    SKIPPED
}
