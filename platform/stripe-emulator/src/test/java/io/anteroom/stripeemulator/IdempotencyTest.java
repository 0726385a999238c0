package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import io.anteroom.stripeemulator.http.LastingFault;
import io.anteroom.stripeemulator.objects.TestCard;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an idempotency key promises, and what it does not. */
class IdempotencyTest {

    private static final String CUSTOMERS = "POST /v1/customers";

    private Shop shop;

    @BeforeEach
    void start() throws IOException, StripeException {
        shop = new Shop(EmulatorOptions.defaults());
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private Customer customer(String key) throws StripeException {
        return shop.stripe
                .v1()
                .customers()
                .create(CustomerCreateParams.builder().setName("Ana").build(), shop.there(key));
    }

    private int customers() {
        return shop.control.all(shop.account, "customer").size();
    }

    private PaymentIntent charge(TestCard card, long amount, String key) throws StripeException {
        return shop.stripe
                .v1()
                .paymentIntents()
                .create(
                        PaymentIntentCreateParams.builder()
                                .setAmount(amount)
                                .setCurrency("gbp")
                                .addPaymentMethodType("card")
                                .setPaymentMethod(card.token())
                                .setConfirm(true)
                                .build(),
                        shop.there(key));
    }

    @Test
    void aDeclineIsKeptUnderItsKeyAndNotTriedAgain() {
        assertThatThrownBy(() -> charge(TestCard.DECLINED, 8450, "key")).isInstanceOf(CardException.class);
        assertThatThrownBy(() -> charge(TestCard.DECLINED, 8450, "key")).isInstanceOf(CardException.class);
        assertThat(shop.control.all(shop.account, "charge")).hasSize(1);
    }

    @Test
    void aRefusalThatStripeBeganToWorkOnIsKeptToo() throws StripeException {
        String intent = charge(TestCard.VISA, 8450, "charge").getId();
        RefundCreateParams tooMuch = RefundCreateParams.builder()
                .setPaymentIntent(intent)
                .setAmount(9000L)
                .build();
        assertThatThrownBy(() -> shop.stripe.v1().refunds().create(tooMuch, shop.there("key")))
                .hasMessageContaining("unrefunded amount");
        RefundCreateParams less = RefundCreateParams.builder()
                .setPaymentIntent(intent)
                .setAmount(100L)
                .build();
        assertThatThrownBy(() -> shop.stripe.v1().refunds().create(less, shop.there("key")))
                .isInstanceOf(IdempotencyException.class);
    }

    @Test
    void whatIsWrongInItselfIsNotKept() throws StripeException {
        assertThatThrownBy(() -> charge(TestCard.VISA, 1, "key")).hasMessageContaining("at least 30 gbp");
        assertThat(charge(TestCard.VISA, 8450, "key").getStatus()).isEqualTo("succeeded");
    }

    @Test
    void anErrorMayBeKeptForADay() throws StripeException {
        shop.control.fail(CUSTOMERS, LastingFault.ERROR_KEPT, 1);
        assertThatThrownBy(() -> customer("key")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> customer("key")).isInstanceOf(ApiException.class);
        assertThat(customers()).isEqualTo(1);
        shop.control.advance(Duration.ofHours(25));
        customer("key");
        assertThat(customers()).isEqualTo(2);
    }

    @Test
    void anErrorMayBeKeptThoughNothingWasDone() {
        shop.control.fail(CUSTOMERS, LastingFault.ERROR_KEPT_BEFORE, 1);
        assertThatThrownBy(() -> customer("key")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> customer("key")).isInstanceOf(ApiException.class);
        assertThat(customers()).isZero();
    }

    @Test
    void aKeyIsForgottenAfterADay() throws StripeException {
        String first = customer("key").getId();
        shop.control.advance(Duration.ofHours(23));
        assertThat(customer("key").getId()).isEqualTo(first);
        shop.control.advance(Duration.ofHours(2));
        assertThat(customer("key").getId()).isNotEqualTo(first);
    }

    @Test
    void aKeyIsOfItsAccountAndItsPath() throws StripeException {
        String first = customer("key").getId();
        RequestOptions south = RequestOptions.builder()
                .setStripeAccount(shop.newAccount("Southside Clinic"))
                .setIdempotencyKey("key")
                .build();
        assertThat(shop.stripe
                        .v1()
                        .customers()
                        .create(CustomerCreateParams.builder().setName("Ana").build(), south)
                        .getId())
                .isNotEqualTo(first);
        assertThatThrownBy(() -> charge(TestCard.VISA, 8450, "key"))
                .isInstanceOf(IdempotencyException.class)
                .hasMessageContaining("same endpoint they were first used for ('/v1/customers')");
    }

    @Test
    void aSilentStripeHasDoneItOrNot() throws StripeException {
        StripeClient hasty = StripeClient.builder()
                .setApiKey(EmulatorOptions.SECRET_KEY)
                .setApiBase(shop.emulator.address().toString())
                .setReadTimeout(300)
                .build();
        CustomerCreateParams ana = CustomerCreateParams.builder().setName("Ana").build();
        shop.control.fail(CUSTOMERS, LastingFault.SILENT_BEFORE, 1);
        assertThatThrownBy(() -> hasty.v1().customers().create(ana, shop.there("one")))
                .isInstanceOf(ApiConnectionException.class);
        assertThat(customers()).isZero();
        shop.control.fail(CUSTOMERS, LastingFault.SILENT_AFTER, 1);
        assertThatThrownBy(() -> hasty.v1().customers().create(ana, shop.there("two")))
                .isInstanceOf(ApiConnectionException.class);
        assertThat(customers()).isEqualTo(1);
        shop.control.heal();
        assertThat(hasty.v1().customers().create(ana, shop.there("two")).getName())
                .isEqualTo("Ana");
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void aRequestMayArriveWhenNobodyWaitsForItAnyMore() throws StripeException {
        shop.control.fail(CUSTOMERS, LastingFault.ARRIVES_LATE, 2);
        assertThatThrownBy(() -> customer("one")).isInstanceOf(ApiConnectionException.class);
        assertThatThrownBy(() -> customer("two")).isInstanceOf(ApiConnectionException.class);
        assertThat(customers()).isZero();
        customer("two");
        assertThat(shop.control.arrive()).isEqualTo(2);
        assertThat(customers()).as("the other was done under its key before").isEqualTo(2);
        assertThat(shop.control.arrive()).isZero();
    }

    @Test
    void aSlowStripeAnswersInTheEnd() throws StripeException {
        shop.control.slowDown(CUSTOMERS, Duration.ofMillis(50));
        long before = System.nanoTime();
        customer("key");
        assertThat(System.nanoTime() - before)
                .isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
    }
}
