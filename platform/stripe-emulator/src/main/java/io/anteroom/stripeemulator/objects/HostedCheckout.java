package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** What a person does on the hosted payment page, the bank's page, and what a bank does later. */
public final class HostedCheckout {

    /** What comes of pressing Pay. */
    public sealed interface Paying {}

    /** Go there: the shop's page after paying, or the bank's. */
    public record GoTo(String address) implements Paying {}

    /** Stay, and read why; another card may work. */
    public record Stay(String message) implements Paying {}

    /** The session cannot be paid (any more). */
    public record Closed() implements Paying {}

    private final World world;
    private final Accounts accounts;
    private final CheckoutSessions sessions;
    private final PaymentMethods methods;
    private final Charging charging;

    HostedCheckout(
            World world, Accounts accounts, CheckoutSessions sessions, PaymentMethods methods, Charging charging) {
        this.world = world;
        this.accounts = accounts;
        this.sessions = sessions;
        this.methods = methods;
        this.charging = charging;
    }

    /**
     * The session, as its page shows it.
     *
     * @throws StripeError if there is none
     */
    public ObjectNode session(String account, String id) throws StripeError {
        return sessions.require(account, id);
    }

    /** What is being paid, in the shop's words. */
    public String title(String account, ObjectNode session) {
        return Json.text(world.store().note(account, Json.text(session, "id")), "title");
    }

    /** The month it is, by UTC: no card may be older. */
    public YearMonth month() {
        return YearMonth.from(world.clock().now().atOffset(ZoneOffset.UTC));
    }

    /** Who takes the money. */
    public String merchant(String account) {
        ObjectNode object = world.store().get("", account);
        return object == null ? "the platform" : Json.text(object, "display_name");
    }

    /** Why the last card was refused, for someone coming back from the bank; empty if it was not. */
    public String lastDecline(String account, ObjectNode session) {
        ObjectNode intent = world.store().get(account, Json.text(session, "payment_intent"));
        return intent == null
                ? ""
                : intent.path("last_payment_error").path("message").asString("");
    }

    /** Pays by card. */
    public Paying payByCard(String account, String id, TestCard card, Payer payer) throws StripeError {
        return pay(account, id, payer, from -> methods.create(account, card, from));
    }

    /** Pays by a debit of a bank account, which takes days. */
    public Paying payByDebit(String account, String id, Payer payer) throws StripeError {
        return pay(account, id, payer, from -> methods.createDebit(account, from));
    }

    /** The bank has seen the person, or has not; gives where they go next. */
    public String checked(String account, String intentId, boolean passed) throws StripeError {
        ObjectNode intent = world.require(account, "payment_intent", intentId);
        ObjectNode note = world.store().note(account, intentId);
        if (!Json.text(intent, "status").equals("requires_action")) {
            return Json.text(note, "return_url");
        }
        Attempt attempt = charging.checked(account, intent, passed);
        if (note.has("session")) {
            ObjectNode session = sessions.require(account, Json.text(note, "session"));
            if (attempt instanceof Attempt.Succeeded) {
                return complete(account, session, "paid");
            }
            return Json.text(note, "return_url");
        }
        return Json.text(note, "return_url");
    }

    /** A debit has come, or has not. */
    public void settle(String account, String intentId, boolean paid) throws StripeError {
        ObjectNode intent = world.require(account, "payment_intent", intentId);
        charging.settle(account, intent, paid);
        ObjectNode session = sessions.require(account, Json.text(world.store().note(account, intentId), "session"));
        if (paid) {
            session.put("payment_status", "paid");
        }
        world.events().emit(account, "checkout.session.async_payment_" + (paid ? "succeeded" : "failed"), session);
    }

    private Paying pay(String account, String id, Payer payer, Function<Payer, ObjectNode> method) throws StripeError {
        ObjectNode session = sessions.require(account, id);
        if (Json.text(session, "status").equals("complete")) {
            return new GoTo(successUrl(session));
        }
        if (!CheckoutSessions.isOpen(session)) {
            return new Closed();
        }
        if (!accounts.canCharge(account)) {
            return new Stay(merchant(account) + " cannot take payments at the moment.");
        }
        session.set("customer_details", payer.customerDetails());
        Attempt attempt = charging.attempt(account, intent(account, session), method.apply(payer));
        return switch (attempt) {
            case Attempt.Succeeded() -> new GoTo(complete(account, session, "paid"));
            case Attempt.Processing() -> new GoTo(complete(account, session, "unpaid"));
            case Attempt.NeedsCheck(String page) -> new GoTo(page);
            case Attempt.Declined(TestCard.Decline decline) -> new Stay(decline.message());
        };
    }

    /** The session's intent; made when first paid, as Stripe does. */
    private ObjectNode intent(String account, ObjectNode session) throws StripeError {
        String known = Json.text(session, "payment_intent");
        if (!known.isEmpty()) {
            return world.require(account, "payment_intent", known);
        }
        ObjectNode note = world.store().note(account, Json.text(session, "id"));
        ObjectNode intent = charging.intent(
                account, session.get("amount_total").asLong(), Json.text(session, "currency"), texts((ObjectNode)
                        note.get("intent_metadata")));
        note.get("intent").forEachEntry(intent::set);
        intent.set("customer", session.get("customer"));
        session.put("payment_intent", Json.text(intent, "id"));
        world.store()
                .note(account, Json.text(intent, "id"))
                .put("session", Json.text(session, "id"))
                .put("return_url", Json.text(session, "url"));
        world.events().emit(account, "payment_intent.created", intent);
        return intent;
    }

    private String complete(String account, ObjectNode session, String paymentStatus) {
        session.put("status", "complete").put("payment_status", paymentStatus).putNull("url");
        world.events().emit(account, "checkout.session.completed", session);
        return successUrl(session);
    }

    private static String successUrl(ObjectNode session) {
        return Json.text(session, "success_url").replace("{CHECKOUT_SESSION_ID}", Json.text(session, "id"));
    }

    private static Map<String, String> texts(ObjectNode node) {
        var texts = new LinkedHashMap<String, String>();
        node.forEachEntry((key, value) -> texts.put(key, value.asString()));
        return texts;
    }
}
