package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.ledger.EntryKind;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.payments.ledger.Posting;
import io.anteroom.payments.reconciliation.Difference;
import io.anteroom.payments.reconciliation.DifferenceKind;
import io.anteroom.payments.reconciliation.MoneyCheck;
import io.anteroom.payments.reconciliation.StripeCheckWork;
import io.anteroom.stripeemulator.objects.TestCard;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which differences are counted, and so wake somebody up. */
class DifferenceCountTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");

    @Autowired
    MoneyCheck check;

    @Autowired
    MeterRegistry meters;

    private PaymentId payment =
            PaymentId.parse("00000000-0000-0000-0000-000000000000").orElseThrow();

    @BeforeEach
    void paid() {
        String account = connect(north());
        payment = begun(north(), bill(north(), "1", DUE), DUE);
        pay(north(), account, payment, TestCard.VISA);
        reconciled(north(), payment);
        compare();
        changedByHand = true;
    }

    @Test
    void aBalanceIsCountedOnceItHasDifferedForADay() {
        double before = counted(DifferenceKind.BALANCE);
        query(
                north(),
                () -> ledger.post(Posting.of("test:1", EntryKind.REFUND, clock.instant())
                        .move(DUE, LedgerAccount.UNKNOWN, LedgerAccount.STRIPE, null)));

        compare();
        later(Duration.ofHours(23));
        compare();
        assertThat(in(north(), check::differences))
                .extracting(Difference::kind)
                .containsExactly(DifferenceKind.BALANCE);
        assertThat(counted(DifferenceKind.BALANCE) - before)
                .as("money may have moved meanwhile")
                .isZero();

        later(Duration.ofHours(2));
        compare();
        later(Duration.ofHours(24));
        compare();
        assertThat(counted(DifferenceKind.BALANCE) - before).isOne();
    }

    @Test
    void anAmountIsCountedAtOnceButNotInAnotherCurrency() {
        double before = counted(DifferenceKind.AMOUNT);
        change("currency = 'EUR'");
        compare();
        assertThat(in(north(), check::differences)).extracting(Difference::kind).contains(DifferenceKind.AMOUNT);
        assertThat(counted(DifferenceKind.AMOUNT) - before).isZero();

        change("currency = 'GBP'");
        later(Duration.ofHours(1));
        compare();
        assertThat(in(north(), check::differences)).isEmpty();
        change("amount_minor = 9000");
        later(Duration.ofHours(1));
        compare();
        assertThat(counted(DifferenceKind.AMOUNT) - before).isOne();
    }

    private void compare() {
        work(north(), StripeCheckWork.KIND, StripeCheckWork.NOW);
    }

    private void change(String to) {
        query(
                north(),
                () -> data.sql("update __tenant__.payment set " + to + " where id = :id")
                        .param("id", payment.value())
                        .update());
    }

    private double counted(DifferenceKind kind) {
        return meters.counter("anteroom.stripe.differences", "kind", kind.word())
                .count();
    }
}
