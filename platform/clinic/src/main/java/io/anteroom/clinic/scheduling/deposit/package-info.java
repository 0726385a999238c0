/**
 * Deposits. What is to be paid is agreed with the appointment ({@link io.anteroom.clinic.scheduling.appointment.Receipt});
 * what was paid is a payment of the kind {@code deposit} with the appointment's number. Nobody is charged without either an
 * appointment or the money back: a time is freed only when no page is open on which it could be paid, and money that arrives
 * for a time that is gone is given back.
 */
@NullMarked
package io.anteroom.clinic.scheduling.deposit;

import org.jspecify.annotations.NullMarked;
