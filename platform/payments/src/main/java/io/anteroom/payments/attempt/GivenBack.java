package io.anteroom.payments.attempt;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundListParams;
import io.anteroom.payments.StripeAmount;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is given back of a payment and stays so, whichever way it was paid. Asked of the refunds themselves, since the charge's own
 * sum does not say whether one failed later.
 */
final class GivenBack {

    private static final Set<String> CAME_BACK = Set.of("failed", "canceled");

    private GivenBack() {}

    /** The sum in our minor units; nothing is asked where the charge, which is read with the intent, says that none was made. */
    static long of(StripeClient client, @Nullable PaymentIntent intent, String account) throws StripeException {
        Charge charge = intent == null ? null : intent.getLatestChargeObject();
        if (intent == null || charge == null || charge.getAmountRefunded() == null || charge.getAmountRefunded() == 0) {
            return 0;
        }
        RefundListParams params = RefundListParams.builder()
                .setPaymentIntent(intent.getId())
                .setLimit(100L)
                .build();
        RequestOptions options =
                RequestOptions.builder().setStripeAccount(account).build();
        long sum = 0;
        for (Refund refund : client.v1().refunds().list(params, options).autoPagingIterable()) {
            sum += CAME_BACK.contains(refund.getStatus()) ? 0 : refund.getAmount();
        }
        return StripeAmount.money(sum, charge.getCurrency()).minor();
    }
}
