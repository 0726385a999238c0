package io.anteroom.payments.refund;

import io.anteroom.payments.PaymentId;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.payments.attempt.RefundRecorder;
import io.anteroom.tenancy.work.WorkHandler;

/**
 * Looks once more for a refund that an event spoke of, should the look right after the event have come to nothing; and finds
 * out which of those that staff asked for did not arrive.
 */
public final class RefundWork implements WorkHandler {

    /** The kind of this work; it refers to a payment's id. */
    public static final String KIND = RefundRecorder.RETURNED;

    private final Reconciler reconciler;
    private final RefundAskedWork refunds;

    RefundWork(Reconciler reconciler, RefundAskedWork refunds) {
        this.reconciler = reconciler;
        this.refunds = refunds;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        PaymentId.parse(ref).ifPresent(payment -> {
            var _ = reconciler.reconcileAfterSuccess(payment);
            refunds.follow(payment);
        });
    }
}
