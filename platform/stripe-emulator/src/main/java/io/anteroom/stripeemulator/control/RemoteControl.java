package io.anteroom.stripeemulator.control;

import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.http.LastingFault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The control of an emulator that runs in another process, over HTTP. What it refuses throws {@link
 * IllegalStateException}. Each
 * method does what {@link Control}, {@link MoneyControl} or {@link WebhookControl} says of the one of its name.
 */
public final class RemoteControl implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String key;

    /** The control of the emulator that listens there and takes that secret key. */
    public RemoteControl(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    /** The next {@code times} requests like this go wrong. */
    public void fail(String request, Fault fault, int times) {
        act("fail", "request", request, "fault", fault.name(), "times", String.valueOf(times));
    }

    /** The next {@code times} requests like this go wrong, and asking again at once does not help. */
    public void fail(String request, LastingFault fault, int times) {
        act("fail", "request", request, "fault", fault.name(), "times", String.valueOf(times));
    }

    /** Every request like this takes that much longer. */
    public void slowDown(String request, Duration by) {
        act("slow_down", "request", request, "seconds", String.valueOf(by.toSeconds()));
    }

    /** Nothing goes wrong any more. */
    public void heal() {
        act("heal");
    }

    /** Moves the clock, and what is due happens. */
    public void advance(Duration by) {
        act("advance", "seconds", String.valueOf(by.toSeconds()));
    }

    /** Stripe has all it wants: charges work. */
    public void activate(String account) {
        act("activate", "account", account);
    }

    /** Stripe stops charges until it gets more. */
    public void disable(String account) {
        act("disable", "account", account);
    }

    /** From now on events wait. */
    public void holdWebhooks() {
        act("hold");
    }

    /** The waiting events go, and later ones at once. */
    public void releaseWebhooks() {
        act("release");
    }

    /** The waiting events go, the newest first. */
    public void releaseBackwards() {
        act("release_backwards");
    }

    /** Every event that waits is lost. */
    public void dropWebhooks() {
        act("drop");
    }

    /** Whether every event is sent twice from now on. */
    public void sendTwice(boolean on) {
        act("send_twice", "on", String.valueOf(on));
    }

    /** The next {@code times} events of a type like this never arrive. */
    public void lose(String type, int times) {
        act("lose", "type", type, "times", String.valueOf(times));
    }

    /** The latest deliveries, oldest first: event, type, account, url and the answers each got. */
    public List<JsonNode> deliveries() {
        return List.copyOf(act("deliveries").values());
    }

    /** Sends an event, once more if it was sent before; gives the status it was answered with. */
    public int send(String event) {
        return Integer.parseInt(act("send", "event", event).asString());
    }

    /** Sends an event signed with another secret; gives the status it was answered with. */
    public int forge(String event) {
        return Integer.parseInt(act("forge", "event", event).asString());
    }

    /** A person pays, or saves a card, on a hosted page; gives where they go. A refused card throws, with why. */
    public String pay(String account, String session, TestCard card) {
        return act("pay", "account", account, "session", session, "card", card.number())
                .asString();
    }

    /** A person pays on a hosted page with a card they saved; gives where they go. */
    public String paySaved(String account, String session, String method) {
        return act("pay_saved", "account", account, "session", session, "method", method)
                .asString();
    }

    /** A person pays on a hosted page by a bank debit; gives where they go. */
    public String payByDebit(String account, String session) {
        return act("pay_by_debit", "account", account, "session", session).asString();
    }

    /** The person passes the bank's check, or does not; gives where they go. */
    public String finishCheck(String account, String intent, boolean passed) {
        return act("finish_check", "account", account, "intent", intent, "passed", String.valueOf(passed))
                .asString();
    }

    /** A bank debit comes, or does not. */
    public void settleDebit(String account, String intent, boolean good) {
        act("settle_debit", "account", account, "intent", intent, "good", String.valueOf(good));
    }

    /** A saved card ends with that month. */
    public void cardEnds(String account, String method, YearMonth until) {
        act("card_ends", "account", account, "method", method, "until", until.toString());
    }

    /** The payer disputes a charge; gives the dispute's id. */
    public String openDispute(String account, String charge, String reason) {
        return act("open_dispute", "account", account, "charge", charge, "reason", reason)
                .asString();
    }

    /** The payer's bank asks about a charge; gives the dispute's id. */
    public String inquire(String account, String charge) {
        return act("inquire", "account", account, "charge", charge).asString();
    }

    /** The bank decides a dispute. */
    public void decideDispute(String account, String dispute, boolean won) {
        act("decide_dispute", "account", account, "dispute", dispute, "won", String.valueOf(won));
    }

    /** The next refund in that account begins so. */
    public void nextRefundBegins(String account, String status) {
        act("next_refund_begins", "account", account, "status", status);
    }

    /** A refund ends so. */
    public void endRefund(String account, String refund, String status) {
        act("end_refund", "account", account, "refund", refund, "status", status);
    }

    /** Pays out all that is available; gives the payouts' ids. */
    public List<String> payOut(String account) {
        String ids = act("pay_out", "account", account).asString();
        return ids.isEmpty() ? List.of() : List.of(ids.split(" ", -1));
    }

    /** A payout leaves. */
    public void sendPayout(String account, String payout) {
        act("send_payout", "account", account, "payout", payout);
    }

    /** A payout arrives. */
    public void arrivePayout(String account, String payout) {
        act("arrive_payout", "account", account, "payout", payout);
    }

    /** The bank sends a payout back. */
    public void failPayout(String account, String payout, String code) {
        act("fail_payout", "account", account, "payout", payout, "code", code);
    }

    @Override
    public void close() {
        http.close();
    }

    private JsonNode act(String name, String... params) {
        var form = new StringBuilder("key=" + encode(key));
        for (int i = 0; i < params.length; i += 2) {
            form.append('&').append(params[i]).append('=').append(encode(params[i + 1]));
        }
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(address.resolve("/_/control/" + name))
                            .timeout(PATIENCE)
                            .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                            .build(),
                    BodyHandlers.ofString());
            JsonNode body = Json.read(answer.body());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        body.path("error").path("message").asString(""));
            }
            return body.get("done");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
