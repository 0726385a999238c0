package io.anteroom.payments.wallet;

import com.stripe.StripeClient;
import com.stripe.model.SetupIntent;
import com.stripe.model.StripeCollection;
import com.stripe.model.StripeError;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.SetupIntentData;
import com.stripe.param.checkout.SessionExpireParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import io.anteroom.payments.card.CardSetup.State;
import io.anteroom.payments.card.CardSetupId;
import io.anteroom.payments.stripe.PageLocale;
import io.anteroom.payments.stripe.StripeAnswer;
import io.anteroom.payments.wallet.StoredSetup.Order;
import io.anteroom.payments.wallet.StoredSetup.Page;
import io.anteroom.payments.wallet.StoredSetup.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Stripe's Checkout in setup mode: a page on which a card is entered and nothing is paid. */
final class StripeSetup {

    /** Under this key our attempt's id travels with Stripe's objects. */
    static final String CARRIED = "card_setup";

    /** The name of the attempt's id in the return addresses. */
    static final String RETURNED = "setup";

    private static final long LISTED = 100;

    private final StripeClient stripe;

    StripeSetup(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** What came of looking for an attempt's page; {@code certain} where all were looked at. */
    record Found(@Nullable Page page, boolean certain) {}

    /** Opens the page, or gives the one opened by the same attempt before. */
    StripeAnswer<Page> open(CardSetupId id, Order order) {
        RequestOptions once = RequestOptions.builder()
                .setStripeAccount(order.account())
                .setIdempotencyKey(id.toString())
                .build();
        return StripeAnswer.to(stripe, "open page of card setup " + id, client -> {
            Session session = client.v1().checkout().sessions().create(params(id, order), once);
            return new Page(session.getId(), session.getUrl());
        });
    }

    /** Looks for the attempt's page among the customer's, which are few. */
    StripeAnswer<Found> lookFor(StoredSetup setup) {
        SessionListParams params = SessionListParams.builder()
                .setCustomer(setup.order().customer())
                .setLimit(LISTED)
                .build();
        return StripeAnswer.to(stripe, "look for page of card setup " + setup.id(), client -> {
            StripeCollection<Session> sessions =
                    client.v1().checkout().sessions().list(params, on(setup.order()));
            return sessions.getData().stream()
                    .filter(session -> setup.id().toString().equals(session.getClientReferenceId()))
                    .findFirst()
                    .map(session -> new Found(new Page(session.getId(), session.getUrl()), true))
                    .orElse(new Found(null, !Boolean.TRUE.equals(sessions.getHasMore())));
        });
    }

    /** How the page and the card entered on it stand. */
    StripeAnswer<Reading> read(CardSetupId id, Order order, String session) {
        SessionRetrieveParams params =
                SessionRetrieveParams.builder().addExpand("setup_intent").build();
        return StripeAnswer.to(
                stripe,
                "read card setup " + id,
                client -> reading(client.v1().checkout().sessions().retrieve(session, params, on(order))));
    }

    /** Closes the page; refused where it is done with already. */
    StripeAnswer<String> close(CardSetupId id, Order order, String session) {
        return StripeAnswer.to(
                stripe,
                "close page of card setup " + id,
                client -> client.v1()
                        .checkout()
                        .sessions()
                        .expire(session, SessionExpireParams.builder().build(), on(order))
                        .getStatus());
    }

    private static SessionCreateParams params(CardSetupId id, Order order) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SETUP)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .setCustomer(order.customer())
                .setSuccessUrl(withSetup(order.doneUrl(), id))
                .setCancelUrl(withSetup(order.leftUrl(), id))
                .setClientReferenceId(id.toString())
                .setExpiresAt(order.expiresAt().getEpochSecond())
                .setLocale(PageLocale.of(order.locale()))
                .putMetadata(CARRIED, id.toString())
                .setSetupIntentData(SetupIntentData.builder()
                        .putMetadata(CARRIED, id.toString())
                        .build())
                .build();
    }

    private static String withSetup(String url, CardSetupId id) {
        return UriComponentsBuilder.fromUriString(url)
                .queryParam(RETURNED, id.toString())
                .build()
                .toUriString();
    }

    private static Reading reading(Session session) {
        SetupIntent intent = session.getSetupIntentObject();
        if ("expired".equals(session.getStatus())) {
            return new Reading(State.EXPIRED, null, failure(intent));
        }
        if ("complete".equals(session.getStatus()) && intent != null) {
            String method = intent.getPaymentMethod();
            boolean saved = "succeeded".equals(intent.getStatus()) && method != null;
            return saved
                    ? new Reading(State.SUCCEEDED, method, null)
                    : new Reading(State.FAILED, null, failure(intent));
        }
        return new Reading(State.OPEN, null, failure(intent));
    }

    private static @Nullable String failure(@Nullable SetupIntent intent) {
        StripeError error = intent == null ? null : intent.getLastSetupError();
        if (error == null) {
            return null;
        }
        return error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode();
    }

    private static RequestOptions on(Order order) {
        return RequestOptions.builder().setStripeAccount(order.account()).build();
    }
}
