package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.Lists;
import io.anteroom.stripeemulator.world.World;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Payment methods over the API: made of Stripe's test tokens, read, listed, changed, given to a customer and taken
 * away.
 */
final class PaymentMethodApi {

    private static final Set<String> CREATE = Set.of(
            "type",
            "card[token]",
            "card[number]",
            "card[exp_month]",
            "card[exp_year]",
            "card[cvc]",
            "billing_details[name]",
            "billing_details[email]",
            "billing_details[phone]",
            "allow_redisplay",
            "metadata",
            "expand[]");
    private static final Set<String> UPDATE = Set.of(
            "billing_details[name]",
            "billing_details[email]",
            "billing_details[phone]",
            "card[exp_month]",
            "card[exp_year]",
            "allow_redisplay",
            "metadata",
            "expand[]");
    private static final Set<String> OF_CUSTOMER = Lists.params("type", "allow_redisplay");
    private static final Set<String> LIST = Lists.params("type", "customer", "allow_redisplay");
    private static final Set<String> REDISPLAY = Set.of("always", "limited", "unspecified");

    private final World world;
    private final PaymentMethods methods;

    PaymentMethodApi(World world, PaymentMethods methods) {
        this.world = world;
        this.methods = methods;
    }

    void routes(Routes routes) {
        Set<String> only = Set.of("expand[]");
        routes.on("POST", "/v1/payment_methods", CREATE, this::create)
                .on("GET", "/v1/payment_methods", LIST, this::list)
                .on("GET", "/v1/payment_methods/{id}", only, this::get)
                .on("POST", "/v1/payment_methods/{id}", UPDATE, this::update)
                .on("POST", "/v1/payment_methods/{id}/attach", Set.of("customer", "expand[]"), this::attach)
                .on("POST", "/v1/payment_methods/{id}/detach", only, this::detach)
                .on("GET", "/v1/customers/{id}/payment_methods", OF_CUSTOMER, this::listOfCustomer)
                .on("GET", "/v1/customers/{customer}/payment_methods/{id}", only, this::getOfCustomer);
    }

    private Reply create(Call call) throws StripeError {
        Params params = call.params();
        if (!params.required("type").equals("card")) {
            throw StripeError.invalid("parameter_invalid_string", "Only type=card is known here.", "type");
        }
        if (params.has("card[number]")) {
            throw StripeError.invalid(
                    null,
                    "Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you use test"
                            + " tokens that map to the test card you are using.",
                    "card[number]");
        }
        String token = params.required("card[token]");
        Optional<TestCard> card = token.startsWith("tok_") ? TestCard.byToken(token) : Optional.empty();
        if (card.isEmpty()) {
            throw StripeError.missing("token", token, "card[token]");
        }
        ObjectNode method = methods.create(call.account(), card.get(), PaymentMethods.UNTIL, Payer.NOBODY);
        apply(params, method);
        return Reply.ok(method);
    }

    private Reply update(Call call) throws StripeError {
        ObjectNode method = method(call, "id");
        if (Json.text(method, "customer").isEmpty()) {
            throw StripeError.refused(
                    null, "You must save this PaymentMethod to a customer before you can update it.", null);
        }
        apply(call.params(), method);
        world.tell(call.account(), "payment_method.updated", method);
        return Reply.ok(method);
    }

    private static void apply(Params params, ObjectNode method) throws StripeError {
        params.oneOf("allow_redisplay", REDISPLAY).ifPresent(value -> method.put("allow_redisplay", value));
        params.under("metadata").forEach(((ObjectNode) method.get("metadata"))::put);
        ObjectNode details = (ObjectNode) method.get("billing_details");
        for (String name : new String[] {"name", "email", "phone"}) {
            String param = "billing_details[" + name + "]";
            if (params.has(param)) {
                details.put(name, params.text(param).orElse(null));
            }
        }
        for (Map.Entry<String, Integer> part :
                Map.of("exp_month", 12, "exp_year", 2099).entrySet()) {
            long value = params.number("card[" + part.getKey() + "]").orElse(0);
            if (value < 0 || value > part.getValue()) {
                throw StripeError.invalid(
                        "invalid_expiry_" + part.getKey().substring(4),
                        "Your card's expiration " + part.getKey().substring(4) + " is invalid.",
                        "card[" + part.getKey() + "]");
            }
            if (value > 0) {
                ((ObjectNode) method.get("card")).put(part.getKey(), value);
            }
        }
    }

    private Reply attach(Call call) throws StripeError {
        ObjectNode customer =
                world.named(call.account(), "customer", call.params().required("customer"), "customer");
        ObjectNode method = methods.find(call.account(), call.variable("id"));
        methods.attach(call.account(), method, customer);
        return Reply.ok(method);
    }

    private Reply detach(Call call) throws StripeError {
        ObjectNode method = method(call, "id");
        methods.detach(call.account(), method);
        return Reply.ok(method);
    }

    private Reply get(Call call) throws StripeError {
        return Reply.ok(
                TestCard.byToken(call.variable("id")).isPresent()
                        ? methods.find(call.account(), call.variable("id"))
                        : method(call, "id"));
    }

    private Reply getOfCustomer(Call call) throws StripeError {
        ObjectNode method = method(call, "id");
        if (!Json.text(method, "customer").equals(call.variable("customer"))) {
            throw StripeError.missing("PaymentMethod", call.variable("id"));
        }
        return Reply.ok(method);
    }

    private Reply list(Call call) throws StripeError {
        Optional<String> customer = call.params().text("customer");
        if (customer.isEmpty()) {
            throw StripeError.invalid("parameter_missing", "Missing required param: customer.", "customer");
        }
        world.named(call.account(), "customer", customer.get(), "customer");
        return page(call, customer.get());
    }

    private Reply listOfCustomer(Call call) throws StripeError {
        ObjectNode customer = world.require(call.account(), "customer", call.variable("id"));
        if (customer.path("deleted").asBoolean(false)) {
            throw StripeError.missing("customer", call.variable("id"));
        }
        return page(call, call.variable("id"));
    }

    private Reply page(Call call, String customer) throws StripeError {
        var having = Lists.having(call.params(), "type", "allow_redisplay");
        return Lists.page(
                call,
                methods.of(call.account(), customer).stream().filter(having).toList());
    }

    private ObjectNode method(Call call, String variable) throws StripeError {
        return world.require(call.account(), PaymentMethods.KIND, call.variable(variable));
    }
}
