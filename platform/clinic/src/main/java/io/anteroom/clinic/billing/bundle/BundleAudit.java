package io.anteroom.clinic.billing.bundle;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.bundle.VisibleBundle.Part;
import io.anteroom.payments.PaymentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How paying several invoices at once reads in the audit log: on each of them, with its own part. */
@Component
class BundleAudit {

    private final AuditLog log;

    BundleAudit(AuditLog log) {
        this.log = log;
    }

    /** In a transaction of its own: the act itself happened at Stripe. */
    @Transactional
    public void paymentStarted(VisibleBundle bundle, PaymentId payment, Actor.PortalUser by) {
        for (Part part : bundle.parts()) {
            InvoiceView invoice = part.invoice();
            log.record(
                    by,
                    AuditEntry.of(AuditAction.PAYMENT_STARTED, "invoice", invoice.id())
                            .ofPatient(invoice.patient().value())
                            .with("Number", String.valueOf(invoice.number()))
                            .with("Payment", payment.toString())
                            .with("Amount", part.amount().toString())
                            .with("Of", bundle.total().toString()));
        }
    }
}
