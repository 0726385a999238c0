package io.anteroom.payments.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import io.anteroom.payments.PaymentState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeSavedCardTest {

    @ParameterizedTest
    @CsvSource({
        "requires_payment_method, true, FAILED",
        "requires_payment_method, false, OPEN",
        "requires_confirmation, false, OPEN",
        "requires_confirmation, true, OPEN",
        "requires_action, false, OPEN",
        "processing, false, PROCESSING",
        "canceled, true, EXPIRED",
        "succeeded, false, SUCCEEDED"
    })
    void onlyABanksNoIsAFailure(String status, boolean refused, PaymentState state) {
        var intent = new PaymentIntent();
        intent.setStatus(status);
        intent.setLastPaymentError(refused ? new StripeError() : null);

        assertThat(StripeSavedCard.state(intent)).isEqualTo(state);
    }
}
