package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import io.anteroom.payments.attempt.PaymentWork;
import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.reconciliation.MoneyCheck;
import io.anteroom.payments.reconciliation.StripeCheckWork;
import io.anteroom.payments.refund.GiveBackWork;
import io.anteroom.payments.refund.RefundAskedWork;
import io.anteroom.payments.refund.RefundWork;
import io.anteroom.payments.refund.Refunds;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.webhooks.Delivery;
import io.anteroom.stripeemulator.webhooks.Endpoint;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What the proof's walks are walked on: the clinic and its account, the worker, the night, and what Stripe sends. */
abstract class ProofBench extends PaymentsFixture {

    static final PayerRef ANA = new PayerRef("account", "1");

    private static final Set<String> KINDS =
            Set.of(PaymentWork.KIND, RefundAskedWork.KIND, GiveBackWork.KIND, RefundWork.KIND);

    /** Until nothing can be under way any more. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(31),
            Duration.ofHours(13),
            Duration.ofDays(1));

    @Autowired
    CardConsents consents;

    @Autowired
    Refunds refunds;

    @Autowired
    MoneyCheck check;

    @Autowired
    StripeClient client;

    String account = "";

    private ProofPath path = ProofPath.CHECKOUT;
    private @Nullable CardId card;

    /** What is under test from now on; its card is saved, and consent given to have it charged. */
    final void takes(ProofPath next) {
        path = next;
        TestCard kind = next.card();
        if (kind != null) {
            CardId saved = save(north(), account, ANA, kind);
            card = saved;
            for (String about : List.of("patient 1", "plan 1")) {
                in(
                        north(),
                        () -> consents.give(
                                ANA, about, saved, new ConsentWording(1, "Charge my card.", Locale.UK), "account 1"));
            }
        }
    }

    /** Does all work, each in its time, until none is left. */
    final void finish() {
        worker();
        for (Duration wait : WAITS) {
            if (waiting().isEmpty()) {
                return;
            }
            later(wait);
            worker();
        }
        assertThat(waiting()).as("work that never ends").isEmpty();
    }

    private List<String> waiting() {
        return pointers(north()).stream()
                .filter(each -> KINDS.contains(each.substring(0, each.indexOf(':'))))
                .toList();
    }

    /** Does what waits and is due, as the worker does: taken first, put back where it breaks, again if more came. */
    void worker() {
        for (int turn = 0; turn < 20; turn++) {
            List<String> due = control
                    .sql("select substring(task_instance from 14) from control.scheduled_tasks"
                            + " where tenant_id = :id and not picked and execution_time <= :now"
                            + " order by execution_time")
                    .param("id", north().id().value())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(each -> KINDS.contains(each.substring(0, each.indexOf(':'))))
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(this::doOne);
        }
        throw new AssertionError("The worker never comes to an end");
    }

    private void doOne(String pointer) {
        if (change("picked = true", "not picked", pointer) == 0) {
            return;
        }
        boolean done = false;
        try {
            work(north(), pointer.substring(0, pointer.indexOf(':')), pointer.substring(pointer.indexOf(':') + 1));
            done = true;
        } finally {
            if (!done) {
                change("picked = false", "picked", pointer);
            } else if (change(
                            "picked = false, execution_time = again_at, again_at = null",
                            "again_at is not null",
                            pointer)
                    == 0) {
                control.sql("delete from control.scheduled_tasks where tenant_id = :id and task_instance = :instance")
                        .param("id", north().id().value())
                        .param("instance", north().id().value() + ":" + pointer)
                        .update();
            }
        }
    }

    private int change(String change, String where, String pointer) {
        return control.sql("update control.scheduled_tasks set " + change + " where task_instance = :instance and "
                        + where)
                .param("instance", north().id().value() + ":" + pointer)
                .update();
    }

    /** What is done each night. */
    void compare() {
        work(north(), StripeCheckWork.KIND, StripeCheckWork.NOW);
    }

    /** The events that Stripe would send now. */
    List<Delivery> events() {
        return stripe.waiting().stream()
                .filter(each -> each.account().equals(account))
                .toList();
    }

    void send(List<Delivery> events) {
        assertThat(events).as("events").isNotEmpty();
        events.forEach(each -> assertThat(stripe.send(each)).isEqualTo(200));
    }

    /** What is not answered well comes again. */
    void sendUntilTaken(List<Delivery> events) {
        assertThat(events).as("events").isNotEmpty();
        events.forEach(each -> {
            if (stripe.send(each) != 200) {
                assertThat(stripe.send(each)).as("taken").isEqualTo(200);
            }
        });
    }

    void forge(List<Delivery> events) {
        assertThat(events).as("events").isNotEmpty();
        for (Delivery each : events) {
            assertThat(stripe.forge(each)).isEqualTo(400);
            assertThat(stripe.sendTo(
                            each, Endpoint.of(each.endpoint().url(), "whsec_platform_test", Endpoint.Scope.CONNECT)))
                    .isEqualTo(400);
        }
        stripe.dropWebhooks();
    }

    /** Another clinic's account charges somebody and gives it back, carrying our attempts' ids, and Stripe tells. */
    void chargedInSouth(ProofWalk walk) {
        String south = in(south(), () -> onboarding.status()).account();
        String other = south == null ? connect(south()) : south;
        RequestOptions there = RequestOptions.builder().setStripeAccount(other).build();
        for (Payment attempt : in(north(), () -> payments.of(walk.bill))) {
            try {
                String intent = client.v1()
                        .paymentIntents()
                        .create(
                                PaymentIntentCreateParams.builder()
                                        .setAmount(walk.amount.minor())
                                        .setCurrency(StripeAmount.code(walk.amount))
                                        .setPaymentMethod("pm_card_visa")
                                        .addPaymentMethodType("card")
                                        .setConfirm(true)
                                        .putMetadata("payment", attempt.id().toString())
                                        .build(),
                                there)
                        .getId();
                client.v1()
                        .refunds()
                        .create(
                                RefundCreateParams.builder()
                                        .setPaymentIntent(intent)
                                        .build(),
                                there);
            } catch (StripeException e) {
                throw new AssertionError(e);
            }
        }
        stripe.waiting().stream()
                .filter(each -> each.account().equals(other))
                .toList()
                .forEach(each -> assertThat(stripe.send(each)).isEqualTo(200));
        assertThat(in(south(), () -> payments.of(walk.bill))).isEmpty();
    }

    /** The account may charge again, and we know. */
    void enable() {
        stripe.activate(account);
        in(north(), onboarding::refresh);
    }

    ProofPath path() {
        return path;
    }

    CardId card() {
        return Objects.requireNonNull(card);
    }

    Money due(PayableRef ref) {
        return query(north(), () -> find(ref)).orElseThrow().due();
    }

    boolean isOpen(PayableRef ref) {
        return query(north(), () -> find(ref)).filter(Payable::open).isPresent();
    }

    private Optional<Payable> find(PayableRef ref) {
        return ref.kind().equals(bundles.kind()) ? bundles.find(ref) : bills.find(ref);
    }

    /** The attempt's payment intents at Stripe. */
    List<ObjectNode> intents(PaymentId attempt) {
        return stripe.all(account, "payment_intent").stream()
                .filter(intent ->
                        intent.path("metadata").path("payment").asString("").equals(attempt.toString()))
                .toList();
    }

    /** The payment intent of an attempt that has one. */
    String intent(PaymentId attempt) {
        return Json.text(intents(attempt).getFirst(), "id");
    }

    /** How often an attempt charged somebody. */
    long charged(PaymentId attempt) {
        return intents(attempt).stream()
                .filter(intent -> Json.text(intent, "status").equals("succeeded"))
                .count();
    }
}
