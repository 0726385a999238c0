package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiException;
import com.stripe.exception.StripeException;
import com.stripe.param.RefundCreateParams;
import io.anteroom.stripeemulator.control.Control;
import io.anteroom.stripeemulator.control.RemoteControl;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.pages.Coverage;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.webhooks.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** The control over HTTP, what is kept between runs, and the list of what is done and what is not. */
class RemoteControlTest {

    private Shop shop;
    private RemoteControl remote;

    @BeforeEach
    void start() throws IOException, StripeException {
        shop = new Shop(EmulatorOptions.defaults());
        remote = new RemoteControl(shop.emulator.address(), EmulatorOptions.SECRET_KEY);
    }

    @AfterEach
    void stop() {
        remote.close();
        shop.close();
    }

    private String newest(String kind) {
        return Json.text(shop.control.all(shop.account, kind).getFirst(), "id");
    }

    @Test
    void aPersonPaysAndTheMoneyGoesItsWay() throws StripeException {
        assertThat(remote.pay(shop.account, shop.open(8450, "gbp").getId(), TestCard.AT_ONCE))
                .startsWith("http://shop.example/done");
        String payout = remote.payOut(shop.account).getFirst();
        remote.sendPayout(shop.account, payout);
        remote.arrivePayout(shop.account, payout);
        remote.failPayout(shop.account, payout, "account_closed");
        assertThat(shop.stripe.v1().payouts().retrieve(payout, shop.there()).getStatus())
                .isEqualTo("failed");
        String dispute = remote.openDispute(shop.account, newest("charge"), "fraudulent");
        remote.decideDispute(shop.account, dispute, true);
        assertThat(shop.stripe.v1().disputes().retrieve(dispute, shop.there()).getStatus())
                .isEqualTo("won");
        remote.nextRefundBegins(shop.account, "pending");
        String refund = shop.stripe
                .v1()
                .refunds()
                .create(RefundCreateParams.builder().setCharge(newest("charge")).build(), shop.there())
                .getId();
        remote.endRefund(shop.account, refund, "failed");
        assertThat(shop.stripe.v1().refunds().retrieve(refund, shop.there()).getStatus())
                .isEqualTo("failed");
    }

    @Test
    void theBankAsksAndCardsAreRefused() throws StripeException {
        String session = shop.open(8450, "gbp").getId();
        assertThatThrownBy(() -> remote.pay(shop.account, session, TestCard.DECLINED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Your card was declined.");
        assertThat(remote.pay(shop.account, session, TestCard.CHECK_ALWAYS)).contains("/bank/");
        assertThat(remote.finishCheck(shop.account, newest("payment_intent"), true))
                .startsWith("http://shop.example/done");
    }

    @Test
    void requestsFailTimePassesAndAccountsStop() throws StripeException {
        remote.fail("POST /v1/customers", Fault.ERROR_BEFORE, 1);
        assertThatThrownBy(() -> shop.customer("ana@example.org")).isInstanceOf(ApiException.class);
        remote.slowDown("GET .*", Duration.ZERO);
        remote.heal();
        var session = shop.open(8450, "gbp");
        remote.advance(Duration.ofHours(25));
        assertThat(shop.read(session).getStatus()).isEqualTo("expired");
        remote.disable(shop.account);
        assertThatThrownBy(() -> shop.open(8450, "gbp")).hasMessageContaining("cannot currently make charges");
        remote.activate(shop.account);
        assertThat(shop.open(8450, "gbp").getStatus()).isEqualTo("open");
    }

    @Test
    void eventsAreHeldListedForgedAndDropped() throws StripeException {
        shop.control.addEndpoint(Endpoint.of(URI.create("http://localhost:1/"), "whsec_x", Endpoint.Scope.CONNECT));
        remote.holdWebhooks();
        shop.customer("ana@example.org");
        String event = remote.deliveries().getLast().get("event").asString();
        assertThat(remote.send(event)).isZero();
        assertThat(remote.forge(event)).isZero();
        assertThat(remote.deliveries().getLast().get("answers").size()).isEqualTo(2);
        shop.customer("ben@example.org");
        remote.dropWebhooks();
        assertThat(shop.control.waiting()).isEmpty();
    }

    @Test
    void withoutTheKeyNothingHappens() {
        try (var stranger = new RemoteControl(shop.emulator.address(), "sk_test_other")) {
            assertThatThrownBy(() -> stranger.disable(shop.account))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Invalid API Key");
        }
        assertThatThrownBy(() -> remote.disable("acct_none")).hasMessageContaining("No such");
    }

    @Test
    void aRestartForgetsNeitherCardsNorMoneyNorWhatIsStillToHappen(@TempDir Path directory) throws Exception {
        EmulatorOptions kept = EmulatorOptions.defaults().keptIn(directory.resolve("stripe.json"));
        String account;
        try (var before = new Shop(kept)) {
            account = before.account;
            before.control.pay(account, before.open(8450, "gbp").getId(), TestCard.REFUND_PENDING);
            String charge = Json.text(before.control.all(account, "charge").getFirst(), "id");
            before.stripe
                    .v1()
                    .refunds()
                    .create(
                            RefundCreateParams.builder()
                                    .setCharge(charge)
                                    .setAmount(450L)
                                    .build(),
                            before.there());
        }
        try (var after = StripeEmulator.start(kept)) {
            Control control = after.control();
            assertThat(control.all(account, "refund"))
                    .extracting(RemoteControlTest::status)
                    .containsExactly("pending");
            control.advance(Duration.ofDays(2));
            assertThat(control.all(account, "refund"))
                    .extracting(RemoteControlTest::status)
                    .containsExactly("succeeded");
            assertThat(control.all(account, "balance_transaction"))
                    .extracting(RemoteControlTest::status)
                    .containsOnly("available");
            assertThat(control.money().payOut(account)).hasSize(1);
        }
    }

    private static String status(ObjectNode object) {
        return Json.text(object, "status");
    }

    @Test
    void everyRouteThatIsAnsweredIsOnTheListAndNoOther() {
        assertThat(Coverage.answers().keySet())
                .containsExactlyInAnyOrderElementsOf(shop.emulator.routes().stream()
                        .map(route -> route.line())
                        .toList());
    }

    @Test
    void theDocumentationSaysTheSame() throws IOException {
        String document = Files.readString(Path.of("../../docs/stripe-emulator.md"));
        assertThat(document).contains(Coverage.answers().keySet().stream().collect(Collectors.toSet()));
        assertThat(document).contains(Coverage.differs());
        assertThat(document).contains(Coverage.leavesOut());
    }
}
