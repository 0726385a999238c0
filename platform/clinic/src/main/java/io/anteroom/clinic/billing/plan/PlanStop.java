package io.anteroom.clinic.billing.plan;

/** What came of stopping a plan. */
public enum PlanStop {
    /** Nothing is charged any more. */
    STOPPED,
    /** The same, but for what is being charged at this moment: that is found out. */
    STOPPED_WHILE_CHARGING,
    /** There is none that could be stopped. */
    NOTHING_TO_STOP
}
