package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.PaymentId;
import io.anteroom.testing.StatementCount;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BalanceTest extends BillingFixture {

    @Autowired
    InvoiceVoiding voiding;

    @Autowired
    StatementCount statements;

    @Test
    void whatIsLeftToPayOnSentInvoicesIsTheBalance() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId part = sent(north(), ann, 1_000);
        sent(north(), ann, 250);
        InvoiceId withdrawn = sent(north(), ann, 9_000);
        draft(north(), ann, line(700));
        sent(north(), patient(north(), "Bob", "bob@example.org"), 5_000);
        pay(part, 400);
        as(north(), () -> voiding.withdraw(withdrawn, "Typed twice", STAFF));

        assertThat(balance(ann)).isEqualTo(new Balance(850, 0, north().currency()));

        clock.advance(Duration.ofDays(20));
        assertThat(balance(ann).overdueMinor()).isEqualTo(850);
        assertThat(balance(ann).isOverdue()).isTrue();
    }

    @Test
    void aPatientWhoPaidAllAndOneWithoutInvoicesHaveNothingToPay() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        assertThat(balance(ann).isSettled()).isTrue();

        InvoiceId id = sent(north(), ann, 100);
        assertThat(balance(ann).isSettled()).isFalse();
        pay(id, 100);
        assertThat(balance(ann).isSettled()).isTrue();
    }

    @Test
    void theOtherClinicsPatientOfTheSameNumberHasABalanceOfTheirOwn() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        PatientId yuki = patient(south(), "Yuki", "yuki@example.org");
        assertThat(yuki).isEqualTo(ann);
        sent(north(), ann, 100);

        assertThat(as(south(), () -> desk.balance(yuki))).isEqualTo(new Balance(0, 0, south().currency()));
    }

    @Test
    void aBalanceCostsOneStatement() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        sent(north(), ann, 100);
        sent(north(), ann, 200);

        statements.reset();
        balance(ann);
        assertThat(statements.count()).isEqualTo(1);
    }

    private Balance balance(PatientId patient) {
        return as(north(), () -> desk.balance(patient));
    }

    private void pay(InvoiceId id, long minor) {
        settle(north(), id, new PaymentId(UUID.randomUUID()), minor);
    }
}
