package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.SetupIntentCreateParams;
import io.anteroom.stripeemulator.objects.TestCard;
import java.io.IOException;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards on file, charged while the person is away. */
class OffSessionTest {

    private Shop shop;
    private String ana;

    @BeforeEach
    void start() throws IOException, StripeException {
        shop = new Shop(EmulatorOptions.defaults());
        ana = shop.customer("ana@example.org").getId();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private String attached(TestCard card) throws StripeException {
        return shop.stripe
                .v1()
                .paymentMethods()
                .attach(
                        card.token(),
                        PaymentMethodAttachParams.builder().setCustomer(ana).build(),
                        shop.there())
                .getId();
    }

    private String setUp(TestCard card) throws StripeException {
        var intent = shop.stripe
                .v1()
                .setupIntents()
                .create(
                        SetupIntentCreateParams.builder()
                                .setCustomer(ana)
                                .addPaymentMethodType("card")
                                .setPaymentMethod(card.token())
                                .setConfirm(true)
                                .build(),
                        shop.there());
        if (intent.getStatus().equals("requires_action")) {
            shop.control.finishCheck(shop.account, intent.getId(), true);
        }
        return intent.getPaymentMethod();
    }

    private PaymentIntentCreateParams.Builder charge(String card) {
        return PaymentIntentCreateParams.builder()
                .setAmount(8450L)
                .setCurrency("gbp")
                .addPaymentMethodType("card")
                .setCustomer(ana)
                .setPaymentMethod(card)
                .setConfirm(true);
    }

    private PaymentIntent away(String card) throws StripeException {
        return shop.stripe
                .v1()
                .paymentIntents()
                .create(charge(card).setOffSession(true).build(), shop.there());
    }

    private CardException refusedAway(String card) {
        return catchThrowableOfType(CardException.class, () -> away(card));
    }

    @Test
    void aGoodCardIsChargedAgainAndAgain() throws StripeException {
        String card = setUp(TestCard.VISA);
        assertThat(away(card).getStatus()).isEqualTo("succeeded");
        PaymentIntent second = away(card);
        PaymentIntent read = shop.stripe
                .v1()
                .paymentIntents()
                .retrieve(
                        second.getId(),
                        PaymentIntentRetrieveParams.builder()
                                .addExpand("latest_charge.balance_transaction")
                                .addExpand("payment_method")
                                .addExpand("customer")
                                .build(),
                        shop.there());
        assertThat(read.getLatestChargeObject().getBalanceTransactionObject().getAmount())
                .isEqualTo(8450);
        assertThat(read.getAmountReceived()).isEqualTo(8450);
        assertThat(read.getPaymentMethodObject().getCard().getLast4()).isEqualTo("4242");
        assertThat(read.getCustomerObject().getEmail()).isEqualTo("ana@example.org");
    }

    @Test
    void theBankWantsAPersonWhoIsAwayAndThePersonCanComeBack() throws StripeException {
        String card = setUp(TestCard.CHECK_ALWAYS);
        CardException refused = refusedAway(card);

        assertThat(refused.getCode()).isEqualTo("authentication_required");
        assertThat(refused.getDeclineCode()).isEqualTo("authentication_required");
        assertThat(refused.getStripeError().getPaymentMethod().getId()).isEqualTo(card);
        PaymentIntent left = refused.getStripeError().getPaymentIntent();
        assertThat(left.getStatus()).isEqualTo("requires_payment_method");
        assertThat(left.getLastPaymentError().getPaymentMethod().getId()).isEqualTo(card);
        assertThat(left.getLatestCharge()).startsWith("ch_");

        PaymentIntent present = shop.stripe
                .v1()
                .paymentIntents()
                .confirm(
                        left.getId(),
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod(card)
                                .setReturnUrl("http://shop.example/back")
                                .build(),
                        shop.there());
        assertThat(present.getStatus()).isEqualTo("requires_action");
        assertThat(shop.control.finishCheck(shop.account, left.getId(), true))
                .startsWith("http://shop.example/back?payment_intent=" + left.getId())
                .endsWith("redirect_status=succeeded");
        PaymentIntent paid = shop.stripe.v1().paymentIntents().retrieve(left.getId(), shop.there());
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getLastPaymentError()).isNull();
    }

    @Test
    void aCardThatWasSetUpNeedsNobodyAndOneThatWasNotDoes() throws StripeException {
        assertThat(away(setUp(TestCard.CHECK_UNLESS_SET_UP)).getStatus()).isEqualTo("succeeded");
        assertThat(refusedAway(attached(TestCard.CHECK_UNLESS_SET_UP)).getCode())
                .isEqualTo("authentication_required");
        assertThat(away(attached(TestCard.CHECK_ON_SESSION)).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void payingOnceWithFutureUseSetsTheCardUp() throws StripeException {
        String card = attached(TestCard.CHECK_UNLESS_SET_UP);
        PaymentIntent first = shop.stripe
                .v1()
                .paymentIntents()
                .create(
                        charge(card)
                                .setSetupFutureUsage(PaymentIntentCreateParams.SetupFutureUsage.OFF_SESSION)
                                .setReturnUrl("http://shop.example/back")
                                .build(),
                        shop.there());
        shop.control.finishCheck(shop.account, first.getId(), true);
        assertThat(away(card).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void whoCannotSendThePersonToTheBankIsToldSoAtOnce() throws StripeException {
        String card = setUp(TestCard.CHECK_ALWAYS);
        assertThatThrownBy(() -> shop.stripe
                        .v1()
                        .paymentIntents()
                        .create(charge(card).setErrorOnRequiresAction(true).build(), shop.there()))
                .isInstanceOf(CardException.class)
                .extracting(e -> ((StripeException) e).getCode())
                .isEqualTo("authentication_required");
    }

    @ParameterizedTest
    @CsvSource({
        "ATTACHES_THEN_DECLINES, card_declined, generic_decline, Your card was declined.",
        "CHECK_THEN_DECLINED, authentication_required, authentication_required, ''"
    })
    void aSavedCardMayStillBeDeclined(TestCard card, String code, String declineCode, String message)
            throws StripeException {
        CardException refused = refusedAway(setUp(card));
        assertThat(refused.getCode()).isEqualTo(code);
        assertThat(refused.getDeclineCode()).isEqualTo(declineCode);
        assertThat(refused.getMessage()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({
        "DECLINED, card_declined, generic_decline, Your card was declined.",
        "INSUFFICIENT_FUNDS, card_declined, insufficient_funds, Your card has insufficient funds.",
        "LOST, card_declined, lost_card, Your card was declined.",
        "STOLEN, card_declined, stolen_card, Your card was declined.",
        "EXPIRED, expired_card, expired_card, Your card has expired.",
        "WRONG_CVC, incorrect_cvc, incorrect_cvc, Your card's security code is incorrect.",
        "PROCESSING_ERROR, processing_error, processing_error, An error occurred while processing your card.",
        "BLOCKED, card_declined, fraudulent, Your card was declined."
    })
    void eachCardIsDeclinedInItsOwnWords(TestCard card, String code, String declineCode, String message) {
        assertThatThrownBy(() -> shop.stripe
                        .v1()
                        .paymentIntents()
                        .create(charge(card.token()).build(), shop.there()))
                .isInstanceOfSatisfying(CardException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(code);
                    assertThat(refused.getDeclineCode()).isEqualTo(declineCode);
                    assertThat(refused.getMessage()).contains(message);
                    assertThat(refused.getCharge()).startsWith("ch_");
                });
    }

    @Test
    void aCardWhoseTimeIsOverIsDeclined() throws StripeException {
        String card = setUp(TestCard.VISA);
        shop.control.money().cardEnds(shop.account, card, YearMonth.of(2020, 1));
        assertThat(refusedAway(card).getCode()).isEqualTo("expired_card");
    }

    @Test
    void aCardOfNobodyPaysOnlyOnce() throws StripeException {
        PaymentIntent paid = shop.stripe
                .v1()
                .paymentIntents()
                .create(charge(TestCard.VISA.token()).build(), shop.there());
        assertThatThrownBy(() -> away(paid.getPaymentMethod())).hasMessageContaining("may not be used again");
    }

    @Test
    void somebodyElsesCardCannotBeCharged() throws StripeException {
        String card = setUp(TestCard.VISA);
        ana = shop.customer("ben@example.org").getId();
        assertThatThrownBy(() -> away(card))
                .hasMessageContaining("The customer does not have a payment method with the ID " + card);
        assertThat(shop.control.all(shop.account, "payment_intent")).isEmpty();
    }

    @Test
    void whereThePersonMayBeLedAwayTheWayBackMustBeSaid() throws StripeException {
        String card = setUp(TestCard.VISA);
        PaymentIntentCreateParams anything = PaymentIntentCreateParams.builder()
                .setAmount(8450L)
                .setCurrency("gbp")
                .setCustomer(ana)
                .setPaymentMethod(card)
                .setConfirm(true)
                .build();
        assertThatThrownBy(() -> shop.stripe.v1().paymentIntents().create(anything, shop.there()))
                .hasMessageContaining("you must provide a `return_url`");
    }

    @Test
    void aDisabledAccountChargesNothing() throws StripeException {
        String card = setUp(TestCard.VISA);
        shop.control.disable(shop.account);
        assertThatThrownBy(() -> away(card)).hasMessageContaining("cannot currently make charges");
        shop.control.activate(shop.account);
        assertThat(away(card).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void anOpenIntentCanBeChangedAndCancelledAndAPaidOneCannot() throws StripeException {
        PaymentIntent open = shop.stripe
                .v1()
                .paymentIntents()
                .create(charge(setUp(TestCard.VISA)).setConfirm(false).build(), shop.there());
        assertThat(open.getStatus()).isEqualTo("requires_confirmation");
        PaymentIntent changed = shop.stripe
                .v1()
                .paymentIntents()
                .update(
                        open.getId(),
                        PaymentIntentUpdateParams.builder().setAmount(9000L).build(),
                        shop.there());
        assertThat(changed.getAmount()).isEqualTo(9000);
        PaymentIntent cancelled = shop.stripe
                .v1()
                .paymentIntents()
                .cancel(
                        open.getId(),
                        PaymentIntentCancelParams.builder()
                                .setCancellationReason(PaymentIntentCancelParams.CancellationReason.DUPLICATE)
                                .build(),
                        shop.there());
        assertThat(cancelled.getCancellationReason()).isEqualTo("duplicate");
        String paid = away(setUp(TestCard.VISA)).getId();
        assertThatThrownBy(() -> shop.stripe.v1().paymentIntents().cancel(paid, shop.there()))
                .extracting(e -> ((StripeException) e).getCode())
                .isEqualTo("payment_intent_unexpected_state");
    }
}
