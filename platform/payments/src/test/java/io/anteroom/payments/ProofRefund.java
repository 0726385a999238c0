package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.refund.Refund;
import io.anteroom.payments.refund.RefundAsking;
import io.anteroom.payments.refund.RefundsSeen;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.util.List;
import java.util.UUID;

/** A part of what was paid on Stripe's page before, given back by staff. */
final class ProofRefund extends ProofWalk {

    private final PaymentId payment;
    private UUID form = UUID.randomUUID();
    private RefundsSeen seen;

    ProofRefund(ProofBench test, PayableRef bill, Money amount) {
        super(test, bill, amount);
        payment = test.begun(ProofBench.north(), bill, test.due(bill));
        test.pay(ProofBench.north(), test.account, payment, TestCard.VISA);
        test.reconciled(ProofBench.north(), payment);
        test.stripe.dropWebhooks();
        seen = test.in(ProofBench.north(), () -> test.refunds.seen(payment));
    }

    @Override
    String request() {
        return "POST /v1/refunds";
    }

    @Override
    void click() {
        send(form);
    }

    @Override
    void otherTab() {
        send(UUID.randomUUID());
    }

    @Override
    void otherDevice() {
        send(UUID.randomUUID());
    }

    @Override
    void openForm() {
        form = UUID.randomUUID();
        seen = test.in(ProofBench.north(), () -> test.refunds.seen(payment));
    }

    private void send(UUID sent) {
        RefundAsking came = test.in(
                ProofBench.north(), () -> test.refunds.ask(sent, payment, amount, seen, "Too dear", "Robin Desk"));
        switch (came) {
            case RefundAsking.Asked _ -> told(Told.WAIT);
            case RefundAsking.Busy _ -> told(Told.NOT_NOW);
            case RefundAsking.Meanwhile _ -> told(Told.NOTHING_LEFT);
            case RefundAsking.TooMuch _, RefundAsking.NothingThere _, RefundAsking.NotInSteps _ ->
                throw new AssertionError(came);
        }
    }

    /** The worker does it. */
    @Override
    void elsewhere() {
        test.worker();
    }

    @Override
    void doneUnheard() {
        test.fail(request(), Fault.LOST_AFTER);
        test.stripe.fail("GET /v1/refunds.*", Fault.ERROR_BEFORE, 2);
        click();
        elsewhere();
        test.stripe.heal();
    }

    @Override
    void look() {
        List<Refund> all = test.in(ProofBench.north(), () -> test.refunds.of(payment));
        told(Told.NOT_NOW);
        all.forEach(each -> {
            switch (each.state()) {
                case ASKED -> told(Told.WAIT);
                case GIVEN -> told(Told.DONE);
                case FAILED, REFUSED -> told(Told.NOT_DONE);
            }
        });
    }

    @Override
    long moved() {
        return test.stripe.all(test.account, "refund").stream()
                .filter(each -> Json.text(each, "status").equals("succeeded"))
                .filter(each -> Json.text(each, "payment_intent").equals(test.intent(payment)))
                .mapToLong(each -> each.get("amount").asLong())
                .sum();
    }

    @Override
    long credited() {
        return test.stored(ProofBench.north(), payment).refundedMinor();
    }

    @Override
    boolean isOver() {
        return test.in(ProofBench.north(), () -> test.refunds.of(payment)).stream()
                .noneMatch(each -> each.state() == Refund.State.ASKED);
    }

    @Override
    void assertNotStuck() {
        openForm();
        assertThat(test.in(
                        ProofBench.north(),
                        () -> test.refunds.ask(form, payment, amount, seen, "Too dear", "Robin Desk")))
                .as("more can be given back")
                .isEqualTo(new RefundAsking.Asked(form, true));
        test.worker();
        assertThat(isOver()).isTrue();
    }
}
