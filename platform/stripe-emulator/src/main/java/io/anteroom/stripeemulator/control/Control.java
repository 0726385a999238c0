package io.anteroom.stripeemulator.control;

import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.http.Faults;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.objects.HostedCheckout;
import io.anteroom.stripeemulator.objects.Payer;
import io.anteroom.stripeemulator.objects.StripeObjects;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.EmulatorClock;
import io.anteroom.stripeemulator.store.Store;
import io.anteroom.stripeemulator.webhooks.Deliveries;
import io.anteroom.stripeemulator.webhooks.Delivery;
import io.anteroom.stripeemulator.webhooks.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a test may make happen: faults, webhooks held and forged, time, accounts disabled, and what a person does on the
 * hosted pages. Whatever Stripe would refuse throws {@link IllegalStateException}.
 */
public final class Control {

    private static final Payer PAYER = new Payer("payer@example.org", "Test Payer");

    private final Store store;
    private final EmulatorClock clock;
    private final StripeObjects objects;
    private final Deliveries deliveries;
    private final Faults faults;
    private final Supplier<List<String>> requests;

    /**
     * @param requests gives every API request so far
     */
    public Control(
            Store store,
            EmulatorClock clock,
            StripeObjects objects,
            Deliveries deliveries,
            Faults faults,
            Supplier<List<String>> requests) {
        this.store = store;
        this.clock = clock;
        this.objects = objects;
        this.deliveries = deliveries;
        this.faults = faults;
        this.requests = requests;
    }

    /** From now on events are posted there too. */
    public void addEndpoint(Endpoint endpoint) {
        deliveries.add(endpoint);
    }

    /** From now on events wait. */
    public void holdWebhooks() {
        deliveries.hold();
    }

    /** The waiting events go, and later ones at once. */
    public void releaseWebhooks() {
        deliveries.release();
    }

    /** The events that wait, oldest first. */
    public List<Delivery> waiting() {
        return deliveries.waiting();
    }

    /** Sends it here and now, in whatever order and as often as it is called; gives the status it was answered with. */
    public int send(Delivery delivery) {
        return uninterrupted(() -> deliveries.send(delivery));
    }

    /** Sends it to another endpoint, signed with that one's secret. */
    public int sendTo(Delivery delivery, Endpoint other) {
        return uninterrupted(() -> deliveries.sendTo(delivery, other));
    }

    /** Sends it signed with another secret. */
    public int forge(Delivery delivery) {
        return uninterrupted(() -> deliveries.forge(delivery, "whsec_not_the_right_one"));
    }

    /** Every event that waits is lost. */
    public void dropWebhooks() {
        deliveries.waiting().forEach(deliveries::drop);
    }

    /**
     * The next {@code times} requests like this go wrong.
     *
     * @param request a regular expression over {@code POST /v1/checkout/sessions}
     */
    public void fail(String request, Fault fault, int times) {
        faults.plan(request, fault, times);
    }

    /** The next request like this waits at a gate: a slow Stripe. */
    public Faults.Gate slow(String request) {
        return faults.hold(request);
    }

    /** Nothing goes wrong any more. */
    public void heal() {
        faults.clear();
    }

    /** Every API request so far, as {@code POST /v1/refunds}. */
    public List<String> requests() {
        return requests.get();
    }

    /** Moves the clock, and expires what has had its time. */
    public void advance(Duration by) {
        clock.advance(by);
        allowed(() -> {
            objects.expireDue();
            return true;
        });
    }

    /** Stripe has all it wants: charges work. */
    public void activate(String account) {
        allowed(() -> {
            objects.activate(account);
            return true;
        });
    }

    /** Stripe stops charges until it gets more. */
    public void disable(String account) {
        allowed(() -> {
            objects.disable(account, List.of("identity.business_details.documents.company_verification"));
            return true;
        });
    }

    /** A person pays on the hosted page. */
    public HostedCheckout.Paying pay(String account, String session, TestCard card) {
        return allowed(() -> objects.checkout().payByCard(account, session, card, PAYER));
    }

    /** A person pays on the hosted page by a bank debit, which takes days. */
    public HostedCheckout.Paying payByDebit(String account, String session) {
        return allowed(() -> objects.checkout().payByDebit(account, session, PAYER));
    }

    /** The person passes the bank's check, or does not; gives the address they are sent to. */
    public String finishCheck(String account, String intent, boolean passed) {
        return allowed(() -> objects.checkout().checked(account, intent, passed));
    }

    /** The bank debit comes, or does not. */
    public void settleDebit(String account, String intent, boolean paid) {
        allowed(() -> {
            objects.checkout().settle(account, intent, paid);
            return true;
        });
    }

    /** Every object of a kind, like {@code charge}, in an account, newest first, as the API shows it. */
    public List<ObjectNode> all(String account, String kind) {
        return store.atomically(() -> objects.all(account, kind));
    }

    private <R> R allowed(Store.Work<R, StripeError> work) {
        try {
            return store.atomically(work);
        } catch (StripeError e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static int uninterrupted(Store.Work<Integer, InterruptedException> work) {
        try {
            return work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while posting", e);
        }
    }
}
