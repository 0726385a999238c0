package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.accounts.Accounts;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.World;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What a person does on the hosted page, the bank's page, and what a bank does later. */
public final class HostedCheckout {

    /** What comes of pressing Pay, or Save. */
    public sealed interface Paying {}

    /** Go there: the shop's page after paying, or the bank's. */
    public record GoTo(String address) implements Paying {}

    /** Stay, and read why; another card may work. */
    public record Stay(String message) implements Paying {}

    /** The session cannot be paid (any more). */
    public record Closed() implements Paying {}

    /** Gives the payment method that was chosen. */
    private interface Chosen {
        ObjectNode method() throws StripeError;
    }

    private final World world;
    private final Accounts accounts;
    private final CheckoutSessions sessions;
    private final Customers customers;
    private final PaymentMethods methods;
    private final Charging charging;
    private final Setups setups;

    HostedCheckout(
            World world,
            Accounts accounts,
            CheckoutSessions sessions,
            Customers customers,
            PaymentMethods methods,
            Charging charging,
            Setups setups) {
        this.world = world;
        this.accounts = accounts;
        this.sessions = sessions;
        this.customers = customers;
        this.methods = methods;
        this.charging = charging;
        this.setups = setups;
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
        return Json.text(world.note(account, session), "title");
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

    /** The email address that is known of who pays; empty if none is. */
    public String email(String account, ObjectNode session) {
        ObjectNode customer = world.store().get(account, Json.text(session, "customer"));
        return customer == null ? Json.text(session, "customer_email") : Json.text(customer, "email");
    }

    /** Why the last card was refused, for someone coming back from the bank; empty if it was not. */
    public String lastDecline(String account, ObjectNode session) {
        boolean setup = CheckoutSessions.isSetup(session);
        ObjectNode intent = world.store().get(account, Json.text(session, setup ? "setup_intent" : "payment_intent"));
        return intent == null
                ? ""
                : intent.path(setup ? "last_setup_error" : "last_payment_error")
                        .path("message")
                        .asString("");
    }

    /** Whether the page has a box to tick for the card to be saved. */
    public boolean offersToSave(ObjectNode session) {
        return session.path("saved_payment_method_options")
                .path("payment_method_save")
                .asString("")
                .equals("enabled");
    }

    /** The customer's saved cards that the page may show, newest first. */
    public List<ObjectNode> saved(String account, ObjectNode session) {
        String customer = Json.text(session, "customer");
        List<String> shown =
                session.path("saved_payment_method_options").path("allow_redisplay_filters").values().stream()
                        .map(filter -> filter.asString(""))
                        .toList();
        return customer.isEmpty()
                ? List.of()
                : methods.of(account, customer).stream()
                        .filter(method -> shown.contains(Json.text(method, "allow_redisplay")))
                        .toList();
    }

    /** Pays by card, or saves it. */
    public Paying payByCard(String account, String id, Entered entered, Payer payer) throws StripeError {
        return pay(
                account,
                id,
                payer,
                entered.save(),
                () -> methods.create(account, entered.card(), entered.until(), payer));
    }

    /** Pays by one of the {@link #saved} cards. */
    public Paying payBySaved(String account, String id, String method) throws StripeError {
        ObjectNode chosen = saved(account, session(account, id)).stream()
                .filter(each -> Json.text(each, "id").equals(method))
                .findFirst()
                .orElseThrow(() -> StripeError.missing("PaymentMethod", method));
        ObjectNode details = (ObjectNode) chosen.get("billing_details");
        return pay(
                account, id, new Payer(Json.text(details, "email"), Json.text(details, "name")), false, () -> chosen);
    }

    /** Pays by a debit of a bank account, which takes days. */
    public Paying payByDebit(String account, String id, Payer payer) throws StripeError {
        return pay(account, id, payer, false, () -> methods.createDebit(account, payer));
    }

    /** The bank has seen the person, or has not; gives where they go next. */
    public String checked(String account, String intentId, boolean passed) throws StripeError {
        boolean setup = intentId.startsWith("seti_");
        ObjectNode intent = world.require(account, setup ? Setups.KIND : Charging.KIND, intentId);
        ObjectNode note = world.note(account, intent);
        boolean waits = Json.text(intent, "status").equals("requires_action");
        if (waits) {
            Attempt attempt =
                    setup ? setups.checked(account, intent, passed) : charging.checked(account, intent, passed);
            if (note.has("session") && attempt instanceof Attempt.Succeeded) {
                return complete(
                        account,
                        sessions.require(account, Json.text(note, "session")),
                        setup ? "no_payment_required" : "paid");
            }
        }
        return note.has("session")
                ? Json.text(note, "return_url")
                : Bank.back(world, account, intent, Json.text(intent, "status").equals("succeeded"));
    }

    /** A debit has come, or has not; or an account to be debited was found good, or not. */
    public void settle(String account, String intentId, boolean good) throws StripeError {
        if (intentId.startsWith("seti_")) {
            setups.settle(account, world.require(account, Setups.KIND, intentId), good);
            return;
        }
        ObjectNode intent = world.require(account, Charging.KIND, intentId);
        charging.settle(account, intent, good);
        ObjectNode note = world.note(account, intent);
        if (note.has("session")) {
            ObjectNode session = sessions.require(account, Json.text(note, "session"));
            if (good) {
                session.put("payment_status", "paid");
            }
            world.tell(account, "checkout.session.async_payment_" + (good ? "succeeded" : "failed"), session);
        }
    }

    private Paying pay(String account, String id, Payer payer, boolean save, Chosen chosen) throws StripeError {
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
        boolean setup = CheckoutSessions.isSetup(session);
        Attempt attempt = setup
                ? setups.attempt(account, setupOf(account, session, payer), chosen.method())
                : charging.attempt(
                        account,
                        paymentOf(account, session, payer, save && offersToSave(session)),
                        chosen.method(),
                        Charging.Manner.ON_SESSION);
        return switch (attempt) {
            case Attempt.Succeeded() -> new GoTo(complete(account, session, setup ? "no_payment_required" : "paid"));
            case Attempt.Processing() -> new GoTo(complete(account, session, setup ? "no_payment_required" : "unpaid"));
            case Attempt.NeedsCheck(String page) -> new GoTo(page);
            case Attempt.Declined(TestCard.Decline decline, var _) -> new Stay(decline.message());
        };
    }

    private ObjectNode setupOf(String account, ObjectNode session, Payer payer) throws StripeError {
        ObjectNode intent = world.require(account, Setups.KIND, Json.text(session, "setup_intent"));
        if (Json.text(session, "customer_creation").equals("always")) {
            customer(account, session, payer);
        }
        intent.set("customer", session.get("customer"));
        return intent;
    }

    /** The session's intent; made when first paid, as Stripe does. */
    private ObjectNode paymentOf(String account, ObjectNode session, Payer payer, boolean save) throws StripeError {
        String known = Json.text(session, "payment_intent");
        ObjectNode intent =
                known.isEmpty() ? newPayment(account, session, payer) : world.require(account, Charging.KIND, known);
        ObjectNode note = world.note(account, intent);
        if (save) {
            note.put("ticked", true);
        } else {
            note.remove("ticked");
        }
        return intent;
    }

    private ObjectNode newPayment(String account, ObjectNode session, Payer payer) {
        ObjectNode note = world.note(account, session);
        long amount = session.get("amount_total").asLong();
        ObjectNode intent = charging.intent(
                account, amount, Json.text(session, "currency"), texts((ObjectNode) note.get("intent_metadata")));
        note.get("intent").forEachEntry(intent::set);
        boolean kept = !Json.text(intent, "setup_future_usage").isEmpty();
        if (kept || Json.text(session, "customer_creation").equals("always")) {
            customer(account, session, payer);
        }
        intent.set("customer", session.get("customer"));
        intent.set("payment_method_types", session.get("payment_method_types").deepCopy());
        session.put("payment_intent", Json.text(intent, "id"));
        world.note(account, intent)
                .put("session", Json.text(session, "id"))
                .put("return_url", Json.text(session, "url"));
        world.tell(account, "payment_intent.created", intent);
        return intent;
    }

    /** A card that is kept needs somebody whose it is. */
    private void customer(String account, ObjectNode session, Payer payer) {
        if (!session.hasNonNull("customer")) {
            session.put("customer", customers.ofPayer(account, payer));
        }
    }

    private String complete(String account, ObjectNode session, String paymentStatus) {
        session.put("status", "complete").put("payment_status", paymentStatus).putNull("url");
        world.tell(account, "checkout.session.completed", session);
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
