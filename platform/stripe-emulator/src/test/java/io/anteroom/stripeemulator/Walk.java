package io.anteroom.stripeemulator;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.model.v2.core.AccountLink;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentMethodUpdateParams;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.SavedPaymentMethodOptions;
import com.stripe.param.v2.core.AccountLinkCreateParams;
import com.stripe.param.v2.core.AccountLinkCreateParams.UseCase;
import com.stripe.param.v2.core.AccountLinkCreateParams.UseCase.AccountOnboarding;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.time.Duration;

/** A long walk through all that the emulator can do. */
final class Walk {

    private final Shop shop;

    Walk(Shop shop) {
        this.shop = shop;
    }

    void all() throws StripeException {
        pages();
        customer();
        refundsAndDisputes();
        payouts();
        shop.stripe
                .v1()
                .webhookEndpoints()
                .create(WebhookEndpointCreateParams.builder()
                        .setUrl("http://localhost:1/hook")
                        .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.CHARGE__REFUNDED)
                        .build());
        shop.control.disable(shop.account);
        shop.control.advance(Duration.ofDays(10));
    }

    private void pages() throws StripeException {
        shop.control.pay(shop.account, shop.open(8450, "gbp").getId(), TestCard.VISA);
        Session retried = shop.open(8450, "jpy");
        shop.control.pay(shop.account, retried.getId(), TestCard.DECLINED);
        shop.control.pay(shop.account, retried.getId(), TestCard.CHECK_ALWAYS);
        shop.control.finishCheck(shop.account, shop.read(retried).getPaymentIntent(), false);
        shop.control.pay(shop.account, retried.getId(), TestCard.CHECK_ALWAYS);
        shop.control.finishCheck(shop.account, shop.read(retried).getPaymentIntent(), true);
        Session debit = shop.open(8450, "eur");
        shop.control.payByDebit(shop.account, debit.getId());
        shop.control.settleDebit(shop.account, shop.read(debit).getPaymentIntent(), true);
        shop.open(8450, "kwd");
    }

    private void customer() throws StripeException {
        String ana = shop.customer("ana@example.org").getId();
        SessionCreateParams.Builder sale = Shop.saleBuilder(8450, "gbp")
                .setCustomer(ana)
                .setSavedPaymentMethodOptions(SavedPaymentMethodOptions.builder()
                        .setPaymentMethodSave(SavedPaymentMethodOptions.PaymentMethodSave.ENABLED)
                        .build());
        shop.stripe.v1().checkout().sessions().create(sale.build(), shop.there());
        Session setup = shop.stripe
                .v1()
                .checkout()
                .sessions()
                .create(
                        SessionCreateParams.builder()
                                .setMode(SessionCreateParams.Mode.SETUP)
                                .setCurrency("eur")
                                .setCustomer(ana)
                                .setSuccessUrl("http://shop.example/saved")
                                .build(),
                        shop.there());
        shop.control.payByDebit(shop.account, setup.getId());
        shop.control.settleDebit(shop.account, setup.getSetupIntent(), true);
        for (TestCard card : new TestCard[] {TestCard.CHECK_ALWAYS, TestCard.DECLINED}) {
            try {
                var intent = shop.stripe
                        .v1()
                        .setupIntents()
                        .create(
                                SetupIntentCreateParams.builder()
                                        .setCustomer(ana)
                                        .setPaymentMethod(card.token())
                                        .setConfirm(true)
                                        .setReturnUrl("http://shop.example/back")
                                        .build(),
                                shop.there());
                shop.control.finishCheck(shop.account, intent.getId(), true);
                use(ana, intent.getPaymentMethod());
            } catch (CardException _) {
                // The declined card; what was left behind is looked at later.
            }
        }
        shop.stripe.v1().customers().delete(shop.customer("gone@example.org").getId(), shop.there());
    }

    private void use(String customer, String card) throws StripeException {
        CustomerUpdateParams asDefault = CustomerUpdateParams.builder()
                .setInvoiceSettings(CustomerUpdateParams.InvoiceSettings.builder()
                        .setDefaultPaymentMethod(card)
                        .build())
                .build();
        shop.stripe.v1().customers().update(customer, asDefault, shop.there());
        PaymentMethodUpdateParams named = PaymentMethodUpdateParams.builder()
                .putMetadata("called", "Work")
                .build();
        shop.stripe.v1().paymentMethods().update(card, named, shop.there());
        PaymentIntentCreateParams away = PaymentIntentCreateParams.builder()
                .setAmount(8450L)
                .setCurrency("gbp")
                .setCustomer(customer)
                .setPaymentMethod(card)
                .addPaymentMethodType("card")
                .setOffSession(true)
                .setConfirm(true)
                .build();
        try {
            shop.stripe.v1().paymentIntents().create(away, shop.there());
        } catch (CardException refused) {
            String left = refused.getStripeError().getPaymentIntent().getId();
            shop.stripe.v1().paymentIntents().cancel(left, shop.there());
        }
        shop.stripe.v1().paymentMethods().detach(card, shop.there());
    }

    private void refundsAndDisputes() throws StripeException {
        refund(TestCard.VISA);
        refund(TestCard.REFUND_PENDING);
        refund(TestCard.REFUND_FAILS);
        shop.control.money().nextRefundBegins(shop.account, "requires_action");
        refund(TestCard.VISA);
        charge(TestCard.BLOCKED);
        charge(TestCard.INQUIRY);
        charge(TestCard.DISPUTED_AS_FRAUD);
        String answered = Json.text(shop.control.all(shop.account, "dispute").getFirst(), "id");
        shop.stripe
                .v1()
                .disputes()
                .update(
                        answered,
                        DisputeUpdateParams.builder()
                                .setEvidence(DisputeUpdateParams.Evidence.builder()
                                        .setUncategorizedText("winning_evidence")
                                        .build())
                                .build(),
                        shop.there());
        shop.control.money().openDispute(shop.account, charge(TestCard.VISA), "duplicate");
    }

    private String charge(TestCard card) throws StripeException {
        shop.control.pay(shop.account, shop.open(8450, "gbp").getId(), card);
        return Json.text(shop.control.all(shop.account, "charge").getFirst(), "id");
    }

    private void refund(TestCard card) throws StripeException {
        shop.stripe
                .v1()
                .refunds()
                .create(RefundCreateParams.builder().setCharge(charge(card)).build(), shop.there());
    }

    private void payouts() throws StripeException {
        shop.control.advance(Duration.ofDays(3));
        shop.control.activate(shop.account);
        charge(TestCard.AT_ONCE);
        PayoutCreateParams byHand =
                PayoutCreateParams.builder().setAmount(100L).setCurrency("gbp").build();
        shop.stripe
                .v1()
                .payouts()
                .cancel(shop.stripe.v1().payouts().create(byHand, shop.there()).getId(), shop.there());
        for (String payout : shop.control.money().payOut(shop.account)) {
            shop.control.money().sendPayout(shop.account, payout);
        }
        shop.control
                .money()
                .failPayout(
                        shop.account,
                        Json.text(shop.control.all(shop.account, "payout").getFirst(), "id"),
                        "account_closed");
    }

    AccountLink link() throws StripeException {
        return shop.stripe
                .v2()
                .core()
                .accountLinks()
                .create(AccountLinkCreateParams.builder()
                        .setAccount(shop.account)
                        .setUseCase(UseCase.builder()
                                .setType(UseCase.Type.ACCOUNT_ONBOARDING)
                                .setAccountOnboarding(AccountOnboarding.builder()
                                        .addConfiguration(AccountOnboarding.Configuration.MERCHANT)
                                        .setReturnUrl("http://shop.example/done")
                                        .setRefreshUrl("http://shop.example/again")
                                        .build())
                                .build())
                        .build());
    }
}
