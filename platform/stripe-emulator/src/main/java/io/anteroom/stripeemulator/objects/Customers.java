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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Customers of one account. */
final class Customers {

    static final String KIND = "customer";

    private static final Set<String> CREATE = Set.of(
            "email",
            "name",
            "phone",
            "description",
            "metadata",
            "payment_method",
            "invoice_settings[default_payment_method]",
            "expand[]");
    private static final Set<String> UPDATE = Set.of(
            "email",
            "name",
            "phone",
            "description",
            "metadata",
            "invoice_settings[default_payment_method]",
            "expand[]");
    private static final Set<String> LIST = Lists.paramsByTime("email");
    private static final Set<String> SEARCH = Set.of("query", "limit", "page", "expand[]");
    private static final Set<String> TEXTS = Set.of("email", "name", "phone", "description");

    /** One clause: {@code email:'ana@example.org'} or {@code metadata['patient']:'17'}. */
    private static final Pattern CLAUSE =
            Pattern.compile("\\s*(email|name|phone|metadata\\[['\"]([^'\"]+)['\"]])\\s*:\\s*(['\"])(.*)\\3\\s*");

    private final World world;
    private final PaymentMethods methods;

    Customers(World world, PaymentMethods methods) {
        this.world = world;
        this.methods = methods;
    }

    void routes(Routes routes) {
        Set<String> only = Set.of("expand[]");
        routes.on("POST", "/v1/customers", CREATE, this::create)
                .on("GET", "/v1/customers", LIST, this::list)
                .on("GET", "/v1/customers/search", SEARCH, this::search)
                .on(
                        "GET",
                        "/v1/customers/{id}",
                        only,
                        call -> Reply.ok(world.require(call.account(), KIND, call.variable("id"))))
                .on("POST", "/v1/customers/{id}", UPDATE, this::update)
                .on("DELETE", "/v1/customers/{id}", Set.of(), this::delete);
    }

    /** A new one of whom nothing is said. */
    ObjectNode begin(String account, Map<String, String> metadata) {
        ObjectNode customer = world.begin(KIND, world.ids().next("cus"), metadata)
                .putNull("address")
                .put("balance", 0)
                .putNull("currency")
                .putNull("default_source")
                .put("delinquent", false)
                .putNull("discount")
                .put("tax_exempt", "none")
                .putNull("shipping");
        customer.putArray("preferred_locales");
        TEXTS.stream().sorted().forEach(customer::putNull);
        customer.putObject("invoice_settings")
                .putNull("custom_fields")
                .putNull("default_payment_method")
                .putNull("footer")
                .putNull("rendering_options");
        world.store().put(account, customer);
        return customer;
    }

    /** The customer that Checkout makes of who paid. */
    String ofPayer(String account, Payer payer) {
        ObjectNode customer = begin(account, Map.of());
        payer.customerDetails().forEachEntry((key, value) -> {
            if (TEXTS.contains(key)) {
                customer.set(key, value);
            }
        });
        world.tell(account, "customer.created", customer);
        return Json.text(customer, "id");
    }

    private Reply create(Call call) throws StripeError {
        ObjectNode customer = begin(call.account(), call.params().under("metadata"));
        String method = call.params().text("payment_method").orElse("");
        try {
            if (!method.isEmpty()) {
                methods.attach(call.account(), methods.find(call.account(), method), customer);
            }
            apply(call, customer);
        } catch (StripeError e) {
            world.store().remove(call.account(), Json.text(customer, "id"));
            throw e;
        }
        world.tell(call.account(), "customer.created", customer);
        return Reply.ok(customer);
    }

    private Reply update(Call call) throws StripeError {
        ObjectNode customer = world.named(call.account(), KIND, call.variable("id"), "id");
        apply(call, customer);
        ObjectNode metadata = (ObjectNode) customer.get("metadata");
        call.params().under("metadata").forEach((key, value) -> {
            if (value.isEmpty()) {
                metadata.remove(key);
            } else {
                metadata.put(key, value);
            }
        });
        world.tell(call.account(), "customer.updated", customer);
        return Reply.ok(customer);
    }

    private void apply(Call call, ObjectNode customer) throws StripeError {
        Params params = call.params();
        for (String name : TEXTS) {
            if (params.has(name)) {
                customer.put(name, params.text(name).orElse(null));
            }
        }
        String param = "invoice_settings[default_payment_method]";
        if (!params.has(param)) {
            return;
        }
        ObjectNode settings = (ObjectNode) customer.get("invoice_settings");
        String id = params.text(param).orElse("");
        if (id.isEmpty()) {
            settings.putNull("default_payment_method");
            return;
        }
        ObjectNode method = world.named(call.account(), PaymentMethods.KIND, id, param);
        if (!Json.text(method, "customer").equals(Json.text(customer, "id"))) {
            throw StripeError.invalid(
                    "resource_missing",
                    "The customer does not have a payment method with the ID " + id
                            + ". The payment method must be attached to the customer.",
                    param);
        }
        settings.put("default_payment_method", id);
    }

    /** It stays as a stub that says so, and its cards are let go. */
    private Reply delete(Call call) throws StripeError {
        ObjectNode customer = world.named(call.account(), KIND, call.variable("id"), "id");
        for (ObjectNode method : methods.of(call.account(), call.variable("id"))) {
            methods.detach(call.account(), method);
        }
        world.tell(call.account(), "customer.deleted", customer);
        ObjectNode stub =
                Json.object().put("id", call.variable("id")).put("object", KIND).put("deleted", true);
        world.store().put(call.account(), stub);
        return Reply.ok(stub);
    }

    private Reply list(Call call) throws StripeError {
        var having = Lists.having(call.params(), "email");
        return Lists.of(world, call, KIND, customer -> isThere(customer) && having.test(customer));
    }

    private Reply search(Call call) throws StripeError {
        String query = call.params().required("query");
        Matcher clause = CLAUSE.matcher(query);
        if (!clause.matches()) {
            throw StripeError.invalid(
                    "parameter_invalid_string",
                    "Only one clause on email, name, phone or metadata, with `:`, is known here.",
                    "query");
        }
        String key = clause.group(2);
        long limit = call.params().number("limit").orElse(10);
        var found = world.store().all(call.account(), KIND).stream()
                .filter(Customers::isThere)
                .filter(customer -> {
                    String value = key == null
                            ? Json.text(customer, clause.group(1))
                            : customer.path("metadata").path(key).asString("");
                    return value.equalsIgnoreCase(clause.group(4));
                })
                .toList();
        ObjectNode page = Json.object().put("object", "search_result");
        page.putArray("data").addAll(found.stream().limit(limit).toList());
        page.put("has_more", found.size() > limit).putNull("next_page");
        return Reply.ok(page.put("url", call.path()));
    }

    private static boolean isThere(ObjectNode customer) {
        return !customer.path("deleted").asBoolean(false);
    }
}
