package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.RefundCreateParams;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.webhooks.Delivery;
import io.anteroom.stripeemulator.webhooks.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisputesTest {

    private Shop shop;

    @BeforeEach
    void start() throws IOException, StripeException {
        shop = new Shop(EmulatorOptions.defaults());
        shop.control.addEndpoint(Endpoint.of(URI.create("http://localhost:1/"), "whsec_x", Endpoint.Scope.CONNECT));
        shop.control.holdWebhooks();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private String charge(TestCard card) throws StripeException {
        shop.control.pay(shop.account, shop.open(10_000, "gbp").getId(), card);
        return Json.text(shop.control.all(shop.account, "charge").getFirst(), "id");
    }

    private Dispute open(String charge) throws StripeException {
        return read(shop.control.money().openDispute(shop.account, charge, "product_not_received"));
    }

    private Dispute read(String id) throws StripeException {
        return shop.stripe.v1().disputes().retrieve(id, shop.there());
    }

    private Dispute answer(Dispute dispute, String text, boolean submit) throws StripeException {
        return shop.stripe
                .v1()
                .disputes()
                .update(
                        dispute.getId(),
                        DisputeUpdateParams.builder()
                                .setEvidence(DisputeUpdateParams.Evidence.builder()
                                        .setUncategorizedText(text)
                                        .build())
                                .setSubmit(submit)
                                .build(),
                        shop.there());
    }

    private long balance() throws StripeException {
        var balance = shop.stripe.v1().balance().retrieve(shop.there());
        return balance.getAvailable().getFirst().getAmount()
                + balance.getPending().getFirst().getAmount();
    }

    private List<String> told() {
        return shop.control.waiting().stream()
                .map(Delivery::type)
                .filter(type -> type.startsWith("charge.dispute"))
                .toList();
    }

    private String refundRefused(String charge) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                        StripeException.class,
                        () -> shop.stripe
                                .v1()
                                .refunds()
                                .create(
                                        RefundCreateParams.builder()
                                                .setCharge(charge)
                                                .build(),
                                        shop.there()))
                .getCode();
    }

    @Test
    void aDisputeTakesTheMoneyAndAFeeAndHasADeadline() throws StripeException {
        String charge = charge(TestCard.VISA);
        Dispute dispute = open(charge);

        assertThat(dispute.getStatus()).isEqualTo("needs_response");
        assertThat(dispute.getAmount()).isEqualTo(10_000);
        assertThat(dispute.getEvidenceDetails().getDueBy()).isEqualTo(dispute.getCreated() + 9 * 24 * 3600);
        assertThat(dispute.getBalanceTransactions().getFirst().getNet()).isEqualTo(-12_000);
        assertThat(balance()).isEqualTo(9_835 - 12_000);
        assertThat(shop.stripe.v1().charges().retrieve(charge, shop.there()).getDisputed())
                .isTrue();
        assertThat(told()).containsExactly("charge.dispute.created", "charge.dispute.funds_withdrawn");
        assertThat(refundRefused(charge)).isEqualTo("charge_disputed");
        assertThat(shop.stripe
                        .v1()
                        .disputes()
                        .list(DisputeListParams.builder().setCharge(charge).build(), shop.there())
                        .getData())
                .hasSize(1);
    }

    @Test
    void wonMeansAllButTheFeeComesBack() throws StripeException {
        String charge = charge(TestCard.VISA);
        Dispute dispute = open(charge);
        shop.control.money().decideDispute(shop.account, dispute.getId(), true);

        assertThat(read(dispute.getId()).getStatus()).isEqualTo("won");
        assertThat(balance()).isEqualTo(9_835 - 2_000);
        assertThat(told())
                .containsExactly(
                        "charge.dispute.created",
                        "charge.dispute.funds_withdrawn",
                        "charge.dispute.funds_reinstated",
                        "charge.dispute.closed");
        assertThatThrownBy(() -> shop.control.money().decideDispute(shop.account, dispute.getId(), false))
                .isInstanceOf(IllegalStateException.class);
        assertThat(shop.stripe
                        .v1()
                        .refunds()
                        .create(RefundCreateParams.builder().setCharge(charge).build(), shop.there())
                        .getStatus())
                .isEqualTo("succeeded");
    }

    @Test
    void lostMeansNothingDoes() throws StripeException {
        String charge = charge(TestCard.VISA);
        Dispute dispute = open(charge);
        shop.control.money().decideDispute(shop.account, dispute.getId(), false);
        assertThat(read(dispute.getId()).getStatus()).isEqualTo("lost");
        assertThat(balance()).isEqualTo(9_835 - 12_000);
        assertThat(refundRefused(charge)).isEqualTo("charge_disputed");
    }

    @Test
    void evidenceIsKeptAndThenSubmittedOnce() throws StripeException {
        Dispute dispute = open(charge(TestCard.VISA));
        Dispute kept = answer(dispute, "They were here on Monday.", false);
        assertThat(kept.getStatus()).isEqualTo("needs_response");
        assertThat(kept.getEvidenceDetails().getHasEvidence()).isTrue();

        Dispute submitted = answer(dispute, "They were here on Monday.", true);

        assertThat(submitted.getStatus()).isEqualTo("under_review");
        assertThat(submitted.getEvidenceDetails().getSubmissionCount()).isEqualTo(1);
        assertThatThrownBy(() -> answer(dispute, "And on Tuesday.", true)).hasMessageContaining("no more evidence");
    }

    @Test
    void stripesTwoMagicWordsDecideAtOnce() throws StripeException {
        assertThat(answer(open(charge(TestCard.VISA)), "winning_evidence", true).getStatus())
                .isEqualTo("won");
        assertThat(answer(open(charge(TestCard.VISA)), "losing_evidence", true).getStatus())
                .isEqualTo("lost");
    }

    @Test
    void whoGivesUpOrLetsTheDeadlinePassHasLost() throws StripeException {
        Dispute given = open(charge(TestCard.VISA));
        assertThat(shop.stripe
                        .v1()
                        .disputes()
                        .close(given.getId(), shop.there())
                        .getStatus())
                .isEqualTo("lost");
        Dispute late = open(charge(TestCard.VISA));
        shop.control.advance(Duration.ofDays(10));
        assertThat(read(late.getId()).getStatus()).isEqualTo("lost");
        assertThat(read(late.getId()).getEvidenceDetails().getPastDue()).isTrue();
    }

    @Test
    void anInquiryMovesNoMoney() throws StripeException {
        charge(TestCard.INQUIRY);
        Dispute inquiry =
                read(Json.text(shop.control.all(shop.account, "dispute").getFirst(), "id"));
        assertThat(inquiry.getStatus()).isEqualTo("warning_needs_response");
        assertThat(inquiry.getIsChargeRefundable()).isTrue();
        assertThat(balance()).isEqualTo(9_835);
        shop.control.money().decideDispute(shop.account, inquiry.getId(), true);
        assertThat(read(inquiry.getId()).getStatus()).isEqualTo("warning_closed");
        assertThat(balance()).isEqualTo(9_835);
    }

    @Test
    void someCardsAreDisputedByThemselves() throws StripeException {
        charge(TestCard.DISPUTED_AS_FRAUD);
        charge(TestCard.DISPUTED_AS_NOT_RECEIVED);
        assertThat(shop.control.all(shop.account, "dispute"))
                .extracting(dispute -> Json.text(dispute, "reason"))
                .containsExactly("product_not_received", "fraudulent");
    }

    @Test
    void aChargeIsDisputedOnlyOnce() throws StripeException {
        String charge = charge(TestCard.VISA);
        open(charge);
        assertThatThrownBy(() -> open(charge)).isInstanceOf(IllegalStateException.class);
    }
}
