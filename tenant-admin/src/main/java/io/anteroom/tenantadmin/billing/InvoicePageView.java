package io.anteroom.tenantadmin.billing;

import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.TimelineEntry;
import io.anteroom.clinic.billing.credit.CreditNote;
import io.anteroom.clinic.billing.plan.PaymentPlan;
import io.anteroom.clinic.billing.refund.InvoiceRefunds;
import io.anteroom.payments.Payment;
import io.anteroom.payments.refund.Refund;
import io.anteroom.webkit.Badge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invoice on its page.
 *
 * @param base the organisation's address
 * @param attempts every try to pay it, the newest first
 * @param credits the credit notes, the first first
 * @param refunds what staff had given back of the payments, the first first
 * @param unmailed whether it is a draft for a patient to whom no mail can be sent
 * @param inPortal whether the portal has invoices, so that mail leads there
 * @param plan the instalments that have not ended, or else the last ones, or null
 * @param mayOfferPlan whether this member of staff could offer instalments, where there are none
 * @param payable whether patients can pay by card at all
 * @param cardOnFile whether this member of staff may charge a card that is on file for it
 * @param editable whether this member of staff may change it
 * @param givesBack whether this member of staff may give back money
 * @param checksMoney whether this member of staff may see the ledger
 * @param mayConnect whether this member of staff may set up card payments
 */
public record InvoicePageView(
        String base,
        InvoiceView invoice,
        List<TimelineEntry> timeline,
        List<Payment> attempts,
        List<CreditNote> credits,
        List<Refund> refunds,
        boolean unmailed,
        boolean inPortal,
        @Nullable PaymentPlan plan,
        boolean mayOfferPlan,
        boolean payable,
        boolean cardOnFile,
        boolean editable,
        boolean givesBack,
        boolean checksMoney,
        boolean mayConnect) {

    /** The invoice's address. */
    public String url() {
        return base + "/invoices/" + invoice.id();
    }

    /** Whether instalments can be offered now. */
    public boolean offersPlan() {
        return mayOfferPlan && (plan == null || !plan.isOpen());
    }

    /** Whether it can still be written. */
    public boolean isDraft() {
        return invoice.state() == InvoiceState.DRAFT;
    }

    /** Whether it can be made void. */
    public boolean isOpen() {
        return invoice.state() == InvoiceState.OPEN && invoice.creditedMinor() == 0;
    }

    /** What staff had given back of a payment, the first first. */
    public List<Refund> refundsOf(Payment payment) {
        return refunds.stream()
                .filter(refund -> refund.payment().equals(payment.id()))
                .toList();
    }

    /** Whether this member of staff can have some of a payment given back now. */
    public boolean canGiveBack(Payment payment) {
        return givesBack
                && payment.hasSucceeded()
                && !payment.isRefunded()
                && !payment.toBeGivenBack()
                && refundsOf(payment).stream().noneMatch(refund -> refund.state() == Refund.State.ASKED);
    }

    /** What was given back last of a payment, did not arrive and is not settled in another way. */
    public List<Refund> notArrived() {
        return InvoiceRefunds.notArrived(refunds).stream()
                .filter(refund -> refund.settled() == null)
                .toList();
    }

    /** What credit notes say is to be given back, and is neither given back nor settled in another way. */
    public long toGiveBackMinor() {
        return InvoiceRefunds.toGiveBackMinor(invoice, refunds);
    }

    /** How a try to pay stands. */
    public Badge badge(Payment payment) {
        return payment.needsAttention() && isSettled(payment)
                ? Badge.quiet("Settled another way")
                : PaymentBadge.of(payment);
    }

    /** Whether the patient is told of the refund: where the money counted towards the invoice. */
    public boolean wasTold(Refund refund) {
        return invoice.payments().stream().anyMatch(each -> each.id().equals(refund.payment()));
    }

    /** Whether money arrived that has to be given back. */
    public boolean hasSurplus() {
        return attempts.stream().anyMatch(payment -> payment.needsAttention() && !isSettled(payment));
    }

    private boolean isSettled(Payment payment) {
        long left = payment.amount().minor() - payment.refundedMinor();
        return InvoiceRefunds.settledMinor(payment.id(), refunds) >= left;
    }
}
