package io.anteroom.payments.webhook;

import io.anteroom.payments.PaymentId;
import io.anteroom.payments.attempt.StripeCheckout;
import io.anteroom.payments.card.CardSetupId;
import io.anteroom.payments.wallet.CardHints;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an event points at; nothing else of it is used or kept. Read from the JSON itself, and not through the client's
 * model, since that gives no object at all for an event of another API version, and refuses the thin v2 events.
 *
 * @param account the connected account it happened in, or that it is about; empty for the platform's own
 * @param kind what the object is: {@code checkout.session}, {@code payment_intent}, {@code charge}, {@code account} ...
 * @param object the object's id
 * @param intent the payment intent the object belongs to, or empty
 * @param payment our payment's id, where the object carries one
 * @param setup our attempt at adding a card, where the object carries one
 * @param customer the customer at Stripe it is about, or empty
 * @param created when it happened
 */
record StripeEvent(
        String id,
        String type,
        String account,
        String kind,
        String object,
        String intent,
        @Nullable UUID payment,
        @Nullable UUID setup,
        String customer,
        Instant created) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String THIN = "v2.core.event";
    private static final String ACCOUNT_V2 = "v2.core.account";

    /** The event in a request's body, or nothing if it is none. */
    static Optional<StripeEvent> parse(String body) {
        try {
            JsonNode event = JSON.readTree(body);
            StripeEvent parsed = text(event, "object").equals(THIN) ? thin(event) : snapshot(event);
            return parsed.id.isEmpty() || parsed.type.isEmpty() ? Optional.empty() : Optional.of(parsed);
        } catch (JacksonException | DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Whether it says that money was given back, or that it did not arrive. */
    boolean isRefund() {
        return type.equals("charge.refunded") || kind.equals("refund");
    }

    /** Whether a dispute was opened, changed or decided. */
    boolean isDispute() {
        return kind.equals("dispute");
    }

    /** Whether money was sent to the clinic's bank, or came back. */
    boolean isPayout() {
        return kind.equals("payout");
    }

    /** Whether it is about the account's money and not about one payment. */
    boolean isOfTheBalance() {
        return isDispute() || isPayout();
    }

    boolean isAboutAccount() {
        return kind.equals("account") || kind.equals(ACCOUNT_V2);
    }

    private static StripeEvent thin(JsonNode event) {
        JsonNode related = event.path("related_object");
        String kind = text(related, "type");
        String object = text(related, "id");
        return new StripeEvent(
                text(event, "id"),
                text(event, "type"),
                kind.equals(ACCOUNT_V2) ? object : text(event, "context"),
                kind,
                object,
                "",
                null,
                null,
                "",
                Instant.parse(text(event, "created")));
    }

    private static StripeEvent snapshot(JsonNode event) {
        JsonNode object = event.path("data").path("object");
        return new StripeEvent(
                text(event, "id"),
                text(event, "type"),
                text(event, "account"),
                text(object, "object"),
                text(object, "id"),
                text(object, "payment_intent"),
                PaymentId.parse(text(object.path("metadata"), StripeCheckout.CARRIED))
                        .map(PaymentId::value)
                        .orElse(null),
                CardSetupId.parse(text(object.path("metadata"), CardHints.CARRIED))
                        .map(CardSetupId::value)
                        .orElse(null),
                text(object, text(object, "object").equals("customer") ? "id" : "customer"),
                Instant.ofEpochSecond(event.path("created").asLong(0)));
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isString() ? value.asString() : "";
    }
}
