package io.anteroom.stripeemulator.accounts;

import io.anteroom.stripeemulator.store.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether an account may charge cards, and what Stripe still wants to know before it may. */
final class Capability {

    /** What every new account has to give. */
    static final List<String> ONBOARDING = List.of(
            "identity.business_details.registered_name",
            "identity.attestations.terms_of_service.account",
            "configuration.recipient.default_outbound_destination");

    private Capability() {}

    static boolean isActive(ObjectNode account) {
        return "active".equals(cards(account).path("status").asString(""));
    }

    static boolean isPending(ObjectNode account) {
        return "pending".equals(cards(account).path("status").asString(""));
    }

    static void activate(ObjectNode account) {
        set(account, "active", "", "");
        requirements(account, List.of(), "user");
    }

    /** Stripe is checking. */
    static void review(ObjectNode account) {
        set(account, "pending", "requirements_pending_verification", "no_resolution");
        requirements(account, List.of("identity.business_details.registered_name"), "stripe");
    }

    /** Charges stop until that is given. */
    static void restrict(ObjectNode account, List<String> wanted, String resolution) {
        set(account, "restricted", "requirements_past_due", resolution);
        requirements(account, wanted, "user");
    }

    static List<String> wanted(ObjectNode account) {
        return account.path("requirements").path("entries").values().stream()
                .filter(entry ->
                        "user".equals(entry.path("awaiting_action_from").asString("")))
                .map(entry -> entry.path("description").asString(""))
                .toList();
    }

    private static ObjectNode cards(ObjectNode account) {
        return account.path("configuration")
                                .path("merchant")
                                .path("capabilities")
                                .path("card_payments")
                        instanceof ObjectNode cards
                ? cards
                : Json.object();
    }

    private static void set(ObjectNode account, String status, String code, String resolution) {
        ObjectNode merchant = (ObjectNode) account.get("configuration").get("merchant");
        ObjectNode cards =
                merchant.putObject("capabilities").putObject("card_payments").put("status", status);
        ArrayNode details = cards.putArray("status_details");
        if (!code.isEmpty()) {
            details.addObject().put("code", code).put("resolution", resolution);
        }
    }

    private static void requirements(ObjectNode account, List<String> wanted, String from) {
        ObjectNode requirements = account.putObject("requirements");
        ArrayNode entries = requirements.putArray("entries");
        wanted.forEach(description -> entry(entries.addObject(), description, from));
        if (wanted.isEmpty()) {
            requirements.putNull("summary");
        } else {
            requirements
                    .putObject("summary")
                    .putObject("minimum_deadline")
                    .put("status", "currently_due")
                    .putNull("time");
        }
    }

    private static void entry(ObjectNode entry, String description, String from) {
        entry.put("awaiting_action_from", from).put("description", description);
        entry.putArray("errors");
        ObjectNode restricted = entry.putObject("impact")
                .putArray("restricts_capabilities")
                .addObject()
                .put("capability", "card_payments")
                .put("configuration", "merchant");
        restricted.putObject("deadline").put("status", "currently_due");
        entry.putObject("minimum_deadline").put("status", "currently_due");
        entry.putArray("requested_reasons").addObject().put("code", "routine_onboarding");
    }
}
