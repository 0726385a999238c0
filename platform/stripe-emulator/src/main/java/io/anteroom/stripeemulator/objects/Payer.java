package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.store.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who pays, as typed on the hosted page; either may be empty.
 *
 * @param email for the receipt
 * @param name on the card
 */
public record Payer(String email, String name) {

    /** Nothing is known of the payer. */
    public static final Payer NOBODY = new Payer("", "");

    ObjectNode billingDetails() {
        ObjectNode details =
                orNull(orNull(Json.object(), "email", email), "name", name).putNull("phone");
        details.putNull("address");
        return details;
    }

    /** As a finished session tells it. */
    ObjectNode customerDetails() {
        return orNull(orNull(Json.object(), "email", email), "name", name)
                .putNull("phone")
                .putNull("address")
                .put("tax_exempt", "none");
    }

    private static ObjectNode orNull(ObjectNode node, String key, String text) {
        return text.isEmpty() ? node.putNull(key) : node.put(key, text);
    }
}
