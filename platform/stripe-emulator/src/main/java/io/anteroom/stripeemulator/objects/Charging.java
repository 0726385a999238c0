package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.store.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** How a payment intent moves from one status to the next. */
final class Charging {

    private static final TestCard.Decline NOT_WHO_THEY_SAID = new TestCard.Decline(
            "payment_intent_authentication_failure",
            "authentication_required",
            "We are unable to authenticate your payment method. Please choose a different payment method and try again.");
    private static final TestCard.Decline DEBIT_REFUSED = new TestCard.Decline(
            "payment_intent_payment_attempt_failed", "insufficient_funds", "The bank refused the debit.");

    private final World world;
    private final PaymentMethods methods;
    private final Charges charges;

    Charging(World world, PaymentMethods methods, Charges charges) {
        this.world = world;
        this.methods = methods;
        this.charges = charges;
    }

    /** A new one, waiting for a card. */
    ObjectNode intent(String account, long amount, String currency, Map<String, String> metadata) {
        String id = world.ids().next("pi");
        ObjectNode intent = world.begin("payment_intent", id, metadata)
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
    Attempt attempt(String account, ObjectNode intent, ObjectNode method) {
        intent.put("payment_method", Json.text(method, "id"))
                .putNull("last_payment_error")
                .putNull("next_action");
        if (!Json.text(method, "type").equals("card")) {
            intent.put("status", "processing").putObject("processing").put("type", Json.text(method, "type"));
            world.events().emit(account, "payment_intent.processing", intent);
            return new Attempt.Processing();
        }
        return methods.cardOf(account, method).asksTheBank()
                ? askTheBank(account, intent)
                : finish(account, intent, method);
    }

    /** The bank has seen the person, or has not. */
    Attempt checked(String account, ObjectNode intent, boolean passed)
            throws io.anteroom.stripeemulator.http.StripeError {
        intent.putNull("next_action");
        ObjectNode method = world.require(account, "payment_method", Json.text(intent, "payment_method"));
        return passed
                ? finish(account, intent, method)
                : refuse(account, intent, method, NOT_WHO_THEY_SAID, Optional.empty());
    }

    /** A debit that was processing has come, or has not. */
    Attempt settle(String account, ObjectNode intent, boolean paid) throws io.anteroom.stripeemulator.http.StripeError {
        intent.putNull("processing");
        ObjectNode method = world.require(account, "payment_method", Json.text(intent, "payment_method"));
        if (paid) {
            return succeed(account, intent, method);
        }
        ObjectNode charge = charges.fail(account, intent, method, DEBIT_REFUSED);
        return refuse(account, intent, method, DEBIT_REFUSED, Optional.of(charge));
    }

    /** Nobody can pay it any more. */
    void cancel(String account, ObjectNode intent, String reason) {
        intent.put("status", "canceled")
                .put("canceled_at", world.clock().seconds())
                .putNull("next_action");
        if (!reason.isEmpty()) {
            intent.put("cancellation_reason", reason);
        }
        world.events().emit(account, "payment_intent.canceled", intent);
    }

    private Attempt askTheBank(String account, ObjectNode intent) {
        String page = world.address() + "/bank/" + account + "/" + Json.text(intent, "id");
        String back = Json.text(world.store().note(account, Json.text(intent, "id")), "return_url");
        intent.put("status", "requires_action");
        intent.putObject("next_action")
                .put("type", "redirect_to_url")
                .putObject("redirect_to_url")
                .put("url", page)
                .put("return_url", back);
        world.events().emit(account, "payment_intent.requires_action", intent);
        return new Attempt.NeedsCheck(page);
    }

    private Attempt finish(String account, ObjectNode intent, ObjectNode method) {
        Optional<TestCard.Decline> decline = methods.cardOf(account, method).decline();
        if (decline.isEmpty()) {
            return succeed(account, intent, method);
        }
        ObjectNode charge = charges.fail(account, intent, method, decline.get());
        return refuse(account, intent, method, decline.get(), Optional.of(charge));
    }

    private Attempt succeed(String account, ObjectNode intent, ObjectNode method) {
        ObjectNode charge = charges.succeed(account, intent, method);
        intent.put("status", "succeeded")
                .put("amount_received", intent.get("amount").asLong())
                .put("latest_charge", Json.text(charge, "id"));
        world.events().emit(account, "payment_intent.succeeded", intent);
        return new Attempt.Succeeded();
    }

    private Attempt refuse(
            String account,
            ObjectNode intent,
            ObjectNode method,
            TestCard.Decline decline,
            Optional<ObjectNode> charge) {
        intent.put("status", "requires_payment_method").putNull("payment_method");
        ObjectNode error = intent.putObject("last_payment_error")
                .put("type", "card_error")
                .put("code", decline.code())
                .put("decline_code", decline.declineCode())
                .put("message", decline.message());
        error.set("payment_method", method.deepCopy());
        charge.ifPresent(failed -> {
            intent.put("latest_charge", Json.text(failed, "id"));
            error.put("charge", Json.text(failed, "id"));
        });
        world.events().emit(account, "payment_intent.payment_failed", intent);
        return new Attempt.Declined(decline);
    }
}
