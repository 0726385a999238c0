package io.anteroom.stripeemulator.accounts;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Connected accounts, by Accounts v2. What a caller does not {@code include} is null in the answer. */
public final class Accounts {

    /** As in its {@code object} field. */
    public static final String KIND = "v2.core.account";

    static final Set<String> GET = Set.of("include[]");
    static final Set<String> CREATE = Set.of(
            "contact_email",
            "contact_phone",
            "display_name",
            "dashboard",
            "include[]",
            "metadata",
            "identity[country]",
            "identity[entity_type]",
            "identity[business_details][registered_name]",
            "identity[business_details][phone]",
            "configuration[merchant][mcc]",
            "configuration[merchant][capabilities][card_payments][requested]",
            "configuration[merchant][statement_descriptor][descriptor]",
            "defaults[currency]",
            "defaults[locales][]",
            "defaults[responsibilities][fees_collector]",
            "defaults[responsibilities][losses_collector]");

    /** Stripe opens accounts there; anywhere else is refused. */
    private static final Set<String> COUNTRIES = Set.of(
            "AE", "AT", "AU", "BE", "BG", "BR", "CA", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GI",
            "GR", "HK", "HR", "HU", "IE", "IT", "JP", "LI", "LT", "LU", "LV", "MT", "MX", "MY", "NL", "NO", "NZ", "PL",
            "PT", "RO", "SE", "SG", "SI", "SK", "TH", "US");

    private static final List<String> PARTS =
            List.of("identity", "defaults", "requirements", "future_requirements", "configuration.merchant");

    private final World world;

    /** The platform's accounts. */
    public Accounts(World world) {
        this.world = world;
    }

    /** Adds their routes. */
    public void routes(Routes routes) {
        routes.on("POST", "/v2/core/accounts", CREATE, this::create)
                .on("GET", "/v2/core/accounts/{id}", GET, this::get);
    }

    /**
     * The account.
     *
     * @throws StripeError if the platform has none of that id
     */
    public ObjectNode require(String id) throws StripeError {
        return world.require("", KIND, id);
    }

    /**
     * Lets an account pass that can take money.
     *
     * @throws StripeError if it may not charge cards now
     */
    public void mayCharge(String account) throws StripeError {
        if (!account.isEmpty() && !Capability.isActive(require(account))) {
            throw StripeError.refused(null, "Your account cannot currently make charges.", null);
        }
    }

    /** Whether it may charge cards now; the platform itself always may. */
    public boolean canCharge(String account) {
        ObjectNode object = world.store().get("", account);
        return account.isEmpty() || (object != null && Capability.isActive(object));
    }

    /** Tells of a change, the v2 and the v1 way. */
    public void changed(ObjectNode account) {
        String id = Json.text(account, "id");
        for (String what : List.of(
                "v2.core.account[requirements].updated",
                "v2.core.account[configuration.merchant].capability_status_updated")) {
            world.events().emitThin(what, KIND, id, "/v2/core/accounts/" + id);
        }
        world.events().emit(id, "account.updated", AccountV1.of(account));
    }

    /** Charges and payouts work from now on. */
    public void activate(String id) throws StripeError {
        ObjectNode account = require(id);
        Capability.activate(account);
        changed(account);
    }

    /** Charges stop until Stripe gets what it wants. */
    public void disable(String id, List<String> wanted) throws StripeError {
        ObjectNode account = require(id);
        Capability.restrict(account, wanted, "provide_info");
        changed(account);
    }

    private Reply create(Call call) throws StripeError {
        Params params = call.params();
        String country = params.required("identity[country]").toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw StripeError.invalid(
                    "country_unsupported", country + " is not supported for this platform.", "identity.country");
        }
        ObjectNode account = body(params, country);
        world.store().put("", account);
        String id = Json.text(account, "id");
        world.events().emitThin("v2.core.account.created", KIND, id, "/v2/core/accounts/" + id);
        return Reply.ok(including(account, params.list("include")));
    }

    private ObjectNode body(Params params, String country) {
        ObjectNode account = Json.object()
                .put("id", "acct_" + world.ids().letters(16))
                .put("object", KIND)
                .put("created", world.clock().text())
                .put("livemode", false)
                .put("closed", false)
                .put("dashboard", params.text("dashboard").orElse("none"))
                .put("contact_email", params.text("contact_email").orElse(null))
                .put("contact_phone", params.text("contact_phone").orElse(null))
                .put("display_name", params.text("display_name").orElse(null));
        account.set("applied_configurations", Json.array(List.of("merchant")));
        params.under("metadata").forEach(account.putObject("metadata")::put);
        identity(account.putObject("identity"), params, country);
        defaults(account.putObject("defaults"), params);
        account.putNull("future_requirements");
        merchant(account.putObject("configuration"), params);
        Capability.restrict(account, Capability.ONBOARDING, "provide_info");
        return account;
    }

    private static void identity(ObjectNode identity, Params params, String country) {
        identity.put("country", country.toLowerCase(Locale.ROOT))
                .put("entity_type", params.text("identity[entity_type]").orElse(null));
        identity.putObject("business_details")
                .put(
                        "registered_name",
                        params.text("identity[business_details][registered_name]")
                                .orElse(null))
                .put("phone", params.text("identity[business_details][phone]").orElse(null));
    }

    private static void defaults(ObjectNode defaults, Params params) {
        defaults.put("currency", params.text("defaults[currency]").orElse("usd"));
        defaults.set("locales", Json.array(params.list("defaults[locales]")));
        defaults.putObject("responsibilities")
                .put(
                        "fees_collector",
                        params.text("defaults[responsibilities][fees_collector]")
                                .orElse("stripe"))
                .put(
                        "losses_collector",
                        params.text("defaults[responsibilities][losses_collector]")
                                .orElse("stripe"))
                .put("requirements_collector", "stripe");
    }

    private static void merchant(ObjectNode configuration, Params params) {
        ObjectNode merchant = configuration
                .putNull("customer")
                .putNull("recipient")
                .putObject("merchant")
                .put("applied", true)
                .put("mcc", params.text("configuration[merchant][mcc]").orElse(null));
        merchant.putObject("statement_descriptor")
                .put(
                        "descriptor",
                        params.text("configuration[merchant][statement_descriptor][descriptor]")
                                .orElse(null));
    }

    private Reply get(Call call) throws StripeError {
        return Reply.ok(including(require(call.variable("id")), call.params().list("include")));
    }

    private static ObjectNode including(ObjectNode account, List<String> wanted) {
        ObjectNode copy = account.deepCopy();
        for (String part : PARTS) {
            if (!wanted.contains(part)) {
                copy.putNull(part.replace(".merchant", ""));
            }
        }
        return copy;
    }
}
