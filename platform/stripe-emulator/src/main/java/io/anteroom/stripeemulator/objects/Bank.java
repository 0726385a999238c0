package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.World;
import tools.jackson.databind.node.ObjectNode;

/**
 * What payment and setup intents have in common: the way to the bank's page and back, and how a refusal is written
 * down.
 */
final class Bank {

    /** What stands for the platform's own account in the address of a page. */
    static final String PLATFORM = "platform";

    private Bank() {}

    /** The intent waits for the person to pass the bank's page; gives its address. */
    static String ask(World world, String account, ObjectNode intent) {
        String page =
                world.address() + "/bank/" + (account.isEmpty() ? PLATFORM : account) + "/" + Json.text(intent, "id");
        intent.put("status", "requires_action");
        intent.putObject("next_action")
                .put("type", "redirect_to_url")
                .putObject("redirect_to_url")
                .put("url", page)
                .put("return_url", Json.text(world.note(account, intent), "return_url"));
        return page;
    }

    /** Where the person goes after the bank, told how it went as Stripe tells it. */
    static String back(World world, String account, ObjectNode intent, boolean went) {
        String address = Json.text(world.note(account, intent), "return_url");
        String kind = Json.text(intent, "object");
        return address + (address.contains("?") ? "&" : "?") + kind + "=" + Json.text(intent, "id") + "&" + kind
                + "_client_secret=" + Json.text(intent, "client_secret") + "&redirect_status="
                + (went ? "succeeded" : "failed");
    }

    /** Writes why it was refused; gives the error, for more to be added. */
    static ObjectNode error(ObjectNode intent, String name, TestCard.Decline decline, ObjectNode method) {
        ObjectNode error = intent.putObject(name)
                .put("type", "card_error")
                .put("code", decline.code())
                .put("decline_code", decline.declineCode())
                .put("message", decline.message());
        error.set("payment_method", method.deepCopy());
        return error;
    }
}
