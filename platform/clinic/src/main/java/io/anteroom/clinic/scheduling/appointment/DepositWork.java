package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.tenancy.work.WorkQueue;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Leaves it to the worker to see to deposits, in the transaction that makes it necessary. */
@Component
public class DepositWork {

    /** The kind of work that frees a time whose deposit was not paid; its reference is the appointment's number. */
    public static final String LAPSE = "deposit-lapse";

    /** The kind of work that gives back what nobody may keep; its reference is the appointment's number. */
    public static final String RETURN = "deposit-return";

    private final WorkQueue work;

    DepositWork(WorkQueue work) {
        this.work = work;
    }

    void lapseLater(Appointment waiting) {
        work.add(LAPSE, waiting.id().toString(), Objects.requireNonNull(waiting.heldUntil()));
    }

    /** Once the cancellation can no longer be taken back by the patient. */
    void returnLater(Appointment cancelled, Instant now) {
        if (cancelled.rules().deposit() != null) {
            work.add(RETURN, cancelled.id().toString(), now.plus(Appointment.UNDO));
        }
    }
}
