package io.anteroom.payments.refund;

import com.stripe.StripeClient;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import io.anteroom.payments.StripeAmount;
import io.anteroom.payments.attempt.StoredPayment;
import io.anteroom.payments.attempt.StripeCheckout;
import io.anteroom.payments.stripe.Outside;
import io.anteroom.payments.stripe.StripeAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refunds of a certain amount at Stripe. Each carries our own id, by which one of which no answer came is found. */
final class StripeRefunds {

    private final StripeClient stripe;

    StripeRefunds(StripeClient stripe) {
        this.stripe = stripe;
    }

    /**
     * A refund as Stripe has it.
     *
     * @param status {@code pending}, {@code requires_action}, {@code succeeded}, {@code failed} or {@code canceled}
     */
    record Seen(String id, String status, @Nullable String failure) {

        boolean cameBack() {
            return status.equals("failed") || status.equals("canceled");
        }
    }

    /** Gives back; asked again within a day it is the same refund. */
    StripeAnswer<Seen> give(StoredPayment payment, io.anteroom.payments.refund.Refund refund) {
        RefundCreateParams params = RefundCreateParams.builder()
                .setPaymentIntent(String.valueOf(payment.standing().intent()))
                .setAmount(StripeAmount.minor(refund.amount()))
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .putMetadata(StripeCheckout.CARRIED, payment.id().toString())
                .putMetadata(StripeCheckout.CARRIED_REFUND, refund.id().toString())
                .build();
        return ask(
                "make refund " + refund.id(),
                client -> seen(client.v1()
                        .refunds()
                        .create(
                                params,
                                RequestOptions.builder()
                                        .setStripeAccount(payment.order().account())
                                        .setIdempotencyKey(refund.id().toString())
                                        .build())));
    }

    /** The refund that carries our id, if Stripe made it. */
    StripeAnswer<Optional<Seen>> find(StoredPayment payment, io.anteroom.payments.refund.Refund refund) {
        RefundListParams params = RefundListParams.builder()
                .setPaymentIntent(String.valueOf(payment.standing().intent()))
                .setLimit(100L)
                .build();
        return ask("find refund " + refund.id(), client -> {
            for (Refund each : client.v1().refunds().list(params, on(payment)).autoPagingIterable()) {
                if (each.getMetadata() != null
                        && refund.id().toString().equals(each.getMetadata().get(StripeCheckout.CARRIED_REFUND))) {
                    return Optional.of(seen(each));
                }
            }
            return Optional.empty();
        });
    }

    StripeAnswer<Seen> read(StoredPayment payment, String id) {
        return ask("read refund " + id, client -> seen(client.v1().refunds().retrieve(id, on(payment))));
    }

    private <T> StripeAnswer<T> ask(String what, StripeAnswer.Question<T> question) {
        Outside.transaction();
        return StripeAnswer.to(stripe, what, question);
    }

    private static Seen seen(Refund refund) {
        return new Seen(refund.getId(), refund.getStatus(), refund.getFailureReason());
    }

    private static RequestOptions on(StoredPayment payment) {
        return RequestOptions.builder()
                .setStripeAccount(payment.order().account())
                .build();
    }
}
