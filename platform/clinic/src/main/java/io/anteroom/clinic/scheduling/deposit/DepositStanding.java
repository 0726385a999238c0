package io.anteroom.clinic.scheduling.deposit;

import io.anteroom.payments.Money;

/** How the deposit of an appointment stands. */
public record DepositStanding(Money amount, State state) {

    /** What has become of it. */
    public enum State {
        /** It is to be paid, for the time to be booked. */
        DUE,
        /** It may have been paid; Stripe or a bank has yet to say. */
        CHECKING,
        /** It was not paid in time, and the time is free. */
        LAPSED,
        /** It was paid. */
        PAID,
        /** It was paid, and stays with the clinic although the appointment didn't take place, as agreed. */
        KEPT,
        /** It is on its way back. */
        RETURNING,
        /** It was given back. */
        RETURNED,
        /** It could not be given back, and is for people to see to. */
        FOR_PEOPLE
    }
}
