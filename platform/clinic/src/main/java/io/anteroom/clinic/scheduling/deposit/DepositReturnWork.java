package io.anteroom.clinic.scheduling.deposit;

import io.anteroom.clinic.scheduling.appointment.DepositWork;
import io.anteroom.tenancy.work.WorkHandler;
import org.springframework.stereotype.Component;

/** Has the deposit given back where that was agreed. */
@Component
class DepositReturnWork implements WorkHandler {

    private final DepositActs acts;

    DepositReturnWork(DepositActs acts) {
        this.acts = acts;
    }

    @Override
    public String kind() {
        return DepositWork.RETURN;
    }

    @Override
    public void handle(String ref) {
        DepositRef.id(ref).ifPresent(acts::giveBack);
    }
}
