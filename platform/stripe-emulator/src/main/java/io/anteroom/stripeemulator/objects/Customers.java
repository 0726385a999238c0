package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Customers of one account. */
final class Customers {

    static final Set<String> CREATE = Set.of(
            "email",
            "name",
            "phone",
            "description",
            "metadata",
            "invoice_settings[default_payment_method]",
            "expand[]");
    static final Set<String> LIST = Set.of("limit", "starting_after", "email", "expand[]");
    static final Set<String> GET = Set.of("expand[]");

    private final World world;

    Customers(World world) {
        this.world = world;
    }

    void routes(Routes routes) {
        routes.on("POST", "/v1/customers", this::create)
                .on("GET", "/v1/customers", this::list)
                .on("GET", "/v1/customers/{id}", this::get)
                .on("POST", "/v1/customers/{id}", this::update);
    }

    private Reply create(Call call) throws StripeError {
        call.params().allow(CREATE);
        ObjectNode customer = world.begin(
                        "customer", world.ids().next("cus"), call.params().under("metadata"))
                .put("balance", 0)
                .put("delinquent", false)
                .put("tax_exempt", "none")
                .putNull("email")
                .putNull("name")
                .putNull("phone")
                .putNull("description");
        customer.putObject("invoice_settings").putNull("default_payment_method");
        world.store().put(call.account(), customer);
        apply(call, customer);
        world.events().emit(call.account(), "customer.created", customer);
        return Reply.ok(customer);
    }

    private Reply update(Call call) throws StripeError {
        call.params().allow(CREATE);
        ObjectNode customer = world.require(call.account(), "customer", call.variable("id"));
        apply(call, customer);
        call.params().under("metadata").forEach(((ObjectNode) customer.get("metadata"))::put);
        world.events().emit(call.account(), "customer.updated", customer);
        return Reply.ok(customer);
    }

    private void apply(Call call, ObjectNode customer) throws StripeError {
        for (String name : new String[] {"email", "name", "phone", "description"}) {
            call.params().text(name).ifPresent(text -> customer.put(name, text));
        }
        String method =
                call.params().text("invoice_settings[default_payment_method]").orElse("");
        if (!method.isEmpty()) {
            world.require(call.account(), "payment_method", method);
            ((ObjectNode) customer.get("invoice_settings")).put("default_payment_method", method);
        }
    }

    private Reply get(Call call) throws StripeError {
        call.params().allow(GET);
        return Reply.ok(world.require(call.account(), "customer", call.variable("id")));
    }

    private Reply list(Call call) throws StripeError {
        call.params().allow(LIST);
        String email = call.params().text("email").orElse("");
        return Reply.ok(world.list(
                call,
                "customer",
                customer -> email.isEmpty() || Json.text(customer, "email").equals(email)));
    }
}
