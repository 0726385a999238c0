package io.anteroom.clinic.billing;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.payments.Money;
import io.anteroom.payments.OnboardingStatus;
import io.anteroom.payments.PaymentId;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How billing's acts read in the audit log. */
@Component
class BillingAudit {

    private static final Actor PAYMENTS = new Actor.System("Payments");

    private final AuditLog log;

    BillingAudit(AuditLog log) {
        this.log = log;
    }

    void created(Invoice invoice, Actor by) {
        log.record(by, entry(AuditAction.INVOICE_CREATED, invoice));
    }

    void changed(Invoice invoice, Actor by) {
        log.record(by, entry(AuditAction.INVOICE_CHANGED, invoice));
    }

    void discarded(Invoice invoice, Actor by) {
        log.record(by, entry(AuditAction.INVOICE_DISCARDED, invoice));
    }

    void sent(Invoice invoice, boolean mailed, Actor by) {
        AuditEntry sent = entry(AuditAction.INVOICE_SENT, invoice);
        log.record(by, mailed ? sent : sent.with("Email", "none, since the patient has no address"));
    }

    void voided(Invoice invoice, String reason, Actor by) {
        log.record(by, entry(AuditAction.INVOICE_VOIDED, invoice).with("Reason", reason));
    }

    /** In a transaction of its own: the act itself happened at Stripe. */
    @Transactional
    public void paymentStarted(InvoiceView invoice, PaymentId payment, Money amount, Actor by) {
        log.record(
                by,
                AuditEntry.of(AuditAction.PAYMENT_STARTED, "invoice", invoice.id())
                        .ofPatient(invoice.patient().value())
                        .with("Number", String.valueOf(invoice.number()))
                        .with("Payment", payment.toString())
                        .with("Amount", amount.toString()));
    }

    /** In a transaction of its own: the act itself happened at Stripe. */
    @Transactional
    public void paymentsSetupStarted(Actor by) {
        log.record(by, AuditEntry.of(AuditAction.PAYMENTS_SETUP_STARTED, "settings", "payments"));
    }

    /** In a transaction of its own: the act itself happened at Stripe. */
    @Transactional
    public void paymentsSetupChanged(OnboardingStatus.Stage stage, Actor by) {
        log.record(
                by,
                AuditEntry.of(AuditAction.PAYMENTS_SETUP_CHANGED, "settings", "payments")
                        .with("Now", stage.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    void paid(Invoice invoice, PaymentId payment, Money paid) {
        log.record(
                PAYMENTS,
                entry(AuditAction.PAYMENT_RECEIVED, invoice)
                        .with("Payment", payment.toString())
                        .with("Amount", paid.toString()));
    }

    /** Less is given back than was: some of it did not arrive. */
    void returned(Invoice invoice, PaymentId payment, Money refunded) {
        log.record(
                PAYMENTS,
                entry(AuditAction.REFUND_RETURNED, invoice)
                        .with("Payment", payment.toString())
                        .with("Given back", refunded.toString()));
    }

    void refunded(Invoice invoice, PaymentId payment, Money refunded) {
        log.record(
                PAYMENTS,
                entry(AuditAction.PAYMENT_REFUNDED, invoice)
                        .with("Payment", payment.toString())
                        .with("Given back", refunded.toString()));
    }

    void payerWanted(Invoice invoice, PaymentId payment, Money amount) {
        log.record(
                PAYMENTS,
                entry(AuditAction.PAYMENT_FAILED, invoice)
                        .with("Payment", payment.toString())
                        .with("Amount", amount.toString())
                        .with("Why", "the bank wants the card's owner"));
    }

    private static AuditEntry entry(AuditAction action, Invoice invoice) {
        AuditEntry entry = AuditEntry.of(action, "invoice", invoice.id())
                .ofPatient(invoice.patient().value())
                .with("Total", new Money(invoice.totalMinor(), invoice.currency()).toString());
        return invoice.number().isEmpty()
                ? entry
                : entry.with("Number", Long.toString(invoice.number().getAsLong()));
    }
}
