package io.anteroom.payments.wallet;

import com.stripe.StripeClient;
import com.stripe.model.Customer;
import com.stripe.model.PaymentMethod;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerPaymentMethodListParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PaymentMethodDetachParams;
import io.anteroom.payments.stripe.StripeAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers and their cards on a connected account. A customer carries the attempt that made it and nothing about the person: the
 * clinic's own account at Stripe needs no more of a patient than their card.
 */
final class StripeCustomers {

    static final String ATTEMPT = "card_owner";

    private static final long LISTED_AT_ONCE = 100;
    private static final int MOST_LISTED = 20;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final StripeClient stripe;

    StripeCustomers(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** What came of looking for the customer that an attempt made; {@code certain} where all were looked at. */
    record Found(@Nullable String customer, boolean certain) {}

    /** Makes the customer, or gives the one made by the same attempt before. */
    StripeAnswer<String> make(CardOwner owner) {
        CustomerCreateParams params = CustomerCreateParams.builder()
                .putMetadata(ATTEMPT, owner.attempt().toString())
                .build();
        return StripeAnswer.to(
                stripe,
                "make customer " + owner.attempt(),
                client -> client.v1()
                        .customers()
                        .create(
                                params,
                                RequestOptions.builder()
                                        .setStripeAccount(owner.account())
                                        .setIdempotencyKey(owner.attempt().toString())
                                        .build())
                        .getId());
    }

    /** Looks for the attempt's customer among the account's; listed and not searched, since Stripe's search lags. */
    StripeAnswer<Found> lookFor(CardOwner owner) {
        return StripeAnswer.to(stripe, "look for customer " + owner.attempt(), client -> {
            String before = null;
            for (int page = 0; page < MOST_LISTED; page++) {
                StripeCollection<Customer> customers =
                        client.v1().customers().list(since(owner.begunAt(), before), on(owner));
                for (Customer customer : customers.getData()) {
                    if (owner.attempt().toString().equals(customer.getMetadata().get(ATTEMPT))) {
                        return new Found(customer.getId(), true);
                    }
                    before = customer.getId();
                }
                if (!Boolean.TRUE.equals(customers.getHasMore())) {
                    return new Found(null, true);
                }
            }
            return new Found(null, false);
        });
    }

    /** The customer's cards, as they are now. */
    StripeAnswer<CardReading> read(CardOwner owner) {
        String id = String.valueOf(owner.customer());
        return StripeAnswer.to(stripe, "read cards of " + owner.attempt(), client -> {
            Customer customer = client.v1().customers().retrieve(id, on(owner));
            if (Boolean.TRUE.equals(customer.getDeleted())) {
                return CardReading.GONE;
            }
            CustomerPaymentMethodListParams params = CustomerPaymentMethodListParams.builder()
                    .setType(CustomerPaymentMethodListParams.Type.CARD)
                    .setLimit(LISTED_AT_ONCE)
                    .build();
            List<CardReading.Card> cards =
                    client.v1().customers().paymentMethods().list(id, params, on(owner)).getData().stream()
                            .map(StripeCustomers::card)
                            .toList();
            return new CardReading(true, preferred(customer), cards);
        });
    }

    /** From now on the customer's card for everything is this. Done twice, it is done once, so no key is kept. */
    StripeAnswer<String> prefer(CardOwner owner, String method) {
        CustomerUpdateParams params = CustomerUpdateParams.builder()
                .setInvoiceSettings(CustomerUpdateParams.InvoiceSettings.builder()
                        .setDefaultPaymentMethod(method)
                        .build())
                .build();
        return StripeAnswer.to(
                stripe,
                "prefer a card of " + owner.attempt(),
                client -> client.v1()
                        .customers()
                        .update(String.valueOf(owner.customer()), params, on(owner))
                        .getId());
    }

    /** Takes the card away from its customer, for ever. Done twice, it is refused, so no key is kept. */
    StripeAnswer<String> detach(CardOwner owner, String method) {
        return StripeAnswer.to(
                stripe,
                "remove a card of " + owner.attempt(),
                client -> client.v1()
                        .paymentMethods()
                        .detach(method, PaymentMethodDetachParams.builder().build(), on(owner))
                        .getId());
    }

    private static @Nullable String preferred(Customer customer) {
        Customer.InvoiceSettings settings = customer.getInvoiceSettings();
        return settings == null ? null : settings.getDefaultPaymentMethod();
    }

    private static CardReading.Card card(PaymentMethod method) {
        PaymentMethod.Card card = method.getCard();
        return new CardReading.Card(
                method.getId(),
                card.getBrand(),
                card.getLast4(),
                YearMonth.of(Math.toIntExact(card.getExpYear()), Math.toIntExact(card.getExpMonth())),
                Instant.ofEpochSecond(method.getCreated()));
    }

    private static CustomerListParams since(Instant begun, @Nullable String before) {
        CustomerListParams.Builder params = CustomerListParams.builder()
                .setLimit(LISTED_AT_ONCE)
                .setCreated(CustomerListParams.Created.builder()
                        .setGte(begun.minus(CLOCKS_DIFFER).getEpochSecond())
                        .build());
        if (before != null) {
            params.setStartingAfter(before);
        }
        return params.build();
    }

    private static RequestOptions on(CardOwner owner) {
        return RequestOptions.builder().setStripeAccount(owner.account()).build();
    }
}
