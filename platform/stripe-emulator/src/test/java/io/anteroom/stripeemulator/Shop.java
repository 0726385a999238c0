package io.anteroom.stripeemulator;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.checkout.Session;
import com.stripe.model.v2.core.Account;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.v2.core.AccountCreateParams;
import io.anteroom.stripeemulator.control.Control;
import java.io.IOException;

/** An emulator with one account that can charge, and Stripe's own client to talk to it. */
final class Shop implements AutoCloseable {

    final StripeEmulator emulator;
    final Control control;
    final StripeClient stripe;
    final String account;

    Shop(EmulatorOptions options) throws IOException, StripeException {
        emulator = StripeEmulator.start(options);
        control = emulator.control();
        stripe = StripeClient.builder()
                .setApiKey(EmulatorOptions.SECRET_KEY)
                .setApiBase(emulator.address().toString())
                .build();
        account = newAccount("Northside Clinic");
        control.activate(account);
    }

    String newAccount(String name) throws StripeException {
        AccountCreateParams.Configuration.Merchant merchant = AccountCreateParams.Configuration.Merchant.builder()
                .setCapabilities(AccountCreateParams.Configuration.Merchant.Capabilities.builder()
                        .setCardPayments(AccountCreateParams.Configuration.Merchant.Capabilities.CardPayments.builder()
                                .setRequested(true)
                                .build())
                        .build())
                .build();
        Account created = stripe.v2()
                .core()
                .accounts()
                .create(AccountCreateParams.builder()
                        .setDisplayName(name)
                        .setContactEmail("owner@example.org")
                        .setIdentity(AccountCreateParams.Identity.builder()
                                .setCountry("gb")
                                .build())
                        .setConfiguration(AccountCreateParams.Configuration.builder()
                                .setMerchant(merchant)
                                .build())
                        .addInclude(AccountCreateParams.Include.CONFIGURATION__MERCHANT)
                        .addInclude(AccountCreateParams.Include.REQUIREMENTS)
                        .build());
        return created.getId();
    }

    RequestOptions there() {
        return RequestOptions.builder().setStripeAccount(account).build();
    }

    RequestOptions there(String key) {
        return RequestOptions.builder()
                .setStripeAccount(account)
                .setIdempotencyKey(key)
                .build();
    }

    Customer customer(String email) throws StripeException {
        return stripe.v1()
                .customers()
                .create(CustomerCreateParams.builder().setEmail(email).build(), there());
    }

    static SessionCreateParams sale(long amount, String currency) {
        return saleBuilder(amount, currency).build();
    }

    static SessionCreateParams.Builder saleBuilder(long amount, String currency) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl("http://shop.example/done?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl("http://shop.example/left")
                .setClientReferenceId("17")
                .putMetadata("payment", "17")
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .putMetadata("payment", "17")
                        .setDescription("Invoice 17")
                        .build())
                .addLineItem(LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(LineItem.PriceData.builder()
                                .setCurrency(currency)
                                .setUnitAmount(amount)
                                .setProductData(LineItem.PriceData.ProductData.builder()
                                        .setName("Invoice 17")
                                        .build())
                                .build())
                        .build());
    }

    Session open(long amount, String currency) throws StripeException {
        return stripe.v1().checkout().sessions().create(sale(amount, currency), there());
    }

    Session read(Session session) throws StripeException {
        return stripe.v1().checkout().sessions().retrieve(session.getId(), there());
    }

    @Override
    public void close() {
        emulator.close();
    }
}
