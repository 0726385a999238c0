package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.param.SetupIntentCancelParams;
import com.stripe.param.SetupIntentConfirmParams;
import com.stripe.param.SetupIntentCreateParams;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.webhooks.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SavedCardsTest {

    private Shop shop;
    private Customer ana;

    @BeforeEach
    void start() throws IOException, StripeException {
        shop = new Shop(EmulatorOptions.defaults());
        ana = shop.customer("ana@example.org");
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private List<PaymentMethod> cards(String customer) throws StripeException {
        return shop.stripe
                .v1()
                .customers()
                .paymentMethods()
                .list(customer, shop.there())
                .getData();
    }

    private SetupIntent setup(TestCard card, String returnUrl) throws StripeException {
        return shop.stripe
                .v1()
                .setupIntents()
                .create(
                        SetupIntentCreateParams.builder()
                                .setCustomer(ana.getId())
                                .addPaymentMethodType("card")
                                .setPaymentMethod(card.token())
                                .setConfirm(true)
                                .setReturnUrl(returnUrl)
                                .build(),
                        shop.there());
    }

    @Test
    void aSetupIntentGivesTheCardToTheCustomerAndNeverItsNumber() throws StripeException {
        SetupIntent done = setup(TestCard.VISA, "http://shop.example/back");

        assertThat(done.getStatus()).isEqualTo("succeeded");
        PaymentMethod card = cards(ana.getId()).getFirst();
        assertThat(card.getId()).isEqualTo(done.getPaymentMethod());
        assertThat(card.getCard().getBrand()).isEqualTo("visa");
        assertThat(card.getCard().getLast4()).isEqualTo("4242");
        assertThat(card.getCard().getChecks().getCvcCheck()).isEqualTo("pass");
        assertThat(card.getCard().getThreeDSecureUsage().getSupported()).isTrue();
        assertThat(shop.control.all(shop.account, "payment_method"))
                .allSatisfy(kept -> assertThat(Json.write(kept)).doesNotContain("4242424242424242"));
    }

    @Test
    void theSameNumberHasTheSameFingerprint() throws StripeException {
        setup(TestCard.VISA, "http://shop.example/back");
        setup(TestCard.VISA, "http://shop.example/back");
        setup(TestCard.MASTERCARD, "http://shop.example/back");
        assertThat(cards(ana.getId()))
                .extracting(card -> card.getCard().getFingerprint())
                .hasSize(3)
                .satisfies(prints -> assertThat(prints.stream().distinct()).hasSize(2));
    }

    @Test
    void theBankIsAskedOnTheWayAndTheAnswerDecides() throws StripeException {
        SetupIntent waiting = setup(TestCard.CHECK_UNLESS_SET_UP, "http://shop.example/back?x=1");
        assertThat(waiting.getStatus()).isEqualTo("requires_action");
        assertThat(waiting.getNextAction().getRedirectToUrl().getUrl()).contains("/bank/" + shop.account);

        assertThat(shop.control.finishCheck(shop.account, waiting.getId(), false))
                .startsWith("http://shop.example/back?x=1&setup_intent=" + waiting.getId())
                .endsWith("redirect_status=failed");
        SetupIntent failed = shop.stripe.v1().setupIntents().retrieve(waiting.getId(), shop.there());
        assertThat(failed.getStatus()).isEqualTo("requires_payment_method");
        assertThat(failed.getLastSetupError().getCode()).isEqualTo("setup_intent_authentication_failure");
        assertThat(cards(ana.getId())).isEmpty();

        shop.stripe
                .v1()
                .setupIntents()
                .confirm(
                        waiting.getId(),
                        SetupIntentConfirmParams.builder()
                                .setPaymentMethod(TestCard.CHECK_ALWAYS.token())
                                .setReturnUrl("http://shop.example/back")
                                .build(),
                        shop.there());
        assertThat(shop.control.finishCheck(shop.account, waiting.getId(), true))
                .endsWith("redirect_status=succeeded");
        assertThat(cards(ana.getId())).hasSize(1);
    }

    @Test
    void aCardThatWouldBeDeclinedCannotBeSavedAndOneThatAttachesCan() throws StripeException {
        assertThatThrownBy(() -> setup(TestCard.DECLINED, "http://shop.example/back"))
                .isInstanceOfSatisfying(CardException.class, refused -> {
                    assertThat(refused.getDeclineCode()).isEqualTo("generic_decline");
                    assertThat(refused.getStripeError().getSetupIntent().getStatus())
                            .isEqualTo("requires_payment_method");
                });
        PaymentMethodAttachParams toAna =
                PaymentMethodAttachParams.builder().setCustomer(ana.getId()).build();
        assertThatThrownBy(() -> shop.stripe
                        .v1()
                        .paymentMethods()
                        .attach(TestCard.INSUFFICIENT_FUNDS.token(), toAna, shop.there()))
                .isInstanceOf(CardException.class);

        setup(TestCard.ATTACHES_THEN_DECLINES, "http://shop.example/back");

        assertThat(cards(ana.getId())).hasSize(1);
    }

    @Test
    void aCancelledSetupIntentCannotBeConfirmed() throws StripeException {
        SetupIntent open = shop.stripe
                .v1()
                .setupIntents()
                .create(
                        SetupIntentCreateParams.builder()
                                .addPaymentMethodType("card")
                                .build(),
                        shop.there());
        assertThat(open.getStatus()).isEqualTo("requires_payment_method");
        SetupIntent cancelled = shop.stripe
                .v1()
                .setupIntents()
                .cancel(
                        open.getId(),
                        SetupIntentCancelParams.builder()
                                .setCancellationReason(SetupIntentCancelParams.CancellationReason.ABANDONED)
                                .build(),
                        shop.there());
        assertThat(cancelled.getStatus()).isEqualTo("canceled");
        assertThat(cancelled.getCancellationReason()).isEqualTo("abandoned");
        assertThatThrownBy(() -> shop.stripe
                        .v1()
                        .setupIntents()
                        .confirm(
                                open.getId(),
                                SetupIntentConfirmParams.builder()
                                        .setPaymentMethod("pm_card_visa")
                                        .build(),
                                shop.there()))
                .extracting(e -> ((StripeException) e).getCode())
                .isEqualTo("setup_intent_unexpected_state");
    }

    @Test
    void aTokenMakesACardAndANumberIsRefused() throws StripeException {
        PaymentMethod made = shop.stripe
                .v1()
                .paymentMethods()
                .create(
                        PaymentMethodCreateParams.builder()
                                .setType(PaymentMethodCreateParams.Type.CARD)
                                .setCard(PaymentMethodCreateParams.Token.builder()
                                        .setToken("tok_visa")
                                        .build())
                                .build(),
                        shop.there());
        assertThat(made.getCard().getLast4()).isEqualTo("4242");
        assertThatThrownBy(() -> shop.stripe
                        .v1()
                        .paymentMethods()
                        .create(
                                PaymentMethodCreateParams.builder()
                                        .setType(PaymentMethodCreateParams.Type.CARD)
                                        .setCard(PaymentMethodCreateParams.CardDetails.builder()
                                                .setNumber("4242424242424242")
                                                .setExpMonth(12L)
                                                .setExpYear(2034L)
                                                .build())
                                        .build(),
                                shop.there()))
                .hasMessageContaining("generally unsafe");
    }

    @Test
    void savingTellsOfIntentAndCard() throws StripeException {
        shop.control.addEndpoint(Endpoint.of(URI.create("http://localhost:1/"), "whsec_x", Endpoint.Scope.CONNECT));
        shop.control.holdWebhooks();
        setup(TestCard.VISA, "http://shop.example/back");
        assertThat(shop.control.waiting())
                .extracting(delivery -> delivery.type())
                .containsExactly("setup_intent.created", "payment_method.attached", "setup_intent.succeeded");
    }
}
