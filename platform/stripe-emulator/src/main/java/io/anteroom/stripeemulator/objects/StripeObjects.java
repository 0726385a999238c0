package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.webhooks.Endpoint;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** All kinds of objects, joined. */
public final class StripeObjects {

    private final World world;
    private final Accounts accounts;
    private final AccountLinks links;
    private final CheckoutSessions sessions;
    private final HostedCheckout checkout;
    private final Routes routes = new Routes();

    /**
     * @param endpoints is told of every webhook endpoint made over the API, now and in an earlier run
     */
    public StripeObjects(World world, Consumer<Endpoint> endpoints) {
        this.world = world;
        this.accounts = new Accounts(world);
        this.links = new AccountLinks(world, accounts);
        var methods = new PaymentMethods(world);
        var charges = new Charges(world);
        var charging = new Charging(world, methods, charges);
        this.sessions = new CheckoutSessions(world, accounts, charging);
        this.checkout = new HostedCheckout(world, accounts, sessions, methods, charging);
        var webhooks = new WebhookEndpoints(world, endpoints);
        accounts.routes(routes);
        links.routes(routes);
        charges.routes(routes);
        sessions.routes(routes);
        webhooks.routes(routes);
        new PaymentIntents(world, accounts, methods, charging).routes(routes);
        new Refunds(world).routes(routes);
        new Customers(world).routes(routes);
        new EventLog(world).routes(routes);
        webhooks.restore();
    }

    /** The API's routes. */
    public Routes routes() {
        return routes;
    }

    /** What the hosted payment page does. */
    public HostedCheckout checkout() {
        return checkout;
    }

    /** What the hosted onboarding page does. */
    public AccountLinks links() {
        return links;
    }

    /** Whether the platform has that account. */
    public boolean hasAccount(String id) {
        return world.store().get("", id) != null;
    }

    /** Charges work from now on. */
    public void activate(String account) throws StripeError {
        ObjectNode object = accounts.require(account);
        Capability.activate(object);
        accounts.changed(object);
    }

    /** Charges stop until Stripe gets what it wants. */
    public void disable(String account, List<String> wanted) throws StripeError {
        ObjectNode object = accounts.require(account);
        Capability.restrict(object, wanted, "provide_info");
        accounts.changed(object);
    }

    /** Expires the sessions whose time has come. */
    public void expireDue() throws StripeError {
        sessions.expireDue();
    }

    /** Every object of a kind in an account, newest first. */
    public List<ObjectNode> all(String account, String kind) {
        return world.store().all(account, kind).stream()
                .map(ObjectNode::deepCopy)
                .toList();
    }

    /** The names of the accounts that exist, with what they call themselves. */
    public List<String> accountNames() {
        return world.store().all("", Accounts.KIND).stream()
                .map(account -> Json.text(account, "display_name"))
                .toList();
    }
}
