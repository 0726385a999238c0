package io.anteroom.stripeemulator.accounts;

import io.anteroom.stripeemulator.store.Json;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The same account as v1 shows it, in {@code account.updated}. */
final class AccountV1 {

    private AccountV1() {}

    static ObjectNode of(ObjectNode account) {
        boolean active = Capability.isActive(account);
        ObjectNode old = Json.object()
                .put("id", Json.text(account, "id"))
                .put("object", "account")
                .put("created", Instant.parse(Json.text(account, "created")).getEpochSecond())
                .put(
                        "country",
                        account.path("identity").path("country").asString("").toUpperCase(Locale.ROOT))
                .put(
                        "default_currency",
                        account.path("defaults").path("currency").asString(""))
                .put("email", Json.text(account, "contact_email"))
                .put("charges_enabled", active)
                .put("payouts_enabled", active)
                .put("details_submitted", active || Capability.isPending(account));
        ObjectNode requirements = old.putObject("requirements");
        requirements.set("currently_due", Json.array(Capability.wanted(account)));
        requirements.putArray("eventually_due");
        requirements.putArray("past_due");
        requirements.putArray("pending_verification");
        if (active) {
            requirements.putNull("disabled_reason");
        } else {
            requirements.put("disabled_reason", "requirements.past_due");
        }
        return old;
    }
}
