package io.anteroom.clinic.billing.refund;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.refund.Refund;
import io.anteroom.payments.refund.RefundAsking;
import io.anteroom.payments.refund.Refunds;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives back what was paid on an invoice, whole or in part. Whoever calls has asked for {@code GIVE_BACK_MONEY}, and looked
 * the invoice up. The patient is told once Stripe has it, as of any refund.
 */
@Component
public class InvoiceRefunds {

    private final Refunds refunds;
    private final AuditLog audit;

    InvoiceRefunds(Refunds refunds, AuditLog audit) {
        this.refunds = refunds;
        this.audit = audit;
    }

    /**
     * Has some of a payment given back; noted and in the audit log at once, and done by the worker.
     *
     * @param id new for each form, so that a second click is the same refund
     * @param payment one that counts towards the invoice
     * @param minor how much, above 0, in minor units of the invoice's currency
     * @param reason why, 1 to 500 characters; staff and the audit log read it
     */
    @Transactional
    public RefundAsking ask(
            InvoiceView invoice, UUID id, PaymentId payment, long minor, String reason, Actor.Staff by) {
        if (invoice.payments().stream().noneMatch(each -> each.id().equals(payment))) {
            return new RefundAsking.NothingThere();
        }
        var amount = new Money(minor, invoice.currency());
        RefundAsking asked = refunds.ask(id, payment, amount, reason.strip(), by.name());
        if (asked instanceof RefundAsking.Asked(UUID _, boolean fresh) && fresh) {
            audit.record(
                    by,
                    AuditEntry.of(AuditAction.REFUND_ASKED, "invoice", invoice.id())
                            .ofPatient(invoice.patient().value())
                            .with("Number", String.valueOf(invoice.number()))
                            .with("Payment", payment.toString())
                            .with("Amount", amount.toString())
                            .with("Reason", reason.strip()));
        }
        return asked;
    }

    /** What staff had given back of the invoice's payments, by payment and time. */
    @Transactional(readOnly = true)
    public List<Refund> of(InvoiceView invoice) {
        return invoice.payments().stream()
                .flatMap(payment -> refunds.of(payment.id()).stream())
                .toList();
    }
}
