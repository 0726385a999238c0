package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.accounts.AccountLinks;
import io.anteroom.stripeemulator.accounts.Accounts;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.money.Balances;
import io.anteroom.stripeemulator.money.DisputeLife;
import io.anteroom.stripeemulator.money.Disputes;
import io.anteroom.stripeemulator.money.Ledger;
import io.anteroom.stripeemulator.money.Payouts;
import io.anteroom.stripeemulator.money.Pricing;
import io.anteroom.stripeemulator.money.RefundLife;
import io.anteroom.stripeemulator.money.Refunds;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.webhooks.Endpoint;
import io.anteroom.stripeemulator.world.EventLog;
import io.anteroom.stripeemulator.world.Expansion;
import io.anteroom.stripeemulator.world.World;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** All kinds of objects, joined. */
public final class StripeObjects {

    private final World world;
    private final Accounts accounts;
    private final AccountLinks links;
    private final CheckoutSessions sessions;
    private final HostedCheckout checkout;
    private final RefundLife refunds;
    private final DisputeLife disputes;
    private final Payouts payouts;
    private final Routes routes;

    /**
     * @param endpoints is told of every webhook endpoint made over the API, now and in an earlier run
     * @param undelivered gives how many endpoints an event has not reached yet
     */
    public StripeObjects(
            World world, Pricing pricing, Consumer<Endpoint> endpoints, Function<String, Long> undelivered) {
        this.world = world;
        this.accounts = new Accounts(world);
        this.links = new AccountLinks(world, accounts);
        var ledger = new Ledger(world, pricing);
        var balances = new Balances(world, ledger);
        this.payouts = new Payouts(world, ledger, balances);
        this.refunds = new RefundLife(world, ledger);
        this.disputes = new DisputeLife(world, ledger);
        var methods = new PaymentMethods(world);
        var customers = new Customers(world, methods);
        var charges = new Charges(world, ledger);
        var charging = new Charging(world, methods, charges, disputes);
        var setups = new Setups(world, methods);
        this.sessions = new CheckoutSessions(world, new CheckoutOpening(world, accounts, setups), charging, setups);
        this.checkout = new HostedCheckout(world, accounts, sessions, customers, methods, charging, setups);
        var webhooks = new WebhookEndpoints(world, endpoints);
        var all = new Routes();
        accounts.routes(all);
        links.routes(all);
        customers.routes(all);
        new PaymentMethodApi(world, methods).routes(all);
        new SetupIntents(world, methods, setups).routes(all);
        new PaymentIntents(world, accounts, methods, charging).routes(all);
        sessions.routes(all);
        charges.routes(all);
        new Refunds(world, refunds).routes(all);
        new Disputes(world, disputes).routes(all);
        balances.routes(all);
        payouts.routes(all);
        new EventLog(world, undelivered).routes(all);
        webhooks.routes(all);
        webhooks.restore();
        this.routes = all.each(handler -> Expansion.around(world, upToDate(handler)));
    }

    /** What is due by now happens before anything is answered. */
    private Routes.Handler upToDate(Routes.Handler handler) {
        return call -> {
            world.later().catchUp(call.account());
            return handler.handle(call);
        };
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

    /** The connected accounts. */
    public Accounts accounts() {
        return accounts;
    }

    /** How refunds go on. */
    public RefundLife refunds() {
        return refunds;
    }

    /** How disputes begin and end. */
    public DisputeLife disputes() {
        return disputes;
    }

    /** Money on its way to banks. */
    public Payouts payouts() {
        return payouts;
    }

    /** Whether the platform has that account. */
    public boolean hasAccount(String id) {
        return world.store().get("", id) != null;
    }

    /**
     * Everything whose time has come happens: sessions expire, funds become available, payouts arrive, deadlines pass.
     */
    public void catchUp() throws StripeError {
        sessions.expireDue();
        for (String account : world.store().accounts()) {
            world.later().catchUp(account);
        }
    }

    /** Every object of a kind in an account, newest first. */
    public List<ObjectNode> all(String account, String kind) {
        return world.store().all(account, kind).stream()
                .map(ObjectNode::deepCopy)
                .toList();
    }

    /** The same, not copied: what is changed in them is changed. */
    public List<ObjectNode> live(String account, String kind) {
        return world.store().all(account, kind);
    }

    /** The names of the accounts that exist, with what they call themselves. */
    public List<String> accountNames() {
        return world.store().all("", Accounts.KIND).stream()
                .map(account -> Json.text(account, "display_name"))
                .toList();
    }
}
