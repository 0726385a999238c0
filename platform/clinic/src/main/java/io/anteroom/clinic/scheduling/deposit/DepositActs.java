package io.anteroom.clinic.scheduling.deposit;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.DepositWork;
import io.anteroom.clinic.scheduling.appointment.DepositedAppointments;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.Payments;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens to deposits, each act a transaction; none asks Stripe. */
@Component
class DepositActs {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LATE = Duration.ofHours(1);

    private final DepositedAppointments appointments;
    private final Payments payments;
    private final DepositAudit audit;
    private final WorkQueue work;
    private final Clock clock;

    DepositActs(
            DepositedAppointments appointments, Payments payments, DepositAudit audit, WorkQueue work, Clock clock) {
        this.appointments = appointments;
        this.payments = payments;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    /** The appointment as it is now. */
    @Transactional(readOnly = true)
    public Optional<Appointment> find(AppointmentId id) {
        return appointments.find(id);
    }

    /**
     * Frees a time whose deposit nobody paid, if none can be on its way.
     *
     * @param early whether its half hour need not be over
     * @return whether it waits no longer
     */
    @Transactional
    public boolean lapse(AppointmentId id, boolean early, Actor by) {
        Optional<Appointment> found = appointments.lock(id);
        if (found.isEmpty() || found.get().state() != AppointmentState.AWAITING_PAYMENT) {
            return true;
        }
        boolean mayBePaid = payments.of(DepositRef.of(id)).stream()
                .anyMatch(payment -> !payment.state().isFinal());
        if (mayBePaid || (!early && found.get().awaitsPayment(clock.instant()))) {
            return false;
        }
        appointments.lapse(found.get(), by);
        return true;
    }

    /** The worker looks again: at the end of the half hour, then a minute later, then less and less often. */
    @Transactional
    public void lookAgain(Appointment waiting) {
        Instant until = Objects.requireNonNull(waiting.heldUntil());
        Instant now = clock.instant();
        Duration over = Duration.between(until, now);
        Duration wait = over.compareTo(SOON) < 0 ? SOON : over.compareTo(LATE) > 0 ? LATE : over;
        work.add(DepositWork.LAPSE, waiting.id().toString(), until.isAfter(now) ? until : now.plus(wait));
    }

    /**
     * Gives back what is not the clinic's: money that came for a time that was gone, and the deposit of what was called off,
     * by what was agreed, once that can no longer be taken back.
     */
    @Transactional
    public void giveBack(AppointmentId id) {
        Optional<Appointment> found = appointments.lock(id);
        if (found.isEmpty()) {
            return;
        }
        Appointment appointment = found.get();
        var cancellation = appointment.cancellation();
        Instant due = appointment.returnsDeposit() && cancellation != null
                ? cancellation.at().plus(Appointment.UNDO)
                : Instant.MAX;
        boolean isDue = !due.isAfter(clock.instant());
        payments.of(DepositRef.of(id)).stream()
                .filter(payment -> isDue || payment.needsAttention())
                .forEach(payment -> giveBack(appointment, payment, DepositPayables.PAYMENTS));
        if (!isDue && due.isBefore(Instant.MAX)) {
            work.add(DepositWork.RETURN, id.toString(), due);
        }
    }

    /** Staff give the deposit back, whatever was agreed; false if there is nothing to give back. */
    @Transactional
    public boolean giveBack(AppointmentId id, Actor.Staff by) {
        return appointments
                .lock(id)
                .map(appointment -> payments.of(DepositRef.of(id)).stream()
                        .filter(payment -> payment.allocation() == Allocation.ALLOCATED || payment.needsAttention())
                        .map(payment -> giveBack(appointment, payment, by))
                        .reduce(false, Boolean::logicalOr))
                .orElse(false);
    }

    private boolean giveBack(Appointment appointment, Payment payment, Actor by) {
        if (!payment.hasSucceeded() || payment.isRefunded()) {
            return false;
        }
        if (payment.toBeGivenBack()) {
            return true;
        }
        audit.returnAsked(appointment, payment.id(), payment.amount().minus(payment.refunded()), by);
        return payments.giveBack(payment.id());
    }
}
