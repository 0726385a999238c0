package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.http.Faults;
import io.anteroom.stripeemulator.objects.TestCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {

    private static final String SESSIONS = "POST /v1/checkout/sessions";

    private Shop shop;

    @BeforeEach
    void start() throws IOException, StripeException {
        shop = new Shop(EmulatorOptions.defaults());
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private Session create(long amount, String key) throws StripeException {
        return shop.stripe.v1().checkout().sessions().create(Shop.sale(amount, "gbp"), shop.there(key));
    }

    private int sessions() {
        return shop.control.all(shop.account, "checkout.session").size();
    }

    @Test
    void theSameKeyGivesTheSameAnswer() throws StripeException {
        Session first = create(8450, "attempt-1");
        Session second = create(8450, "attempt-1");

        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(second.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .hasValue("true");
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void theSameKeyWithOtherParametersIsRefused() throws StripeException {
        create(8450, "attempt-1");
        assertThatThrownBy(() -> create(9000, "attempt-1")).isInstanceOf(IdempotencyException.class);
    }

    @Test
    void theSameKeyWhileTheFirstGoesOnIsRefused() throws Exception {
        Faults.Gate gate = shop.control.slow("POST /v1/payment_intents/.*/confirm");
        var intent = shop.stripe
                .v1()
                .paymentIntents()
                .create(
                        com.stripe.param.PaymentIntentCreateParams.builder()
                                .setAmount(8450L)
                                .setCurrency("gbp")
                                .addPaymentMethodType("card")
                                .build(),
                        shop.there());
        var confirm = com.stripe.param.PaymentIntentConfirmParams.builder()
                .setPaymentMethod("pm_card_visa")
                .build();
        var first = CompletableFuture.supplyAsync(() -> {
            try {
                return shop.stripe.v1().paymentIntents().confirm(intent.getId(), confirm, shop.there("key"));
            } catch (StripeException e) {
                throw new IllegalStateException(e);
            }
        });
        gate.awaitArrival();

        assertThatThrownBy(() -> shop.stripe.v1().paymentIntents().confirm(intent.getId(), confirm, shop.there("key")))
                .isInstanceOf(ApiException.class)
                .extracting(e -> ((StripeException) e).getCode())
                .isEqualTo("idempotency_key_in_use");

        gate.open();
        assertThat(first.join().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void anUnknownParameterIsRefused() {
        SessionCreateParams params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl("http://shop.example/done")
                .putExtraParam("colour", "green")
                .build();
        assertThatThrownBy(() -> shop.stripe.v1().checkout().sessions().create(params, shop.there()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Received unknown parameter: colour");
    }

    @Test
    void anotherKeyIsRefused() {
        StripeClient stranger = StripeClient.builder()
                .setApiKey("sk_test_other")
                .setApiBase(shop.emulator.address().toString())
                .build();
        assertThatThrownBy(() -> stranger.v1().customers().list()).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void anErrorBeforeDoesNothingAndOneAfterHasDoneIt() throws StripeException {
        shop.control.fail(SESSIONS, Fault.ERROR_BEFORE, 1);
        assertThatThrownBy(() -> create(8450, "attempt-1")).isInstanceOf(ApiException.class);
        assertThat(sessions()).isZero();

        shop.control.fail(SESSIONS, Fault.ERROR_AFTER, 1);
        assertThatThrownBy(() -> create(8450, "attempt-1")).isInstanceOf(ApiException.class);
        assertThat(sessions()).isEqualTo(1);

        create(8450, "attempt-1");
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void aLostAnswerIsFoundAgainUnderItsKey() throws StripeException {
        shop.control.fail(SESSIONS, Fault.LOST_AFTER, 1);
        assertThatThrownBy(() -> create(8450, "attempt-1")).isInstanceOf(ApiConnectionException.class);

        create(8450, "attempt-1");

        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void aRestartForgetsNothingThatWasKept(@TempDir Path directory) throws Exception {
        EmulatorOptions kept = EmulatorOptions.defaults().keptIn(directory.resolve("stripe.json"));
        String account;
        String session;
        try (var before = new Shop(kept)) {
            account = before.account;
            session = before.stripe
                    .v1()
                    .checkout()
                    .sessions()
                    .create(Shop.sale(8450, "gbp"), before.there("attempt-1"))
                    .getId();
        }
        try (var after = StripeEmulator.start(kept)) {
            after.control().pay(account, session, TestCard.VISA);
            assertThat(after.control().all(account, "charge")).hasSize(1);
        }
    }
}
