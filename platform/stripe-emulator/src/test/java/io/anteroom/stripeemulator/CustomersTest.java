package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerSearchParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PaymentMethodUpdateParams;
import com.stripe.param.SetupIntentCreateParams;
import io.anteroom.stripeemulator.objects.TestCard;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomersTest {

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
    void aDefaultCardIsForgottenWhenItIsDetachedAndTheCardIsUsedUp() throws StripeException {
        String card = setup(TestCard.VISA, "http://shop.example/back").getPaymentMethod();
        CustomerUpdateParams asDefault = CustomerUpdateParams.builder()
                .setInvoiceSettings(CustomerUpdateParams.InvoiceSettings.builder()
                        .setDefaultPaymentMethod(card)
                        .build())
                .build();
        assertThat(shop.stripe
                        .v1()
                        .customers()
                        .update(ana.getId(), asDefault, shop.there())
                        .getInvoiceSettings()
                        .getDefaultPaymentMethod())
                .isEqualTo(card);

        shop.stripe.v1().paymentMethods().detach(card, shop.there());

        assertThat(shop.stripe
                        .v1()
                        .customers()
                        .retrieve(ana.getId(), shop.there())
                        .getInvoiceSettings()
                        .getDefaultPaymentMethod())
                .isNull();
        PaymentMethodAttachParams again =
                PaymentMethodAttachParams.builder().setCustomer(ana.getId()).build();
        assertThatThrownBy(() -> shop.stripe.v1().paymentMethods().attach(card, again, shop.there()))
                .hasMessageContaining("may not be used again");
        assertThatThrownBy(() -> shop.stripe.v1().customers().update(ana.getId(), asDefault, shop.there()))
                .extracting(e -> ((StripeException) e).getCode())
                .isEqualTo("resource_missing");
    }

    @Test
    void aSavedCardCanBeRenamedAndRenewed() throws StripeException {
        String card = setup(TestCard.VISA, "http://shop.example/back").getPaymentMethod();
        PaymentMethod changed = shop.stripe
                .v1()
                .paymentMethods()
                .update(
                        card,
                        PaymentMethodUpdateParams.builder()
                                .setBillingDetails(PaymentMethodUpdateParams.BillingDetails.builder()
                                        .setName("Ana Novak")
                                        .build())
                                .setCard(PaymentMethodUpdateParams.Card.builder()
                                        .setExpMonth(3L)
                                        .setExpYear(2040L)
                                        .build())
                                .putMetadata("called", "Work card")
                                .build(),
                        shop.there());
        assertThat(changed.getBillingDetails().getName()).isEqualTo("Ana Novak");
        assertThat(changed.getCard().getExpYear()).isEqualTo(2040);
        assertThat(changed.getMetadata()).containsEntry("called", "Work card");
    }

    @Test
    void anotherCustomersOrAnotherAccountsCardIsNotThere() throws StripeException {
        String card = setup(TestCard.VISA, "http://shop.example/back").getPaymentMethod();
        Customer ben = shop.customer("ben@example.org");
        PaymentMethodAttachParams toBen =
                PaymentMethodAttachParams.builder().setCustomer(ben.getId()).build();
        assertThatThrownBy(() -> shop.stripe.v1().paymentMethods().attach(card, toBen, shop.there()))
                .hasMessageContaining("already been attached");
        RequestOptions south = RequestOptions.builder()
                .setStripeAccount(shop.newAccount("Southside Clinic"))
                .build();
        assertThatThrownBy(() -> shop.stripe.v1().paymentMethods().retrieve(card, south))
                .isInstanceOf(InvalidRequestException.class)
                .extracting(e -> ((StripeException) e).getCode())
                .isEqualTo("resource_missing");
        assertThatThrownBy(() -> shop.stripe.v1().customers().retrieve(ana.getId(), south))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void customersAreFoundByEmailUntilTheyAreDeleted() throws StripeException {
        CustomerListParams byEmail =
                CustomerListParams.builder().setEmail("ana@example.org").build();
        CustomerSearchParams search = CustomerSearchParams.builder()
                .setQuery("email:'ana@example.org'")
                .build();
        assertThat(shop.stripe.v1().customers().list(byEmail, shop.there()).getData())
                .hasSize(1);
        assertThat(shop.stripe.v1().customers().search(search, shop.there()).getData())
                .hasSize(1);
        setup(TestCard.VISA, "http://shop.example/back");

        assertThat(shop.stripe
                        .v1()
                        .customers()
                        .delete(ana.getId(), shop.there())
                        .getDeleted())
                .isTrue();

        assertThat(shop.stripe.v1().customers().list(byEmail, shop.there()).getData())
                .isEmpty();
        assertThat(shop.stripe.v1().customers().search(search, shop.there()).getData())
                .isEmpty();
        assertThatThrownBy(() -> setup(TestCard.VISA, "http://shop.example/back"))
                .hasMessageContaining("No such customer");
    }

    @Test
    void aCustomerThatCouldNotBeMadeIsNotThere() {
        assertThatThrownBy(() -> shop.stripe
                        .v1()
                        .customers()
                        .create(
                                CustomerCreateParams.builder()
                                        .setPaymentMethod(TestCard.DECLINED.token())
                                        .build(),
                                shop.there()))
                .isInstanceOf(CardException.class);
        assertThat(shop.control.all(shop.account, "customer")).hasSize(1);
    }
}
