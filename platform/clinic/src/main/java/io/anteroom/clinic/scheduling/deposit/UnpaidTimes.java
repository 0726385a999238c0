package io.anteroom.clinic.scheduling.deposit;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.payments.Payments;
import io.anteroom.payments.Withdrawal;
import org.springframework.stereotype.Component;

/**
 * Frees times whose deposit was not paid. The page on which it could be paid is closed first, at Stripe, where paying and
 * closing exclude each other; so whoever paid meanwhile has the appointment. Stripe is asked outside any transaction.
 */
@Component
class UnpaidTimes {

    private final DepositActs acts;
    private final Payments payments;

    UnpaidTimes(DepositActs acts, Payments payments) {
        this.acts = acts;
        this.payments = payments;
    }

    /**
     * Frees it, if nobody has paid and nobody can.
     *
     * @param early whether its half hour need not be over
     * @return false if that isn't known yet: then the time is kept, and the same may be tried again
     */
    boolean end(AppointmentId id, boolean early, Actor by) {
        var waiting = acts.find(id).filter(found -> found.state() == AppointmentState.AWAITING_PAYMENT);
        if (waiting.isEmpty()) {
            return true;
        }
        return payments.withdraw(DepositRef.of(id)) == Withdrawal.CLOSED
                ? acts.lapse(id, early, by)
                : acts.find(id)
                        .filter(found -> found.state() == AppointmentState.AWAITING_PAYMENT)
                        .isEmpty();
    }
}
