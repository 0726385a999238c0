package io.anteroom.clinic.billing.card;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.CardId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How acts with saved cards read in the audit log: by the card's own id, since its digits are its owner's. */
@Component
class CardAudit {

    private final AuditLog log;

    CardAudit(AuditLog log) {
        this.log = log;
    }

    /** In a transaction of its own, as the next: the act itself happens at Stripe. */
    @Transactional
    public void setupStarted(Actor.PortalUser by) {
        log.record(by, AuditEntry.of(AuditAction.CARD_SETUP_STARTED, "account", by.id()));
    }

    @Transactional
    public void removed(CardId card, Actor.PortalUser by) {
        log.record(by, AuditEntry.of(AuditAction.CARD_REMOVED, "card", card));
    }

    /** With the transaction that writes the attempt down, before Stripe is asked, as the next. */
    void paymentStarted(InvoiceView invoice, PaymentId payment, Money amount, Actor.PortalUser by) {
        log.record(by, ofInvoice(AuditAction.PAYMENT_STARTED, invoice, payment, amount));
    }

    void chargeStarted(InvoiceView invoice, PaymentId payment, Money amount, CardConsent consent, Actor.Staff by) {
        log.record(
                by,
                ofInvoice(AuditAction.CARD_CHARGE_STARTED, invoice, payment, amount)
                        .with("Permission", consent.id().toString()));
    }

    void given(PatientId patient, CardConsent consent, Actor.PortalUser by) {
        log.record(
                by,
                ofConsent(AuditAction.CARD_CONSENT_GIVEN, patient, consent)
                        .with("Words", "version " + consent.version() + ", " + consent.language()));
    }

    void withdrawn(PatientId patient, CardConsent consent, Actor.PortalUser by) {
        log.record(by, ofConsent(AuditAction.CARD_CONSENT_WITHDRAWN, patient, consent));
    }

    private static AuditEntry ofConsent(AuditAction action, PatientId patient, CardConsent consent) {
        return AuditEntry.of(action, "card", consent.card())
                .ofPatient(patient.value())
                .with("Permission", consent.id().toString());
    }

    private static AuditEntry ofInvoice(AuditAction action, InvoiceView invoice, PaymentId payment, Money amount) {
        return AuditEntry.of(action, "invoice", invoice.id())
                .ofPatient(invoice.patient().value())
                .with("Number", String.valueOf(invoice.number()))
                .with("Payment", payment.toString())
                .with("Amount", amount.toString());
    }
}
