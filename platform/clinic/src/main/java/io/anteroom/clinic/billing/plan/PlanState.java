package io.anteroom.clinic.billing.plan;

/** How a plan stands. */
public enum PlanState {
    /** Staff offer it, and nobody has accepted it. */
    OFFERED,
    /** A card is charged on its days. */
    RUNNING,
    /** Nothing is charged until a payer accepts it anew. */
    PAUSED,
    /** Nothing is charged any more. */
    ENDED
}
