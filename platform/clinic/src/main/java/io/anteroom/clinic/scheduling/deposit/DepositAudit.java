package io.anteroom.clinic.scheduling.deposit;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How deposits read in the audit log. */
@Component
class DepositAudit {

    private final AuditLog log;

    DepositAudit(AuditLog log) {
        this.log = log;
    }

    /** In a transaction of its own: the act itself happened at Stripe. */
    @Transactional
    public void started(Appointment appointment, Money amount, PaymentId payment, Actor by) {
        log.record(by, entry(AuditAction.PAYMENT_STARTED, appointment, payment).with("Amount", amount.toString()));
    }

    void paid(Appointment appointment, PaymentId payment, Money amount) {
        log.record(
                DepositPayables.PAYMENTS,
                entry(AuditAction.DEPOSIT_PAID, appointment, payment).with("Amount", amount.toString()));
    }

    void returnAsked(Appointment appointment, PaymentId payment, Money amount, Actor by) {
        log.record(
                by,
                entry(AuditAction.DEPOSIT_RETURN_ASKED, appointment, payment).with("Amount", amount.toString()));
    }

    void returned(Appointment appointment, PaymentId payment, Money amount) {
        log.record(
                DepositPayables.PAYMENTS,
                entry(AuditAction.DEPOSIT_RETURNED, appointment, payment).with("Given back", amount.toString()));
    }

    void cameBack(Appointment appointment, PaymentId payment, Money amount) {
        log.record(
                DepositPayables.PAYMENTS,
                entry(AuditAction.REFUND_RETURNED, appointment, payment).with("Given back", amount.toString()));
    }

    private static AuditEntry entry(AuditAction action, Appointment appointment, PaymentId payment) {
        AuditEntry entry =
                AuditEntry.of(action, "appointment", appointment.id()).with("Payment", payment.toString());
        return appointment.patient() == null
                ? entry
                : entry.ofPatient(appointment.patient().value());
    }
}
