package io.anteroom.stripeemulator;

import io.anteroom.stripeemulator.control.Control;
import io.anteroom.stripeemulator.control.ControlRoutes;
import io.anteroom.stripeemulator.http.Api;
import io.anteroom.stripeemulator.http.Faults;
import io.anteroom.stripeemulator.http.HttpFront;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.objects.StripeObjects;
import io.anteroom.stripeemulator.pages.Pages;
import io.anteroom.stripeemulator.store.EmulatorClock;
import io.anteroom.stripeemulator.store.Ids;
import io.anteroom.stripeemulator.store.Store;
import io.anteroom.stripeemulator.webhooks.Deliveries;
import io.anteroom.stripeemulator.world.Events;
import io.anteroom.stripeemulator.world.Later;
import io.anteroom.stripeemulator.world.World;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;

/** A running emulator. */
public final class StripeEmulator implements AutoCloseable {

    private final HttpFront front;
    private final Deliveries deliveries;
    private final Control control;
    private final List<Routes.Known> routes;

    private StripeEmulator(HttpFront front, Deliveries deliveries, Control control, List<Routes.Known> routes) {
        this.front = front;
        this.deliveries = deliveries;
        this.control = control;
        this.routes = routes;
    }

    /**
     * Starts one; it answers when this returns.
     *
     * @throws IOException if the port is taken
     */
    public static StripeEmulator start(EmulatorOptions options) throws IOException {
        var front = new HttpFront(options.port());
        var store = new Store(options.stateFile());
        var clock = new EmulatorClock(options.time(), store);
        var ids = new Ids(new SecureRandom());
        var deliveries = new Deliveries(clock);
        options.endpoints().forEach(deliveries::add);
        var events = new Events(store, clock, ids, deliveries::offer);
        var objects = new StripeObjects(
                new World(
                        store,
                        clock,
                        ids,
                        events,
                        new Later(store, clock),
                        front.address().toString()),
                options.pricing(),
                deliveries::add,
                deliveries::undelivered);
        var faults = new Faults();
        var api = new Api(
                options.secretKey(),
                store,
                clock,
                ids,
                objects.routes(),
                faults,
                account -> objects.hasAccount(account) ? account : "");
        var control = new Control(store, clock, objects, deliveries, faults, api::log);
        Routes pages = new Pages(store, objects).routes();
        front.serve(api, new ControlRoutes(control, options.secretKey()).routes(pages));
        return new StripeEmulator(front, deliveries, control, objects.routes().known());
    }

    /** Where it listens: what {@code StripeClient}'s {@code apiBase} is set to. */
    public URI address() {
        return front.address();
    }

    /** What a test may make happen. */
    public Control control() {
        return control;
    }

    /** Every route of the API that it answers, with the parameters that each takes. */
    public List<Routes.Known> routes() {
        return routes;
    }

    @Override
    public void close() {
        front.close();
        deliveries.close();
    }
}
