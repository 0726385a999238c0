package io.anteroom.stripeemulator.control;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.http.LastingFault;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.objects.HostedCheckout;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.webhooks.Delivery;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The control over HTTP: {@code POST /_/control/<act>} with a form, and the secret key as {@code key}. {@link
 * RemoteControl} is
 * its client. What is refused is answered 400 with why.
 */
public final class ControlRoutes {

    /** Does one thing; gives what came of it, or an empty text. */
    private interface Act {
        String done(Params params) throws StripeError;
    }

    private final Control control;
    private final String key;
    private final Map<String, Act> acts = new TreeMap<>();

    /** Routes to that control for who knows the key. */
    public ControlRoutes(Control control, String key) {
        this.control = control;
        this.key = key;
        requests();
        webhooks();
        people();
        money();
    }

    /** Adds its route. */
    public Routes routes(Routes routes) {
        return routes.on("POST", "/_/control/{act}", this::act);
    }

    /** The acts there are. */
    public List<String> acts() {
        return List.copyOf(acts.keySet());
    }

    private void requests() {
        acts.put("fail", params -> {
            fail(params);
            return "";
        });
        acts.put("slow_down", params -> {
            control.slowDown(params.required("request"), Duration.ofSeconds(seconds(params)));
            return "";
        });
        acts.put("heal", _ -> {
            control.heal();
            return "";
        });
        acts.put("advance", params -> {
            control.advance(Duration.ofSeconds(seconds(params)));
            return "";
        });
        acts.put("activate", params -> {
            control.activate(params.required("account"));
            return "";
        });
        acts.put("disable", params -> {
            control.disable(params.required("account"));
            return "";
        });
    }

    private void webhooks() {
        acts.put("hold", _ -> {
            control.holdWebhooks();
            return "";
        });
        acts.put("release", _ -> {
            control.releaseWebhooks();
            return "";
        });
        acts.put("release_backwards", _ -> {
            control.webhooks().releaseBackwards();
            return "";
        });
        acts.put("drop", _ -> {
            control.dropWebhooks();
            return "";
        });
        acts.put("send_twice", params -> {
            control.webhooks().sendTwice(params.isTrue("on"));
            return "";
        });
        acts.put("lose", params -> {
            control.webhooks()
                    .lose(params.required("type"), (int) params.number("times").orElse(1));
            return "";
        });
        acts.put("send", params -> String.valueOf(control.send(delivery(params))));
        acts.put("forge", params -> String.valueOf(control.forge(delivery(params))));
    }

    private void people() {
        acts.put("pay", params -> {
            TestCard card = TestCard.byNumber(params.required("card"))
                    .orElseThrow(() -> new IllegalStateException("Not one of the test cards"));
            return went(control.pay(params.required("account"), params.required("session"), card));
        });
        acts.put(
                "pay_saved",
                params -> went(control.paySaved(
                        params.required("account"), params.required("session"), params.required("method"))));
        acts.put(
                "pay_by_debit",
                params -> went(control.payByDebit(params.required("account"), params.required("session"))));
        acts.put(
                "finish_check",
                params -> control.finishCheck(
                        params.required("account"), params.required("intent"), params.isTrue("passed")));
        acts.put("settle_debit", params -> {
            control.settleDebit(params.required("account"), params.required("intent"), params.isTrue("good"));
            return "";
        });
        acts.put("card_ends", params -> {
            control.money()
                    .cardEnds(params.required("account"), params.required("method"), month(params.required("until")));
            return "";
        });
    }

    private void money() {
        MoneyControl money = control.money();
        acts.put(
                "open_dispute",
                params -> money.openDispute(
                        params.required("account"), params.required("charge"), params.required("reason")));
        acts.put("inquire", params -> money.inquire(params.required("account"), params.required("charge")));
        acts.put("decide_dispute", params -> {
            money.decideDispute(params.required("account"), params.required("dispute"), params.isTrue("won"));
            return "";
        });
        acts.put("next_refund_begins", params -> {
            money.nextRefundBegins(params.required("account"), params.required("status"));
            return "";
        });
        acts.put("end_refund", params -> {
            money.endRefund(params.required("account"), params.required("refund"), params.required("status"));
            return "";
        });
        acts.put("pay_out", params -> String.join(" ", money.payOut(params.required("account"))));
        acts.put("send_payout", params -> {
            money.sendPayout(params.required("account"), params.required("payout"));
            return "";
        });
        acts.put("arrive_payout", params -> {
            money.arrivePayout(params.required("account"), params.required("payout"));
            return "";
        });
        acts.put("fail_payout", params -> {
            money.failPayout(params.required("account"), params.required("payout"), params.required("code"));
            return "";
        });
    }

    private Reply act(Call call) throws StripeError {
        if (!call.params().text("key").orElse("").equals(key)) {
            throw StripeError.unauthorized();
        }
        String name = call.variable("act");
        if (name.equals("deliveries")) {
            return deliveries();
        }
        Act act = acts.get(name);
        if (act == null) {
            throw StripeError.unknownRoute(call.method(), call.path());
        }
        try {
            return Reply.ok(Json.object().put("done", act.done(call.params())));
        } catch (IllegalStateException e) {
            throw StripeError.refused(null, String.valueOf(e.getMessage()), null);
        }
    }

    /** The latest deliveries, oldest first, with their answers. */
    private Reply deliveries() {
        ObjectNode all = Json.object();
        ArrayNode list = all.putArray("done");
        for (Delivery delivery : control.webhooks().history()) {
            ObjectNode one = list.addObject()
                    .put("event", delivery.event())
                    .put("type", delivery.type())
                    .put("account", delivery.account())
                    .put("url", delivery.endpoint().url().toString());
            ArrayNode answers = one.putArray("answers");
            delivery.answers().forEach(answers::add);
        }
        return Reply.ok(all);
    }

    private Delivery delivery(Params params) throws StripeError {
        String event = params.required("event");
        return control.webhooks().history().stream()
                .filter(delivery -> delivery.event().equals(event))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No delivery of " + event));
    }

    private static String went(HostedCheckout.Paying paying) {
        return switch (paying) {
            case HostedCheckout.GoTo(String address) -> address;
            case HostedCheckout.Stay(String message) -> throw new IllegalStateException(message);
            case HostedCheckout.Closed() -> throw new IllegalStateException("The page has closed");
        };
    }

    private static long seconds(Params params) throws StripeError {
        params.required("seconds");
        return params.number("seconds").orElseThrow();
    }

    private void fail(Params params) throws StripeError {
        String request = params.required("request");
        String name = params.required("fault");
        int times = (int) params.number("times").orElse(1);
        if (named(Fault.values()).contains(name)) {
            control.fail(request, Fault.valueOf(name), times);
        } else if (named(LastingFault.values()).contains(name)) {
            control.fail(request, LastingFault.valueOf(name), times);
        } else {
            throw new IllegalStateException("No such fault: " + name);
        }
    }

    private static List<String> named(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalStateException("Not a month like 2026-03: " + text, e);
        }
    }
}
