package io.anteroom.payments.attempt;

import com.stripe.StripeClient;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.StripeAmount;
import io.anteroom.payments.attempt.StoredPayment.Order;
import io.anteroom.payments.attempt.StoredPayment.Page;
import io.anteroom.payments.attempt.StoredPayment.Saved;
import io.anteroom.payments.stripe.StripeAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Charges of a saved card on a connected account, while its owner is there or by their consent. The payment intent takes the place of a page: its id is
 * the page's, and the bank's page, where it wants the person, is the page's address.
 */
final class StripeSavedCard implements Way {

    private static final long LISTED_AT_ONCE = 100;
    private static final int MOST_LISTED = 20;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final StripeClient stripe;

    StripeSavedCard(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** Charges the card, or gives the charge made by the same attempt before. */
    @Override
    public StripeAnswer<Page> open(StoredPayment payment) {
        Order order = payment.order();
        PaymentIntentCreateParams.Builder charge = asked(payment)
                .setPaymentMethod(saved(order).method())
                .setDescription(order.description())
                .putMetadata(StripeCheckout.CARRIED, payment.id().toString())
                .setConfirm(true);
        PaymentIntentCreateParams params = saved(order).consent() == null
                ? charge.setReturnUrl(StripeCheckout.withPayment(order.paidUrl(), payment.id()))
                        .build()
                : charge.setOffSession(true).build();
        return StripeAnswer.to(
                stripe,
                "charge card for payment " + payment.id(),
                client -> page(client.v1().paymentIntents().create(params, once(payment))));
    }

    /**
     * Takes the attempt's key for a question that charges nothing, so that the charge, should it still be on its way to Stripe, finds it
     * taken. Refused where the charge was there first: then it is at Stripe, or ended in an error that Stripe keeps.
     */
    StripeAnswer<String> takeKey(StoredPayment payment) {
        return StripeAnswer.to(stripe, "call off charge of payment " + payment.id(), client -> {
            String intent = client.v1()
                    .paymentIntents()
                    .create(asked(payment).build(), once(payment))
                    .getId();
            return client.v1()
                    .paymentIntents()
                    .cancel(intent, PaymentIntentCancelParams.builder().build(), on(payment.order()))
                    .getId();
        });
    }

    @Override
    public StripeAnswer<LookUp> lookFor(StoredPayment payment) {
        return StripeAnswer.to(stripe, "look for charge of payment " + payment.id(), client -> {
            String before = null;
            for (int page = 0; page < MOST_LISTED; page++) {
                StripeCollection<PaymentIntent> intents =
                        client.v1().paymentIntents().list(since(payment, before), on(payment.order()));
                for (PaymentIntent intent : intents.getData()) {
                    if (payment.id().toString().equals(intent.getMetadata().get(StripeCheckout.CARRIED))) {
                        return new LookUp(page(intent), true);
                    }
                    before = intent.getId();
                }
                if (!Boolean.TRUE.equals(intents.getHasMore())) {
                    return new LookUp(null, true);
                }
            }
            return new LookUp(null, false);
        });
    }

    @Override
    public StripeAnswer<Reading> read(StoredPayment payment, Page page) {
        PaymentIntentRetrieveParams params =
                PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
        return StripeAnswer.to(stripe, "read payment " + payment.id(), client -> {
            PaymentIntent intent = client.v1().paymentIntents().retrieve(page.id(), params, on(payment.order()));
            return reading(intent, GivenBack.of(client, intent, payment.order().account()));
        });
    }

    /** Calls the charge off; a bank's page that is still open leads to nothing then. */
    @Override
    public StripeAnswer<String> close(StoredPayment payment, Page page) {
        PaymentIntentCancelParams params = PaymentIntentCancelParams.builder()
                .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
                .build();
        return StripeAnswer.to(
                stripe,
                "call off payment " + payment.id(),
                client -> client.v1()
                        .paymentIntents()
                        .cancel(page.id(), params, on(payment.order()))
                        .getStatus());
    }

    private static PaymentIntentCreateParams.Builder asked(StoredPayment payment) {
        return PaymentIntentCreateParams.builder()
                .setAmount(StripeAmount.minor(payment.order().amount()))
                .setCurrency(StripeAmount.code(payment.order().amount()))
                .setCustomer(saved(payment.order()).customer())
                .addPaymentMethodType("card");
    }

    private static Reading reading(PaymentIntent intent, GivenBack givenBack) {
        return StripeCheckout.reading(state(intent), intent.getId(), intent, givenBack);
    }

    /** Only a bank's no is a failure: an intent that shows none yet may be charged at this moment, and is called off in time. */
    static PaymentState state(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" -> PaymentState.SUCCEEDED;
            case "processing" -> PaymentState.PROCESSING;
            case "canceled" -> PaymentState.EXPIRED;
            case "requires_payment_method" ->
                intent.getLastPaymentError() == null ? PaymentState.OPEN : PaymentState.FAILED;
            default -> PaymentState.OPEN;
        };
    }

    private static Page page(PaymentIntent intent) {
        PaymentIntent.NextAction action = intent.getNextAction();
        boolean leads = action != null && action.getRedirectToUrl() != null;
        return new Page(intent.getId(), leads ? action.getRedirectToUrl().getUrl() : null);
    }

    /** All of the account's while it may have been charged; not the customer's, whom the clinic may have deleted since. */
    private static PaymentIntentListParams since(StoredPayment payment, @Nullable String before) {
        Instant begun = payment.standing().createdAt();
        Instant end = payment.order().expiresAt();
        PaymentIntentListParams.Builder params = PaymentIntentListParams.builder()
                .setLimit(LISTED_AT_ONCE)
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(begun.minus(CLOCKS_DIFFER).getEpochSecond())
                        .setLte(end.plus(CLOCKS_DIFFER).getEpochSecond())
                        .build());
        if (before != null) {
            params.setStartingAfter(before);
        }
        return params.build();
    }

    private static Saved saved(Order order) {
        return Objects.requireNonNull(order.saved());
    }

    private static RequestOptions once(StoredPayment payment) {
        return RequestOptions.builder()
                .setStripeAccount(payment.order().account())
                .setIdempotencyKey(payment.id().toString())
                .build();
    }

    private static RequestOptions on(Order order) {
        return RequestOptions.builder().setStripeAccount(order.account()).build();
    }
}
