package io.anteroom.clinic.scheduling.deposit;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.DepositWork;
import io.anteroom.tenancy.work.WorkHandler;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Frees a time whose deposit was not paid within half an hour; as long as it isn't known whether it was, the time is kept. */
@Component
class DepositLapseWork implements WorkHandler {

    private final UnpaidTimes times;
    private final DepositActs acts;
    private final Clock clock;

    DepositLapseWork(UnpaidTimes times, DepositActs acts, Clock clock) {
        this.times = times;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DepositWork.LAPSE;
    }

    @Override
    public void handle(String ref) {
        DepositRef.id(ref)
                .flatMap(acts::find)
                .filter(found -> found.state() == AppointmentState.AWAITING_PAYMENT)
                .filter(waiting -> !ended(waiting))
                .ifPresent(acts::lookAgain);
    }

    private boolean ended(Appointment waiting) {
        return !waiting.awaitsPayment(clock.instant()) && times.end(waiting.id(), false, DepositPayables.PAYMENTS);
    }
}
