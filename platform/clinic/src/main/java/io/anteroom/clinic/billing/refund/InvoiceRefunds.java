package io.anteroom.clinic.billing.refund;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PayInvoice;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.refund.Refund;
import io.anteroom.payments.refund.Refund.State;
import io.anteroom.payments.refund.RefundAsking;
import io.anteroom.payments.refund.Refunds;
import io.anteroom.payments.refund.RefundsSeen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives back what was paid on an invoice, whole or in part. Whoever calls has asked for {@code GIVE_BACK_MONEY}, and looked
 * the invoice up. The patient is told once Stripe has it, as of any refund.
 */
@Component
public class InvoiceRefunds {

    private static final String INVOICE = "invoice";

    private final Refunds refunds;
    private final PayInvoice paying;
    private final AuditLog audit;

    InvoiceRefunds(Refunds refunds, PayInvoice paying, AuditLog audit) {
        this.refunds = refunds;
        this.paying = paying;
        this.audit = audit;
    }

    /**
     * Has some of a payment for the invoice given back, of one for several no more than this one's part; noted and in the audit log at
     * once, and done by the worker.
     */
    @Transactional
    public RefundAsking ask(InvoiceView invoice, RefundWish wish, Actor.Staff by) {
        if (paying.attempts(invoice.id()).stream().noneMatch(each -> each.id().equals(wish.payment()))
                && invoice.payments().stream().noneMatch(each -> each.id().equals(wish.payment()))) {
            return new RefundAsking.NothingThere();
        }
        var amount = new Money(wish.minor(), invoice.currency());
        String reason = wish.reason().strip();
        RefundAsking asked =
                refunds.ask(wish.id(), wish.payment(), invoice.payable(), amount, wish.seen(), reason, by.name());
        if (asked instanceof RefundAsking.Asked(UUID _, boolean fresh) && fresh) {
            audit.record(
                    by,
                    AuditEntry.of(AuditAction.REFUND_ASKED, INVOICE, invoice.id())
                            .ofPatient(invoice.patient().value())
                            .with("Number", String.valueOf(invoice.number()))
                            .with("Payment", wish.payment().toString())
                            .with("Amount", amount.toString())
                            .with("Reason", reason));
        }
        return asked;
    }

    /**
     * Notes that money given back, which did not arrive, was settled in another way: nobody is asked about it any more.
     *
     * @param refund one of the invoice
     * @param how 1 to 500 characters; staff and the audit log read it
     * @return false where that is not so any more: it was settled before, or more was given back since
     */
    @Transactional
    public boolean settle(InvoiceView invoice, Refund refund, String how, Actor.Staff by) {
        boolean settled = refunds.settle(refund, how.strip(), by.name());
        if (settled) {
            audit.record(
                    by,
                    AuditEntry.of(AuditAction.REFUND_SETTLED, INVOICE, invoice.id())
                            .ofPatient(invoice.patient().value())
                            .with("Number", String.valueOf(invoice.number()))
                            .with("Payment", refund.payment().toString())
                            .with("Amount", refund.amount().toString())
                            .with("How", how.strip()));
        }
        return settled;
    }

    /** How far a payment is given back now, to be handed in with the wish. */
    @Transactional(readOnly = true)
    public RefundsSeen seen(PaymentId payment) {
        return refunds.seen(payment);
    }

    /** What staff had given back of the invoice's payments, the first first; one statement. */
    @Transactional(readOnly = true)
    public List<Refund> of(InvoiceView invoice) {
        return refunds.of(new PayableRef(INVOICE, invoice.id().toString()));
    }

    /** Of each payment the last that staff had given back, where it did not arrive; settled in another way or not. */
    public static List<Refund> notArrived(List<Refund> refunds) {
        return last(refunds).filter(refund -> refund.state() == State.FAILED).toList();
    }

    /** What credit notes say is to be given back, and is neither given back nor settled in another way, in minor units. */
    public static long toGiveBackMinor(InvoiceView invoice, List<Refund> refunds) {
        long settled = invoice.payments().stream()
                .mapToLong(payment -> settledMinor(payment.id(), refunds))
                .sum();
        return Math.max(0, invoice.toGiveBackMinor() - settled);
    }

    /** What of a payment's money was settled in another way, in minor units. */
    public static long settledMinor(PaymentId payment, List<Refund> refunds) {
        return refunds.stream()
                .filter(refund -> refund.settled() != null && refund.payment().equals(payment))
                .mapToLong(refund -> refund.amount().minor())
                .sum();
    }

    /** What is on its way to Stripe. */
    public static List<Refund> underWay(List<Refund> refunds) {
        return last(refunds).filter(refund -> refund.state() == State.ASKED).toList();
    }

    private static Stream<Refund> last(List<Refund> refunds) {
        Map<PaymentId, Refund> last = new LinkedHashMap<>();
        refunds.forEach(refund -> last.put(refund.payment(), refund));
        return last.values().stream();
    }
}
