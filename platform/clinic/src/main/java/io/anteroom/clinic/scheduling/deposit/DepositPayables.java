package io.anteroom.clinic.scheduling.deposit;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.DepositWork;
import io.anteroom.clinic.scheduling.appointment.DepositedAppointments;
import io.anteroom.clinic.scheduling.news.AppointmentMail;
import io.anteroom.language.Words;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payable;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells payments which deposits can be paid, and books what was paid. Locks are taken in one order: the payment, then its
 * appointment; so whoever holds an appointment's lock touches only payments that have succeeded.
 */
@Component
class DepositPayables implements Payables {

    static final Actor PAYMENTS = new Actor.System("Payments");

    private final DepositedAppointments appointments;
    private final DepositAudit audit;
    private final AppointmentMail mail;
    private final WorkQueue work;
    private final Clock clock;

    DepositPayables(
            DepositedAppointments appointments, DepositAudit audit, AppointmentMail mail, WorkQueue work, Clock clock) {
        this.appointments = appointments;
        this.audit = audit;
        this.mail = mail;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DepositRef.KIND;
    }

    @Override
    public LedgerAccount ledgerAccount() {
        return LedgerAccount.DEPOSITS;
    }

    /**
     * Under the appointment's lock, so that a payment that is begun now is seen by whoever frees the time next, and one that
     * comes later is refused.
     */
    @Override
    @Transactional
    public Optional<Payable> find(PayableRef ref) {
        return DepositRef.id(ref.id()).flatMap(appointments::lock).flatMap(appointment -> payable(ref, appointment));
    }

    private Optional<Payable> payable(PayableRef ref, Appointment appointment) {
        Money deposit = appointment.rules().deposit();
        if (deposit == null) {
            return Optional.empty();
        }
        boolean open = appointment.awaitsPayment(clock.instant());
        return Optional.of(new Payable(
                ref,
                open ? deposit : new Money(0, deposit.currency()),
                open,
                Words.current().say("Deposit for an appointment")));
    }

    /** Whoever waits for it gets the appointment, also where the half hour is over; money for anything else is given back. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Allocation settled(PayableRef ref, PaymentId payment, Money amount, Instant at) {
        Optional<Appointment> waiting = DepositRef.id(ref.id())
                .flatMap(appointments::lock)
                .filter(appointment -> appointment.state() == AppointmentState.AWAITING_PAYMENT
                        && amount.equals(appointment.rules().deposit()));
        if (waiting.isEmpty()) {
            work.add(DepositWork.RETURN, ref.id());
            return Allocation.UNALLOCATED;
        }
        appointments.book(waiting.get(), PAYMENTS);
        audit.paid(waiting.get(), payment, amount);
        return Allocation.ALLOCATED;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void refunded(PayableRef ref, PaymentId payment, Money refunded) {
        DepositRef.id(ref.id())
                .flatMap(appointments::find)
                .ifPresent(appointment -> audit.returned(appointment, payment, refunded));
    }

    /** Whoever was told that they get it back is told that they did not. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void cameBack(PayableRef ref, PaymentId payment, Money refunded, Money returned) {
        DepositRef.id(ref.id()).flatMap(appointments::find).ifPresent(appointment -> {
            audit.cameBack(appointment, payment, refunded);
            mail.depositNotArrived(appointment, returned);
        });
    }
}
