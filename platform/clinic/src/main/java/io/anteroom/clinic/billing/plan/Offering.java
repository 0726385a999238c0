package io.anteroom.clinic.billing.plan;

/** What came of offering a plan. */
public sealed interface Offering {

    /** It is offered; or was, by the same form. */
    record Offered(PlanId plan) implements Offering {}

    /** The form says another amount than what is due now, or nothing is due. */
    record DueChanged() implements Offering {}

    /** The first day is not after today, or more than a year ahead. */
    record NoSuchDay() implements Offering {}

    /** So many parts are too small for a card, or are not 2 to 24. */
    record TooSmall() implements Offering {}

    /** There is a plan that has not ended. */
    record AnotherPlan() implements Offering {}

    /** Patients could not accept it: the clinic takes no cards, or offers no saved ones. */
    record NoCards() implements Offering {}
}
