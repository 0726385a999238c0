package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.webhook.WebhookConfiguration;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.webhooks.Delivery;
import io.anteroom.stripeemulator.webhooks.Endpoint;
import io.anteroom.stripeemulator.webhooks.Endpoint.Scope;
import io.anteroom.testing.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Events over HTTP, in every order and state. */
class WebhookTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");

    @Autowired
    MeterRegistry meters;

    private String account;
    private PayableRef bill;
    private PaymentId payment;

    @BeforeEach
    void aPaymentOnItsWay() {
        account = connect(north());
        bill = bill(north(), "1", DUE);
        payment = begun(north(), bill, DUE);
        stripe.dropWebhooks();
    }

    private double counted(String outcome) {
        return meters.counter("anteroom.stripe.webhooks", "outcome", outcome).count();
    }

    private List<String> events() {
        return query(
                north(),
                () -> data.sql("select type from __tenant__.stripe_event order by received_at, id")
                        .query(String.class)
                        .list());
    }

    @Test
    void anEventBeforeTheReturnPageSettlesAndTheReturnPageChangesNothing() {
        pay(north(), account, payment, TestCard.VISA);

        assertThat(stripe.send(waiting("checkout.session.completed"))).isEqualTo(200);

        assertThat(stored(north(), payment).hasSucceeded()).isTrue();
        reconciled(north(), payment);
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void anEventAfterTheReturnPageChangesNothing() {
        pay(north(), account, payment, TestCard.VISA);
        reconciled(north(), payment);

        assertThat(stripe.send(waiting("checkout.session.completed"))).isEqualTo(200);

        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void aPaymentIsCountedOnceByWhatPaidAndHowLateWeKnewIsMeasured() {
        double before = paid("card");
        long noticed = meters.timer("anteroom.payments.noticed").count();
        double waited = meters.timer("anteroom.payments.noticed").totalTime(TimeUnit.SECONDS);
        pay(north(), account, payment, TestCard.VISA);
        Delivery completed = waiting("checkout.session.completed");
        clock.advance(Duration.ofSeconds(90));

        stripe.send(completed);
        stripe.send(completed);
        reconciled(north(), payment);

        assertThat(paid("card")).isEqualTo(before + 1);
        assertThat(meters.timer("anteroom.payments.noticed").count()).isEqualTo(noticed + 1);
        assertThat(meters.timer("anteroom.payments.noticed").totalTime(TimeUnit.SECONDS))
                .isEqualTo(waited + 90);
    }

    private double paid(String method) {
        return meters.counter("anteroom.payments", "outcome", "succeeded", "method", method)
                .count();
    }

    @Test
    void anEventThatComesTwiceIsNotedOnce() {
        pay(north(), account, payment, TestCard.VISA);
        Delivery completed = waiting("checkout.session.completed");
        double before = counted("duplicate");

        stripe.send(completed);
        stripe.send(completed);
        later(Duration.ofDays(1));
        stripe.send(completed);

        assertThat(settled(north(), bill)).hasSize(1);
        assertThat(events()).containsExactly("checkout.session.completed");
        assertThat(counted("duplicate") - before).isEqualTo(2);
    }

    @Test
    void eventsInReverseOrderSettleOnce() {
        pay(north(), account, payment, TestCard.DECLINED);
        pay(north(), account, payment, TestCard.VISA);

        for (Delivery delivery : stripe.waiting().reversed()) {
            assertThat(stripe.send(delivery)).isEqualTo(200);
        }

        assertThat(stored(north(), payment).hasSucceeded()).isTrue();
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void aLateFailureDoesNotUndoASuccess() {
        pay(north(), account, payment, TestCard.DECLINED);
        Delivery failed = waiting("payment_intent.payment_failed");
        pay(north(), account, payment, TestCard.VISA);
        reconciled(north(), payment);

        assertThat(stripe.send(failed)).isEqualTo(200);

        assertThat(stored(north(), payment).hasSucceeded()).isTrue();
        assertThat(stored(north(), payment).failureCode()).isEmpty();
    }

    @Test
    void aForgedEventIsRefusedAndNotNoted() {
        pay(north(), account, payment, TestCard.VISA);
        double before = counted("forged");

        assertThat(stripe.forge(waiting("checkout.session.completed"))).isEqualTo(400);

        assertThat(stored(north(), payment).state()).isEqualTo(PaymentState.OPEN);
        assertThat(events()).isEmpty();
        assertThat(counted("forged") - before).isEqualTo(1);
    }

    @Test
    void anOldSignatureIsRefused() {
        pay(north(), account, payment, TestCard.VISA);
        Delivery completed = waiting("checkout.session.completed");
        stripe.advance(Duration.ofMinutes(-6));
        try {
            assertThat(stripe.send(completed)).isEqualTo(400);
        } finally {
            stripe.advance(Duration.ofMinutes(6));
        }
    }

    @Test
    void theOtherEndpointsSecretDoesNotServe() {
        pay(north(), account, payment, TestCard.VISA);
        Delivery completed = waiting("checkout.session.completed");
        URI connect = completed.endpoint().url();
        var wrong = Endpoint.of(connect, "whsec_platform_test", Scope.CONNECT);
        assertThat(stripe.sendTo(completed, wrong)).isEqualTo(400);
    }

    @Test
    void anEventOfAnotherClinicsAccountTouchesNothingOfThisOne() {
        String southAccount = connect(south());
        PayableRef southBill = bill(south(), "1", Money.of(8450, "JPY"));
        PaymentId southPayment = begun(south(), southBill, Money.of(8450, "JPY"));
        pay(north(), account, payment, TestCard.VISA);
        pay(south(), southAccount, southPayment, TestCard.VISA);
        Delivery souths = stripe.waiting().stream()
                .filter(delivery -> delivery.account().equals(southAccount))
                .filter(delivery -> delivery.type().equals("checkout.session.completed"))
                .findFirst()
                .orElseThrow();

        stripe.send(souths);

        assertThat(stored(south(), southPayment).hasSucceeded()).isTrue();
        assertThat(stored(north(), payment).state()).isEqualTo(PaymentState.OPEN);
        assertThat(events()).isEmpty();
    }

    @Test
    void anAccountThatNobodyKnowsIsAnsweredAndCounted() {
        pay(north(), account, payment, TestCard.VISA);
        Tenants.superuser().sql("delete from control.stripe_account").update();
        double before = counted("unknown_account");

        assertThat(stripe.send(waiting("checkout.session.completed"))).isEqualTo(200);

        assertThat(counted("unknown_account") - before).isEqualTo(1);
        assertThat(stored(north(), payment).state()).isEqualTo(PaymentState.OPEN);
    }

    @Test
    void anEventThatStripeCannotBeAskedAboutIsLeftToTheWorker() {
        pay(north(), account, payment, TestCard.VISA);
        fail(READ_PAGE, Fault.ERROR_BEFORE);

        assertThat(stripe.send(waiting("payment_intent.succeeded"))).isEqualTo(200);
        assertThat(stored(north(), payment).state()).isEqualTo(PaymentState.OPEN);
        assertThat(pointers(north())).contains("stripe-payment:" + payment);

        work(north(), payment);
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void aCrashWhileTheMoneyIsRecordedIsLeftToTheWorkerToo() {
        pay(north(), account, payment, TestCard.VISA);
        bills.crash(1);

        assertThat(stripe.send(waiting("checkout.session.completed"))).isEqualTo(200);
        assertThat(settled(north(), bill)).isEmpty();

        work(north(), payment);
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void anEventThatOvertakesTheAnswerFindsItsPaymentAllTheSame() {
        PayableRef other = bill(north(), "2", DUE);
        fail(OPEN_PAGE, Fault.LOST_AFTER);
        start(north(), other, DUE);
        Payment lost = in(north(), () -> payments.of(other)).getFirst();
        assertThat(lost.state()).isEqualTo(PaymentState.CREATED);
        String page =
                stripe.all(account, "checkout.session").getFirst().get("id").asString();
        stripe.pay(account, page, TestCard.VISA);

        stripe.send(waiting("checkout.session.completed"));

        assertThat(stored(north(), lost.id()).hasSucceeded()).isTrue();
        assertThat(settled(north(), other)).hasSize(1);
    }

    @Test
    void aPaymentWhoseEventsWereAllLostIsFoundByTheJob() {
        pay(north(), account, payment, TestCard.VISA);
        stripe.dropWebhooks();
        assertThat(pointers(north())).contains("stripe-payment:" + payment);

        work(north(), payment);

        assertThat(stored(north(), payment).hasSucceeded()).isTrue();
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void aPaymentThatIsNotOverIsLookedAtAgain() {
        control.sql("delete from control.scheduled_tasks").update();
        work(north(), payment);
        assertThat(pointers(north())).containsExactly("stripe-payment:" + payment);

        control.sql("delete from control.scheduled_tasks").update();
        pay(north(), account, payment, TestCard.VISA);
        work(north(), payment);
        assertThat(pointers(north())).isEmpty();
    }

    @Test
    void theListenerWantsNoTokenButKeepsToItsHostPathAndSize() throws IOException {
        assertThat(post("localhost", WebhookConfiguration.CONNECT, "{}")).isEqualTo(400);
        assertThat(post("localhost", WebhookConfiguration.CONNECT, "x".repeat(300 * 1024)))
                .isEqualTo(413);
        assertThat(post("north.localhost", WebhookConfiguration.CONNECT, "{}")).isEqualTo(403);
        assertThat(post("localhost", WebhookConfiguration.CONNECT + "/other", "{}"))
                .isEqualTo(403);
    }

    /** By hand, since Java's client sends no other host than the one it speaks to. */
    private int post(String host, String path, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "POST " + path + " HTTP/1.1\r\nHost: " + host + ":" + port
                    + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9));
        }
    }
}
