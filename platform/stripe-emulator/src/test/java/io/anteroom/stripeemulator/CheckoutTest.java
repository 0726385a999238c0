package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import io.anteroom.stripeemulator.objects.HostedCheckout.Closed;
import io.anteroom.stripeemulator.objects.HostedCheckout.GoTo;
import io.anteroom.stripeemulator.objects.HostedCheckout.Stay;
import io.anteroom.stripeemulator.objects.TestCard;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckoutTest {

    private Shop shop;

    @BeforeEach
    void start() throws IOException, StripeException {
        shop = new Shop(EmulatorOptions.defaults());
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void aGoodCardPaysOnce() throws StripeException {
        Session session = shop.open(8450, "gbp");
        assertThat(session.getPaymentIntent()).isNull();

        assertThat(shop.control.pay(shop.account, session.getId(), TestCard.VISA))
                .isEqualTo(new GoTo("http://shop.example/done?session=" + session.getId()));
        assertThat(shop.control.pay(shop.account, session.getId(), TestCard.VISA))
                .isInstanceOf(GoTo.class);

        Session paid = shop.read(session);
        assertThat(paid.getStatus()).isEqualTo("complete");
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        assertThat(paid.getUrl()).isNull();
        assertThat(shop.control.all(shop.account, "charge")).hasSize(1);
        PaymentIntent intent = shop.stripe.v1().paymentIntents().retrieve(paid.getPaymentIntent(), shop.there());
        assertThat(intent.getStatus()).isEqualTo("succeeded");
        assertThat(intent.getMetadata()).containsEntry("payment", "17");
    }

    @Test
    void aDeclinedCardCanBeFollowedByAnother() throws StripeException {
        Session session = shop.open(8450, "gbp");

        assertThat(shop.control.pay(shop.account, session.getId(), TestCard.INSUFFICIENT_FUNDS))
                .isEqualTo(new Stay("Your card has insufficient funds."));
        Session open = shop.read(session);
        assertThat(open.getStatus()).isEqualTo("open");
        PaymentIntent declined = shop.stripe.v1().paymentIntents().retrieve(open.getPaymentIntent(), shop.there());
        assertThat(declined.getLastPaymentError().getDeclineCode()).isEqualTo("insufficient_funds");

        assertThat(shop.control.pay(shop.account, session.getId(), TestCard.VISA))
                .isInstanceOf(GoTo.class);
        assertThat(shop.read(session).getPaymentIntent()).isEqualTo(open.getPaymentIntent());
    }

    @Test
    void theBankAsksAndTheAnswerDecides() throws StripeException {
        Session session = shop.open(8450, "gbp");

        assertThat(shop.control.pay(shop.account, session.getId(), TestCard.CHECK_ALWAYS))
                .isInstanceOf(GoTo.class);
        String intent = shop.read(session).getPaymentIntent();
        assertThat(shop.stripe
                        .v1()
                        .paymentIntents()
                        .retrieve(intent, shop.there())
                        .getStatus())
                .isEqualTo("requires_action");

        assertThat(shop.control.finishCheck(shop.account, intent, false)).isEqualTo(session.getUrl());
        assertThat(shop.read(session).getPaymentStatus()).isEqualTo("unpaid");

        shop.control.pay(shop.account, session.getId(), TestCard.CHECK_ALWAYS);
        assertThat(shop.control.finishCheck(shop.account, intent, true)).startsWith("http://shop.example/done");
        assertThat(shop.read(session).getPaymentStatus()).isEqualTo("paid");
    }

    @Test
    void aDebitTakesDaysAndMayStillFail() throws StripeException {
        Session session = shop.open(8450, "eur");

        shop.control.payByDebit(shop.account, session.getId());
        Session waiting = shop.read(session);
        assertThat(waiting.getStatus()).isEqualTo("complete");
        assertThat(waiting.getPaymentStatus()).isEqualTo("unpaid");

        shop.control.settleDebit(shop.account, waiting.getPaymentIntent(), false);
        PaymentIntent intent = shop.stripe.v1().paymentIntents().retrieve(waiting.getPaymentIntent(), shop.there());
        assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
        assertThat(shop.read(session).getPaymentStatus()).isEqualTo("unpaid");
    }

    @Test
    void anExpiredSessionCannotBePaidAndAPaidOneCannotExpire() throws StripeException {
        Session late = shop.open(8450, "gbp");
        Session paid = shop.open(8450, "gbp");
        shop.control.pay(shop.account, paid.getId(), TestCard.VISA);

        shop.control.advance(Duration.ofHours(25));

        assertThat(shop.read(late).getStatus()).isEqualTo("expired");
        assertThat(shop.control.pay(shop.account, late.getId(), TestCard.VISA)).isEqualTo(new Closed());
        assertThatThrownBy(() -> shop.stripe.v1().checkout().sessions().expire(paid.getId(), shop.there()))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void anAccountThatWasStoppedCannotBePaid() throws StripeException {
        Session session = shop.open(8450, "gbp");
        shop.control.disable(shop.account);

        assertThat(shop.control.pay(shop.account, session.getId(), TestCard.VISA))
                .isEqualTo(new Stay("Northside Clinic cannot take payments at the moment."));
        assertThatThrownBy(() -> shop.open(8450, "gbp"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("cannot currently make charges");
    }

    @Test
    void anotherAccountsSessionIsNotThere() throws StripeException {
        Session session = shop.open(8450, "gbp");
        String other = shop.newAccount("Southside Clinic");

        assertThatThrownBy(() -> shop.stripe
                        .v1()
                        .checkout()
                        .sessions()
                        .retrieve(
                                session.getId(),
                                RequestOptions.builder().setStripeAccount(other).build()))
                .isInstanceOf(InvalidRequestException.class)
                .extracting(e -> ((StripeException) e).getCode())
                .isEqualTo("resource_missing");
        assertThatThrownBy(() -> shop.stripe
                        .v1()
                        .checkout()
                        .sessions()
                        .retrieve(
                                session.getId(),
                                RequestOptions.builder()
                                        .setStripeAccount("acct_unknown")
                                        .build()))
                .isInstanceOf(PermissionException.class);
    }

    @Test
    void amountsThatStripeDoesNotChargeAreRefused() {
        assertThatThrownBy(() -> shop.open(29, "gbp")).hasMessageContaining("below the smallest");
        assertThatThrownBy(() -> shop.open(12_345, "kwd")).hasMessageContaining("divisible by 10");
        assertThatThrownBy(() -> shop.open(1_000_000_000_000L, "jpy")).hasMessageContaining("no more than");
    }

    @Test
    void noMoreIsRefundedThanWasTaken() throws StripeException {
        Session session = shop.open(8450, "gbp");
        shop.control.pay(shop.account, session.getId(), TestCard.VISA);
        String intent = shop.read(session).getPaymentIntent();
        RefundCreateParams part = RefundCreateParams.builder()
                .setPaymentIntent(intent)
                .setAmount(5000L)
                .build();

        shop.stripe.v1().refunds().create(part, shop.there());

        assertThatThrownBy(() -> shop.stripe.v1().refunds().create(part, shop.there()))
                .hasMessageContaining("greater than unrefunded amount on charge (3450)");
        shop.stripe
                .v1()
                .refunds()
                .create(RefundCreateParams.builder().setPaymentIntent(intent).build(), shop.there());
        assertThat(shop.control
                        .all(shop.account, "charge")
                        .getFirst()
                        .get("refunded")
                        .asBoolean())
                .isTrue();
    }
}
