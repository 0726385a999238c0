package io.anteroom.payments.attempt;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundListParams;
import io.anteroom.payments.StripeAmount;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is given back of a payment and stays so, whichever way it was paid. Asked of the refunds themselves, since the charge's own
 * sum does not say whether one failed later.
 *
 * @param minor all of it, in our minor units
 * @param ofStaff what of that staff gave back here, by the refund's own id
 */
record GivenBack(long minor, Map<UUID, Long> ofStaff) {

    static final GivenBack NOTHING = new GivenBack(0, Map.of());

    private static final Set<String> CAME_BACK = Set.of("failed", "canceled");

    /** Keeps its own copy. */
    GivenBack {
        ofStaff = Map.copyOf(ofStaff);
    }

    /** As Stripe has it; nothing is asked where the charge, which is read with the intent, says that none was made. */
    static GivenBack of(StripeClient client, @Nullable PaymentIntent intent, String account) throws StripeException {
        Charge charge = intent == null ? null : intent.getLatestChargeObject();
        if (intent == null || charge == null || charge.getAmountRefunded() == null || charge.getAmountRefunded() == 0) {
            return NOTHING;
        }
        RefundListParams params = RefundListParams.builder()
                .setPaymentIntent(intent.getId())
                .setLimit(100L)
                .build();
        RequestOptions options =
                RequestOptions.builder().setStripeAccount(account).build();
        long sum = 0;
        Map<UUID, Long> ofStaff = new HashMap<>();
        for (Refund refund : client.v1().refunds().list(params, options).autoPagingIterable()) {
            if (!CAME_BACK.contains(refund.getStatus())) {
                long minor = StripeAmount.money(refund.getAmount(), charge.getCurrency())
                        .minor();
                sum += minor;
                ours(refund).ifPresent(id -> ofStaff.merge(id, minor, Long::sum));
            }
        }
        return new GivenBack(sum, ofStaff);
    }

    private static Optional<UUID> ours(Refund refund) {
        String carried =
                refund.getMetadata() == null ? null : refund.getMetadata().get(StripeCheckout.CARRIED_REFUND);
        try {
            return Optional.ofNullable(carried).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            // Somebody else's word, in the clinic's own account.
            return Optional.empty();
        }
    }
}
