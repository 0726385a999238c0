package io.anteroom.clinic.scheduling.appointment;

import java.util.Locale;

/** Where an appointment stands. Names are stored. */
public enum AppointmentState {
    /** Kept for a few minutes for somebody who decides. */
    HELD,
    /** Kept for half an hour until the deposit is paid. */
    AWAITING_PAYMENT,
    /** Agreed. */
    BOOKED,
    /** The patient has said to come. */
    CONFIRMED,
    /** The patient is here. */
    ARRIVED,
    /** It took place. */
    COMPLETED,
    /** The patient did not come. */
    NO_SHOW,
    /** It was called off. */
    CANCELLED,
    /** It was held, and never booked. */
    EXPIRED;

    /** Whether it is agreed and yet to begin, so that it can be moved and cancelled. */
    public boolean awaited() {
        return this == BOOKED || this == CONFIRMED;
    }

    /** As it is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that is stored so. */
    public static AppointmentState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
