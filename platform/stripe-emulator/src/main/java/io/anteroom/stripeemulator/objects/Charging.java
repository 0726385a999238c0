package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.money.DisputeLife;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** How a payment intent moves from one status to the next. */
final class Charging {

    static final String KIND = "payment_intent";

    /** How a payment is tried. */
    enum Manner {
        /** The person is there, and can be sent to their bank. */
        ON_SESSION,
        /** The person is there, but whoever asks cannot send them to their bank. */
        WITHOUT_BANK,
        /** The person is away. */
        OFF_SESSION
    }

    private final World world;
    private final PaymentMethods methods;
    private final Charges charges;
    private final DisputeLife disputes;

    Charging(World world, PaymentMethods methods, Charges charges, DisputeLife disputes) {
        this.world = world;
        this.methods = methods;
        this.charges = charges;
        this.disputes = disputes;
    }

    /** A new one, waiting for a card. */
    ObjectNode intent(String account, long amount, String currency, Map<String, String> metadata) {
        String id = world.ids().next("pi");
        ObjectNode intent = world.begin(KIND, id, metadata)
                .put("amount", amount)
                .put("amount_capturable", 0)
                .put("amount_received", 0)
                .put("currency", currency)
                .put("capture_method", "automatic_async")
                .put("confirmation_method", "automatic")
                .put("client_secret", id + "_secret_" + world.ids().letters(25))
                .put("status", "requires_payment_method");
        for (String absent : new String[] {
            "application_fee_amount",
            "automatic_payment_methods",
            "canceled_at",
            "cancellation_reason",
            "customer",
            "description",
            "last_payment_error",
            "latest_charge",
            "next_action",
            "payment_method",
            "processing",
            "receipt_email",
            "setup_future_usage",
            "statement_descriptor",
            "statement_descriptor_suffix"
        }) {
            intent.putNull(absent);
        }
        intent.set("payment_method_types", Json.array(List.of("card")));
        world.store().put(account, intent);
        return intent;
    }

    /** Tries to take the money. */
    Attempt attempt(String account, ObjectNode intent, ObjectNode method, Manner manner) throws StripeError {
        intent.put("payment_method", Json.text(method, "id"))
                .putNull("last_payment_error")
                .putNull("next_action");
        if (!Json.text(method, "type").equals("card")) {
            intent.put("status", "processing").putObject("processing").put("type", Json.text(method, "type"));
            world.tell(account, "payment_intent.processing", intent);
            return new Attempt.Processing();
        }
        boolean away = manner == Manner.OFF_SESSION;
        TestCard card = methods.cardOf(account, method);
        if (!card.asksTheBank(away, methods.isSetUp(account, method))) {
            return finish(account, intent, method, false);
        }
        return manner == Manner.ON_SESSION
                ? askTheBank(account, intent)
                : decline(account, intent, method, Declines.NEEDS_PERSON, false);
    }

    /** The bank has seen the person, or has not. */
    Attempt checked(String account, ObjectNode intent, boolean passed) throws StripeError {
        intent.putNull("next_action");
        ObjectNode method = world.require(account, PaymentMethods.KIND, Json.text(intent, "payment_method"));
        return passed
                ? finish(account, intent, method, true)
                : refuse(account, intent, method, Declines.NOT_WHO_THEY_SAID, Optional.empty());
    }

    /** A debit that was processing has come, or has not. */
    Attempt settle(String account, ObjectNode intent, boolean paid) throws StripeError {
        intent.putNull("processing");
        ObjectNode method = world.require(account, PaymentMethods.KIND, Json.text(intent, "payment_method"));
        return paid
                ? succeed(account, intent, method, TestCard.After.NOTHING, false)
                : decline(account, intent, method, Declines.DEBIT_REFUSED, false);
    }

    /** Nobody can pay it any more. */
    void cancel(String account, ObjectNode intent, String reason) {
        intent.put("status", "canceled")
                .put("canceled_at", world.clock().seconds())
                .putNull("next_action");
        if (!reason.isEmpty()) {
            intent.put("cancellation_reason", reason);
        }
        world.tell(account, "payment_intent.canceled", intent);
    }

    private Attempt askTheBank(String account, ObjectNode intent) {
        String page = Bank.ask(world, account, intent);
        world.tell(account, "payment_intent.requires_action", intent);
        return new Attempt.NeedsCheck(page);
    }

    private Attempt finish(String account, ObjectNode intent, ObjectNode method, boolean checked) throws StripeError {
        Optional<TestCard.Decline> decline = methods.decline(account, method);
        return decline.isPresent()
                ? decline(account, intent, method, decline.get(), checked)
                : succeed(
                        account, intent, method, methods.cardOf(account, method).after(), checked);
    }

    private Attempt succeed(String account, ObjectNode intent, ObjectNode method, TestCard.After after, boolean checked)
            throws StripeError {
        keep(account, intent, method);
        ObjectNode charge = charges.succeed(account, intent, method, after, checked);
        String id = Json.text(charge, "id");
        intent.put("status", "succeeded")
                .put("amount_received", intent.get("amount").asLong())
                .put("latest_charge", id);
        world.tell(account, "payment_intent.succeeded", intent);
        switch (after) {
            case FRAUD -> disputes.open(account, id, "fraudulent", false);
            case NOT_RECEIVED -> disputes.open(account, id, "product_not_received", false);
            case INQUIRY -> disputes.open(account, id, "general", true);
            default -> {}
        }
        return new Attempt.Succeeded();
    }

    /** A card that is to be used again becomes the customer's; any other that is nobody's has had its one use. */
    private void keep(String account, ObjectNode intent, ObjectNode method) {
        String usage = Json.text(intent, "setup_future_usage");
        String customer = Json.text(intent, "customer");
        boolean ticked = world.note(account, intent).has("ticked");
        if (!customer.isEmpty() && (!usage.isEmpty() || ticked)) {
            methods.keepFor(account, method, customer);
            if (ticked) {
                method.put("allow_redisplay", "always");
            } else if (world.note(account, intent).has("session")) {
                method.put("allow_redisplay", "limited");
            }
        }
        if (usage.equals("off_session")) {
            methods.setUp(account, method);
        }
        if (Json.text(method, "customer").isEmpty()) {
            methods.spend(account, method);
        }
    }

    private Attempt decline(
            String account, ObjectNode intent, ObjectNode method, TestCard.Decline decline, boolean checked) {
        ObjectNode charge = charges.fail(account, intent, method, decline, checked);
        return refuse(account, intent, method, decline, Optional.of(charge));
    }

    private Attempt refuse(
            String account,
            ObjectNode intent,
            ObjectNode method,
            TestCard.Decline decline,
            Optional<ObjectNode> charge) {
        intent.put("status", "requires_payment_method").putNull("payment_method");
        ObjectNode error = Bank.error(intent, "last_payment_error", decline, method);
        charge.ifPresent(failed -> {
            intent.put("latest_charge", Json.text(failed, "id"));
            error.put("charge", Json.text(failed, "id"));
        });
        world.tell(account, "payment_intent.payment_failed", intent);
        return new Attempt.Declined(decline, method);
    }
}
