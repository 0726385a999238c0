package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.Lists;
import io.anteroom.stripeemulator.world.World;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checkout sessions over the API, in payment and in setup mode: read, listed, expired. {@link CheckoutOpening} makes
 * them,
 * {@link HostedCheckout} is their page.
 */
final class CheckoutSessions {

    static final String KIND = "checkout.session";

    private static final Set<String> LIST =
            Lists.paramsByTime("payment_intent", "status", "customer", "customer_details[email]");

    private final World world;
    private final CheckoutOpening opening;
    private final Charging charging;
    private final Setups setups;

    CheckoutSessions(World world, CheckoutOpening opening, Charging charging, Setups setups) {
        this.world = world;
        this.opening = opening;
        this.charging = charging;
        this.setups = setups;
    }

    void routes(Routes routes) {
        Set<String> only = Set.of("expand[]");
        routes.on(
                        "POST",
                        "/v1/checkout/sessions",
                        CheckoutOpening.PARAMS,
                        call -> Reply.ok(opening.open(call.account(), call.params())))
                .on("GET", "/v1/checkout/sessions", LIST, this::list)
                .on(
                        "GET",
                        "/v1/checkout/sessions/{id}",
                        only,
                        call -> Reply.ok(require(call.account(), call.variable("id"))))
                .on("POST", "/v1/checkout/sessions/{id}/expire", only, this::expire);
    }

    /** The session, expired if its time has come. */
    ObjectNode require(String account, String id) throws StripeError {
        ObjectNode session = world.require(account, KIND, id);
        if (isOpen(session)
                && world.clock().seconds() >= session.get("expires_at").asLong()) {
            close(account, session);
        }
        return session;
    }

    static boolean isOpen(ObjectNode session) {
        return Json.text(session, "status").equals("open");
    }

    static boolean isSetup(ObjectNode session) {
        return Json.text(session, "mode").equals("setup");
    }

    /** Expires every session whose time has come. */
    void expireDue() throws StripeError {
        for (String account : world.store().accounts()) {
            for (ObjectNode session : world.store().all(account, KIND)) {
                require(account, Json.text(session, "id"));
            }
        }
    }

    private Reply list(Call call) throws StripeError {
        expireDue();
        String email = call.params().text("customer_details[email]").orElse("");
        var having = Lists.having(call.params(), "payment_intent", "status", "customer");
        return Lists.of(
                world,
                call,
                KIND,
                session -> having.test(session)
                        && (email.isEmpty()
                                || session.path("customer_details")
                                        .path("email")
                                        .asString("")
                                        .equals(email)));
    }

    private Reply expire(Call call) throws StripeError {
        ObjectNode session = require(call.account(), call.variable("id"));
        if (!isOpen(session)) {
            throw StripeError.refused(
                    null,
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a"
                            + " status of `" + Json.text(session, "status") + "`.",
                    null);
        }
        close(call.account(), session);
        return Reply.ok(session);
    }

    private void close(String account, ObjectNode session) {
        session.put("status", "expired").putNull("url");
        ObjectNode intent = world.store().get(account, Json.text(session, "payment_intent"));
        if (intent != null) {
            charging.cancel(account, intent, "abandoned");
        }
        ObjectNode setup = world.store().get(account, Json.text(session, "setup_intent"));
        if (setup != null) {
            setups.cancel(account, setup, "abandoned");
        }
        world.tell(account, "checkout.session.expired", session);
    }
}
