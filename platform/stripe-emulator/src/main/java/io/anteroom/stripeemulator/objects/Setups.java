package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** How a setup intent moves from one status to the next: a card is saved for later, and nothing is charged. */
final class Setups {

    static final String KIND = "setup_intent";

    private final World world;
    private final PaymentMethods methods;

    Setups(World world, PaymentMethods methods) {
        this.world = world;
        this.methods = methods;
    }

    /** A new one, waiting for a card. */
    ObjectNode intent(String account, String usage, Map<String, String> metadata) {
        String id = world.ids().next("seti");
        ObjectNode intent = world.begin(KIND, id, metadata)
                .put("client_secret", id + "_secret_" + world.ids().letters(25))
                .put("status", "requires_payment_method")
                .put("usage", usage);
        for (String absent : new String[] {
            "automatic_payment_methods",
            "cancellation_reason",
            "customer",
            "description",
            "last_setup_error",
            "latest_attempt",
            "mandate",
            "next_action",
            "on_behalf_of",
            "payment_method",
            "single_use_mandate"
        }) {
            intent.putNull(absent);
        }
        intent.set("payment_method_types", Json.array(List.of("card")));
        world.store().put(account, intent);
        return intent;
    }

    /** Tries to save the card. */
    Attempt attempt(String account, ObjectNode intent, ObjectNode method) {
        intent.put("payment_method", Json.text(method, "id"))
                .putNull("last_setup_error")
                .putNull("next_action");
        if (!Json.text(method, "type").equals("card")) {
            intent.put("status", "processing");
            return new Attempt.Processing();
        }
        if (methods.cardOf(account, method).asksTheBankToSave()) {
            String page = Bank.ask(world, account, intent);
            world.tell(account, "setup_intent.requires_action", intent);
            return new Attempt.NeedsCheck(page);
        }
        return finish(account, intent, method);
    }

    /** The bank has seen the person, or has not. */
    Attempt checked(String account, ObjectNode intent, boolean passed) throws StripeError {
        intent.putNull("next_action");
        ObjectNode method = world.require(account, PaymentMethods.KIND, Json.text(intent, "payment_method"));
        return passed
                ? finish(account, intent, method)
                : refuse(account, intent, method, Declines.NOT_WHO_THEY_SAID_AT_SETUP);
    }

    /** The bank has looked at an account to be debited. */
    Attempt settle(String account, ObjectNode intent, boolean good) throws StripeError {
        ObjectNode method = world.require(account, PaymentMethods.KIND, Json.text(intent, "payment_method"));
        return good ? succeed(account, intent, method) : refuse(account, intent, method, Declines.DEBIT_REFUSED);
    }

    /** Nobody can save a card with it any more. */
    void cancel(String account, ObjectNode intent, String reason) {
        intent.put("status", "canceled").putNull("next_action");
        if (!reason.isEmpty()) {
            intent.put("cancellation_reason", reason);
        }
        world.tell(account, "setup_intent.canceled", intent);
    }

    private Attempt finish(String account, ObjectNode intent, ObjectNode method) {
        Optional<TestCard.Decline> decline = methods.declineToSave(account, method);
        return decline.isPresent() ? refuse(account, intent, method, decline.get()) : succeed(account, intent, method);
    }

    private Attempt succeed(String account, ObjectNode intent, ObjectNode method) {
        intent.put("status", "succeeded");
        if (Json.text(intent, "usage").equals("off_session")) {
            methods.setUp(account, method);
        }
        String customer = Json.text(intent, "customer");
        if (!customer.isEmpty()) {
            methods.keepFor(account, method, customer);
        }
        if (world.note(account, intent).has("session")) {
            method.put("allow_redisplay", "limited");
        }
        world.tell(account, "setup_intent.succeeded", intent);
        return new Attempt.Succeeded();
    }

    private Attempt refuse(String account, ObjectNode intent, ObjectNode method, TestCard.Decline decline) {
        intent.put("status", "requires_payment_method").putNull("payment_method");
        Bank.error(intent, "last_setup_error", decline, method);
        world.tell(account, "setup_intent.setup_failed", intent);
        return new Attempt.Declined(decline, method);
    }
}
