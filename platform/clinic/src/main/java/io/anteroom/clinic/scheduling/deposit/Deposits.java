package io.anteroom.clinic.scheduling.deposit;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.PayerAddress;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.deposit.DepositStanding.State;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.Payments;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Deposits as they are paid, looked at and given back. Starts from an appointment that the person may see; Stripe is asked
 * outside any transaction.
 */
@Component
public class Deposits {

    private final Payments payments;
    private final DepositActs acts;
    private final UnpaidTimes times;
    private final PayerAddress address;
    private final DepositAudit audit;

    Deposits(Payments payments, DepositActs acts, UnpaidTimes times, PayerAddress address, DepositAudit audit) {
        this.payments = payments;
        this.acts = acts;
        this.times = times;
        this.address = address;
        this.audit = audit;
    }

    /** Begins to pay, or goes on with the page already open for it. */
    public CheckoutStart pay(Appointment appointment, CheckoutReturn urls, Actor.PortalUser by) {
        Money deposit = appointment.rules().deposit();
        if (deposit == null) {
            return new CheckoutStart.Refused(Reason.NOT_OPEN);
        }
        CheckoutStart start = payments.startCheckout(
                DepositRef.of(appointment.id()),
                deposit,
                urls,
                address.of(by).orElse(null),
                Formats.ofClinic().locale().stripExtensions());
        if (start instanceof CheckoutStart.Redirect redirect) {
            audit.started(appointment, deposit, redirect.payment(), by);
        }
        return start;
    }

    /** Asks Stripe about whatever was begun to be paid, and records it. */
    public void reconcile(Appointment appointment) {
        attempts(appointment).stream()
                .filter(payment -> !payment.state().isFinal())
                .forEach(payment -> payments.reconcile(payment.id()));
    }

    /**
     * Gives up the time that waits for its deposit.
     *
     * @return false if it may have been paid by now, or that isn't known
     */
    public boolean giveUp(Appointment appointment, Actor.PortalUser by) {
        return times.end(appointment.id(), true, by);
    }

    /** Gives the deposit back, whatever was agreed; false if there is nothing to give back. */
    public boolean giveBack(AppointmentId id, Actor.Staff by) {
        return acts.giveBack(id, by);
    }

    /** How it stands, as last heard of; nothing where none was agreed, or none was asked for yet. */
    public Optional<DepositStanding> of(Appointment appointment) {
        Money deposit = appointment.rules().deposit();
        if (deposit == null || appointment.state() == AppointmentState.HELD) {
            return Optional.empty();
        }
        return Optional.of(new DepositStanding(deposit, state(appointment, attempts(appointment))));
    }

    private static State state(Appointment appointment, List<Payment> attempts) {
        return attempts.stream()
                .filter(Payment::hasSucceeded)
                .reduce((first, later) -> later.allocation() == Allocation.ALLOCATED ? later : first)
                .map(paid -> paid(appointment, paid))
                .orElseGet(() -> unpaid(appointment, attempts));
    }

    private static State paid(Appointment appointment, Payment payment) {
        if (payment.isRefunded()) {
            return State.RETURNED;
        }
        if (payment.needsAttention()) {
            return State.FOR_PEOPLE;
        }
        if (payment.toBeGivenBack() || appointment.returnsDeposit()) {
            return State.RETURNING;
        }
        boolean tookPlaceNot =
                appointment.state() == AppointmentState.CANCELLED || appointment.state() == AppointmentState.NO_SHOW;
        return tookPlaceNot ? State.KEPT : State.PAID;
    }

    private static State unpaid(Appointment appointment, List<Payment> attempts) {
        if (appointment.state() != AppointmentState.AWAITING_PAYMENT) {
            return State.LAPSED;
        }
        return attempts.stream().anyMatch(payment -> payment.state() == PaymentState.PROCESSING)
                ? State.CHECKING
                : State.DUE;
    }

    private List<Payment> attempts(Appointment appointment) {
        return appointment.rules().deposit() == null ? List.of() : payments.of(DepositRef.of(appointment.id()));
    }
}
