package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionCreateParams.SavedPaymentMethodOptions;
import io.anteroom.stripeemulator.objects.Entered;
import io.anteroom.stripeemulator.objects.HostedCheckout.GoTo;
import io.anteroom.stripeemulator.objects.HostedCheckout.Stay;
import io.anteroom.stripeemulator.objects.TestCard;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SavingOnPagesTest {

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

    private Session setupPage() throws StripeException {
        return shop.stripe
                .v1()
                .checkout()
                .sessions()
                .create(
                        SessionCreateParams.builder()
                                .setMode(SessionCreateParams.Mode.SETUP)
                                .setCurrency("gbp")
                                .setCustomer(ana.getId())
                                .setSuccessUrl("http://shop.example/saved")
                                .build(),
                        shop.there());
    }

    @Test
    void aSetupPageSavesACardAndChargesNothing() throws StripeException {
        Session page = setupPage();
        assertThat(page.getPaymentStatus()).isEqualTo("no_payment_required");
        assertThat(page.getSetupIntent()).startsWith("seti_");

        assertThat(shop.control.pay(shop.account, page.getId(), TestCard.DECLINED))
                .isEqualTo(new Stay("Your card was declined."));
        assertThat(shop.control.pay(shop.account, page.getId(), TestCard.VISA))
                .isEqualTo(new GoTo("http://shop.example/saved"));

        assertThat(shop.read(page).getStatus()).isEqualTo("complete");
        assertThat(cards(ana.getId()))
                .extracting(PaymentMethod::getAllowRedisplay)
                .containsExactly("limited");
        assertThat(shop.control.all(shop.account, "charge")).isEmpty();
    }

    @Test
    void theBankIsAskedOnASetupPageToo() throws StripeException {
        Session page = setupPage();
        shop.control.pay(shop.account, page.getId(), TestCard.CHECK_ALWAYS);
        assertThat(shop.control.finishCheck(shop.account, page.getSetupIntent(), false))
                .isEqualTo(page.getUrl());
        shop.control.pay(shop.account, page.getId(), TestCard.CHECK_ALWAYS);
        assertThat(shop.control.finishCheck(shop.account, page.getSetupIntent(), true))
                .isEqualTo("http://shop.example/saved");
    }

    @Test
    void anExpiredSetupPageCancelsItsIntent() throws StripeException {
        Session page = setupPage();
        shop.stripe.v1().checkout().sessions().expire(page.getId(), shop.there());
        assertThat(shop.stripe
                        .v1()
                        .setupIntents()
                        .retrieve(page.getSetupIntent(), shop.there())
                        .getStatus())
                .isEqualTo("canceled");
    }

    @Test
    void aBankAccountIsLookedAtForAWhile() throws StripeException {
        Session page = setupPage();
        shop.control.payByDebit(shop.account, page.getId());
        assertThat(shop.stripe
                        .v1()
                        .setupIntents()
                        .retrieve(page.getSetupIntent(), shop.there())
                        .getStatus())
                .isEqualTo("processing");
        shop.control.settleDebit(shop.account, page.getSetupIntent(), true);
        assertThat(cards(ana.getId())).extracting(PaymentMethod::getType).containsExactly("sepa_debit");
    }

    @Test
    void payingCanSaveTheCardToo() throws StripeException {
        Session page = shop.stripe
                .v1()
                .checkout()
                .sessions()
                .create(
                        Shop.saleBuilder(8450, "gbp")
                                .setPaymentIntentData(PaymentIntentData.builder()
                                        .setSetupFutureUsage(PaymentIntentData.SetupFutureUsage.OFF_SESSION)
                                        .build())
                                .build(),
                        shop.there());
        shop.control.pay(shop.account, page.getId(), TestCard.VISA);

        Session paid = shop.read(page);
        assertThat(paid.getCustomer()).startsWith("cus_");
        assertThat(cards(paid.getCustomer())).hasSize(1);
        PaymentIntent intent = shop.stripe.v1().paymentIntents().retrieve(paid.getPaymentIntent(), shop.there());
        assertThat(intent.getSetupFutureUsage()).isEqualTo("off_session");
    }

    @Test
    void theBoxOnThePageDecidesAndASavedCardPaysWithOnePress() throws StripeException {
        SessionCreateParams sale = Shop.saleBuilder(8450, "gbp")
                .setCustomer(ana.getId())
                .setSavedPaymentMethodOptions(SavedPaymentMethodOptions.builder()
                        .setPaymentMethodSave(SavedPaymentMethodOptions.PaymentMethodSave.ENABLED)
                        .build())
                .build();
        Session first = shop.stripe.v1().checkout().sessions().create(sale, shop.there());
        shop.control.pay(shop.account, first.getId(), TestCard.VISA);
        assertThat(cards(ana.getId())).isEmpty();

        Session second = shop.stripe.v1().checkout().sessions().create(sale, shop.there());
        shop.control.pay(
                shop.account, second.getId(), Entered.of(TestCard.MASTERCARD).saved());
        PaymentMethod saved = cards(ana.getId()).getFirst();
        assertThat(saved.getAllowRedisplay()).isEqualTo("always");

        Session third = shop.stripe.v1().checkout().sessions().create(sale, shop.there());
        assertThat(shop.control.paySaved(shop.account, third.getId(), saved.getId()))
                .isInstanceOf(GoTo.class);
        assertThat(shop.read(third).getPaymentStatus()).isEqualTo("paid");
    }
}
