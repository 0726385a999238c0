package io.anteroom.payments.attempt;

import com.stripe.StripeClient;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.model.StripeError;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionExpireParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayablePart;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.StripeAmount;
import io.anteroom.payments.attempt.StoredPayment.Order;
import io.anteroom.payments.attempt.StoredPayment.Page;
import io.anteroom.payments.stripe.PageLocale;
import io.anteroom.payments.stripe.StripeAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Stripe's Checkout on a connected account: direct charges, so the money and the customer are the clinic's. */
public final class StripeCheckout implements Way {

    /** Under this key our payment's id travels with Stripe's objects. */
    public static final String CARRIED = "payment";

    /** Under this key the id of a refund that staff asked for travels with Stripe's. */
    public static final String CARRIED_REFUND = "refund";

    private static final long LISTED_AT_ONCE = 100;
    private static final int MOST_LISTED = 20;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final StripeClient stripe;

    StripeCheckout(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** Opens the page, or gives the one opened by the same attempt before. */
    @Override
    public StripeAnswer<Page> open(StoredPayment payment) {
        PaymentId id = payment.id();
        Order order = payment.order();
        return StripeAnswer.to(stripe, "open page of payment " + id, client -> {
            Session session = client.v1()
                    .checkout()
                    .sessions()
                    .create(
                            params(id, order),
                            on(order.account()).setIdempotencyKey(id.toString()).build());
            return new Page(session.getId(), session.getUrl());
        });
    }

    /** Looks for the attempt's page among the account's, where asking under the attempt's key doesn't tell. */
    @Override
    public StripeAnswer<LookUp> lookFor(StoredPayment payment) {
        return StripeAnswer.to(stripe, "look for page of payment " + payment.id(), client -> {
            String before = null;
            for (int page = 0; page < MOST_LISTED; page++) {
                StripeCollection<Session> sessions = client.v1()
                        .checkout()
                        .sessions()
                        .list(
                                since(payment.standing().createdAt(), before),
                                on(payment.order().account()).build());
                for (Session session : sessions.getData()) {
                    if (payment.id().toString().equals(session.getClientReferenceId())) {
                        return new LookUp(new Page(session.getId(), session.getUrl()), true);
                    }
                    before = session.getId();
                }
                if (!Boolean.TRUE.equals(sessions.getHasMore())) {
                    return new LookUp(null, true);
                }
            }
            return new LookUp(null, false);
        });
    }

    private static SessionListParams since(Instant begun, @Nullable String before) {
        SessionListParams.Builder params = SessionListParams.builder()
                .setLimit(LISTED_AT_ONCE)
                .setCreated(SessionListParams.Created.builder()
                        .setGte(begun.minus(CLOCKS_DIFFER).getEpochSecond())
                        .build());
        if (before != null) {
            params.setStartingAfter(before);
        }
        return params.build();
    }

    /** How the page and what was paid on it stand. */
    @Override
    public StripeAnswer<Reading> read(StoredPayment payment, Page page) {
        SessionRetrieveParams params = SessionRetrieveParams.builder()
                .addExpand("payment_intent.latest_charge")
                .build();
        return StripeAnswer.to(stripe, "read payment " + payment.id(), client -> {
            String account = payment.order().account();
            Session session = client.v1()
                    .checkout()
                    .sessions()
                    .retrieve(page.id(), params, on(account).build());
            PaymentIntent intent = session.getPaymentIntentObject();
            return reading(session, intent, GivenBack.of(client, intent, account));
        });
    }

    /** Closes the page, by a key of its own each time; refused where it is paid or closed already. */
    @Override
    public StripeAnswer<String> close(StoredPayment payment, Page page) {
        return StripeAnswer.to(
                stripe,
                "close page of payment " + payment.id(),
                client -> client.v1()
                        .checkout()
                        .sessions()
                        .expire(
                                page.id(),
                                SessionExpireParams.builder().build(),
                                on(payment.order().account()).build())
                        .getStatus());
    }

    /** Gives back all that is left of it, whatever was given back before. */
    public StripeAnswer<String> giveBack(StoredPayment payment) {
        RefundCreateParams params = RefundCreateParams.builder()
                .setPaymentIntent(String.valueOf(payment.standing().intent()))
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .putMetadata(CARRIED, payment.id().toString())
                .build();
        String key = payment.id() + "-back-" + payment.standing().giveBackRefusals();
        return StripeAnswer.to(
                stripe,
                "give back payment " + payment.id(),
                client -> client.v1()
                        .refunds()
                        .create(
                                params,
                                on(payment.order().account())
                                        .setIdempotencyKey(key)
                                        .build())
                        .getId());
    }

    private static RequestOptions.RequestOptionsBuilder on(String account) {
        return RequestOptions.builder().setStripeAccount(account);
    }

    private static SessionCreateParams params(PaymentId id, Order order) {
        SessionCreateParams.Builder params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSubmitType(SessionCreateParams.SubmitType.PAY)
                .setSuccessUrl(withPayment(order.paidUrl(), id))
                .setCancelUrl(withPayment(order.leftUrl(), id))
                .setClientReferenceId(id.toString())
                .setExpiresAt(order.expiresAt().getEpochSecond())
                .setLocale(PageLocale.of(order.locale()))
                .putMetadata(CARRIED, id.toString())
                .setPaymentIntentData(PaymentIntentData.builder()
                        .setDescription(order.description())
                        .putMetadata(CARRIED, id.toString())
                        .build());
        lines(order).forEach(params::addLineItem);
        if (order.payerEmail() != null) {
            params.setCustomerEmail(order.payerEmail());
        }
        return params.build();
    }

    static String withPayment(String url, PaymentId id) {
        return UriComponentsBuilder.fromUriString(url)
                .queryParam(CARRIED, id.toString())
                .build()
                .toUriString();
    }

    /** One for each part; but one in all where Stripe could not move a part by itself to the last digit. */
    private static List<LineItem> lines(Order order) {
        List<PayablePart> parts = order.parts();
        return parts.isEmpty() || !parts.stream().allMatch(part -> StripeAmount.isExact(part.amount()))
                ? List.of(line(order.amount(), order.description()))
                : parts.stream()
                        .map(part -> line(part.amount(), part.description()))
                        .toList();
    }

    private static LineItem line(Money amount, String name) {
        return LineItem.builder()
                .setQuantity(1L)
                .setPriceData(LineItem.PriceData.builder()
                        .setCurrency(StripeAmount.code(amount))
                        .setUnitAmount(StripeAmount.minor(amount))
                        .setProductData(LineItem.PriceData.ProductData.builder()
                                .setName(name)
                                .build())
                        .build())
                .build();
    }

    private static Reading reading(Session session, @Nullable PaymentIntent intent, GivenBack givenBack) {
        return reading(state(session, intent), session.getPaymentIntent(), intent, givenBack);
    }

    /** What a payment intent says, in that state, and what was given back of it. */
    static Reading reading(
            PaymentState state, @Nullable String id, @Nullable PaymentIntent intent, GivenBack givenBack) {
        if (state != PaymentState.SUCCEEDED || intent == null) {
            return new Reading(state, id, null, failure(intent), null, null, GivenBack.NOTHING);
        }
        Charge charge = intent.getLatestChargeObject();
        long at = charge == null ? intent.getCreated() : charge.getCreated();
        return new Reading(
                state,
                intent.getId(),
                StripeAmount.money(intent.getAmountReceived(), intent.getCurrency()),
                null,
                card(charge),
                Instant.ofEpochSecond(at),
                givenBack);
    }

    private static PaymentState state(Session session, @Nullable PaymentIntent intent) {
        if ("paid".equals(session.getPaymentStatus())) {
            return PaymentState.SUCCEEDED;
        }
        return switch (session.getStatus()) {
            case "open" -> PaymentState.OPEN;
            case "expired" -> PaymentState.EXPIRED;
            default -> afterwards(intent);
        };
    }

    /** The page is done with, but not paid: a bank has yet to say, or has said no. */
    private static PaymentState afterwards(@Nullable PaymentIntent intent) {
        return switch (intent == null ? "" : intent.getStatus()) {
            case "succeeded" -> PaymentState.SUCCEEDED;
            case "requires_payment_method", "canceled" -> PaymentState.FAILED;
            default -> PaymentState.PROCESSING;
        };
    }

    private static @Nullable String failure(@Nullable PaymentIntent intent) {
        StripeError error = intent == null ? null : intent.getLastPaymentError();
        if (error == null) {
            return null;
        }
        return error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode();
    }

    private static @Nullable String card(@Nullable Charge charge) {
        if (charge == null || charge.getPaymentMethodDetails() == null) {
            return null;
        }
        Charge.PaymentMethodDetails.Card card = charge.getPaymentMethodDetails().getCard();
        return card == null ? charge.getPaymentMethodDetails().getType() : card.getBrand() + " " + card.getLast4();
    }
}
