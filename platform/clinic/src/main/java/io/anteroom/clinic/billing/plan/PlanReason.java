package io.anteroom.clinic.billing.plan;

/** Why a plan is paused or has ended. */
public enum PlanReason {
    /** Its last instalment was settled. */
    DONE,
    /** Nothing is due on the invoice any more. */
    NOTHING_DUE,
    /** Staff took the offer back. */
    WITHDRAWN,
    /** Whoever accepted it stopped it. */
    STOPPED_BY_PAYER,
    /** Staff stopped it. */
    STOPPED_BY_STAFF,
    /** The bank refused an instalment as often as it is tried. */
    REFUSED,
    /** The card was removed, or the permission to charge it is gone. */
    NO_CARD,
    /** Whoever accepted it does not see the invoice any more. */
    NO_ACCESS,
    /** The clinic offers no saved cards any more, so that nobody could stop it. */
    SWITCHED_OFF,
    /** An instalment could not be charged for weeks, since Stripe or the clinic's account would not. */
    NOT_IN_TIME
}
