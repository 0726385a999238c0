package io.anteroom.payments.refund;

import io.anteroom.payments.PaymentId;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.tenancy.work.WorkHandler;

/** Looks once more for a refund that an event spoke of, should the look right after the event have come to nothing. */
public final class RefundWork implements WorkHandler {

    /** The kind of this work; it refers to a payment's id. */
    public static final String KIND = "stripe-refund";

    private final Reconciler reconciler;

    RefundWork(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        PaymentId.parse(ref).ifPresent(reconciler::reconcileAfterSuccess);
    }
}
