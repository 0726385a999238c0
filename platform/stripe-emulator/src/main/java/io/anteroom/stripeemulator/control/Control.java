package io.anteroom.stripeemulator.control;

import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.http.Faults;
import io.anteroom.stripeemulator.http.LastingFault;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.objects.Entered;
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
    private final MoneyControl money;
    private final WebhookControl webhooks;

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
        this.money = new MoneyControl(store, objects);
        this.webhooks = new WebhookControl(deliveries);
    }

    /** What a bank, a payer's bank or Stripe does with money. */
    public MoneyControl money() {
        return money;
    }

    /** What happens to events on their way. */
    public WebhookControl webhooks() {
        return webhooks;
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

    /** The next {@code times} requests like this go wrong, and asking again at once does not help. */
    public void fail(String request, LastingFault fault, int times) {
        faults.plan(request, fault, times);
    }

    /** What {@linkplain LastingFault#ARRIVES_LATE was still on its way} arrives, and is done; gives how many requests that were. */
    public int arrive() {
        return faults.arrive();
    }

    /** The next request like this waits at a gate: a slow Stripe. */
    public Faults.Gate slow(String request) {
        return faults.hold(request);
    }

    /** Every request like this takes that much longer, until {@link #heal}. */
    public void slowDown(String request, Duration by) {
        faults.slowDown(request, by);
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
            objects.catchUp();
            return true;
        });
    }

    /** Stripe has all it wants: charges work. */
    public void activate(String account) {
        allowed(() -> {
            objects.accounts().activate(account);
            return true;
        });
    }

    /** Stripe stops charges until it gets more. */
    public void disable(String account) {
        allowed(() -> {
            objects.accounts().disable(account, List.of("identity.business_details.documents.company_verification"));
            return true;
        });
    }

    /** A person pays on the hosted page. */
    public HostedCheckout.Paying pay(String account, String session, TestCard card) {
        return pay(account, session, Entered.of(card));
    }

    /** A person pays on the hosted page, or saves a card there, having entered that. */
    public HostedCheckout.Paying pay(String account, String session, Entered entered) {
        return allowed(() -> objects.checkout().payByCard(account, session, entered, PAYER));
    }

    /** A person pays on the hosted page with a card they saved before. */
    public HostedCheckout.Paying paySaved(String account, String session, String method) {
        return allowed(() -> objects.checkout().payBySaved(account, session, method));
    }

    /** A person pays on the hosted page by a bank debit, which takes days. */
    public HostedCheckout.Paying payByDebit(String account, String session) {
        return allowed(() -> objects.checkout().payByDebit(account, session, PAYER));
    }

    /**
     * The person passes the bank's check, for a payment or a setup intent, or does not; gives the address they are sent
     * to.
     */
    public String finishCheck(String account, String intent, boolean passed) {
        return allowed(() -> objects.checkout().checked(account, intent, passed));
    }

    /** The bank debit of a payment intent comes, or does not; a setup intent's bank account is good, or is not. */
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
