package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.ledger.Ledger;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.tenancy.Tenant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** One payment that counts towards more than one invoice. */
class PaymentOfSeveralTest extends BillingFixture {

    private final PaymentId payment = new PaymentId(UUID.randomUUID());

    @Autowired
    InvoiceReader reader;

    @Autowired
    Ledger ledger;

    @Test
    void eachInvoiceHasItsOwnPartOfThePayment() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId first = sent(north(), ann, 3_000);
        InvoiceId second = sent(north(), ann, 5_000);
        arrived(north(), first, 8_000);

        assertThat(settle(north(), first, payment, 3_000)).isEqualTo(Allocation.ALLOCATED);
        assertThat(settle(north(), second, payment, 5_000)).isEqualTo(Allocation.ALLOCATED);

        assertThat(view(north(), first).state()).isEqualTo(InvoiceState.PAID);
        assertThat(view(north(), first).payments())
                .extracting(InvoicePayment::id, InvoicePayment::amountMinor)
                .containsExactly(tuple(payment, 3_000L));
        assertThat(view(north(), second).payments())
                .extracting(InvoicePayment::id, InvoicePayment::amountMinor)
                .containsExactly(tuple(payment, 5_000L));
        assertThat(as(north(), () -> reader.ofPayment(payment))).containsExactly(first, second);
    }

    @Test
    void whatIsGivenBackOfOnePartLeavesTheOthersAsTheyAre() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId first = sent(north(), ann, 3_000);
        InvoiceId second = sent(north(), ann, 5_000);
        settle(north(), first, payment, 3_000);
        settle(north(), second, payment, 5_000);

        givenBack(north(), second, 2_000);

        assertThat(view(north(), first).payments())
                .extracting(InvoicePayment::refundedMinor)
                .containsExactly(0L);
        assertThat(view(north(), second).payments())
                .extracting(InvoicePayment::refundedMinor)
                .containsExactly(2_000L);
        assertThat(givenBackInTheLedger(first)).isZero();
        assertThat(givenBackInTheLedger(second)).isEqualTo(2_000);
        assertThat(inTransaction(
                        north(),
                        () -> data.sql(
                                        "select invoice_id || ' ' || amount_minor from __tenant__.invoice_refund order by id")
                                .query(String.class)
                                .list()))
                .containsExactly(second + " 2000");
    }

    @Test
    void noMoreCountsThanThePaymentBroughtAndOnceTowardsEach() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId first = sent(north(), ann, 3_000);
        InvoiceId second = sent(north(), ann, 5_000);
        arrived(north(), first, 7_999);
        settle(north(), first, payment, 2_000);

        assertThatThrownBy(() -> settle(north(), first, payment, 1_000))
                .as("twice towards the same")
                .isInstanceOf(DataIntegrityViolationException.class);
        settle(north(), second, payment, 4_999);
        assertThatThrownBy(() -> settle(north(), sent(north(), ann, 5_000), payment, 1_001))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("more counts towards invoices than payment");
        assertThat(settle(north(), sent(north(), ann, 1_000), payment, 1_000)).isEqualTo(Allocation.ALLOCATED);
    }

    @Test
    void anotherClinicsPaymentOfTheSameIdIsNotTouched() {
        InvoiceId here = sent(north(), patient(north(), "Ann", "ann@example.org"), 3_000);
        InvoiceId there = sent(south(), patient(south(), "Bob", "bob@example.org"), 3_000);
        assertThat(there).isEqualTo(here);
        settle(north(), here, payment, 3_000);
        settle(south(), there, payment, 3_000);

        givenBack(north(), here, 1_000);

        assertThat(view(south(), there).payments())
                .extracting(InvoicePayment::refundedMinor)
                .containsExactly(0L);
        assertThat(as(south(), () -> reader.ofPayment(payment))).containsExactly(there);
    }

    private void givenBack(Tenant tenant, InvoiceId invoice, long minor) {
        inTransaction(tenant, () -> {
            payables.refunded(InvoicePayables.ref(invoice), payment, new Money(minor, tenant.currency()));
            return 0;
        });
    }

    private long givenBackInTheLedger(InvoiceId invoice) {
        return inTransaction(
                north(),
                () -> ledger.of(InvoicePayables.ref(invoice), LedgerAccount.GIVEN_BACK, "GBP")
                        .minor());
    }

    /** The payment itself, which brought so much. */
    private void arrived(Tenant tenant, InvoiceId invoice, long minor) {
        inTransaction(
                tenant,
                () -> data.sql("""
                        insert into __tenant__.payment (id, payable_kind, payable_id, amount_minor, currency, description, locale,
                            paid_url, left_url, state, account_id, session_id, session_expires_at, payment_intent_id, allocation,
                            created_at, changed_at, settled_at)
                        values (:id, 'invoice', :invoice, :minor, 'GBP', 'Invoices', 'en', '/', '/', 'succeeded', 'acct_1', 'cs_1',
                            now(), 'pi_1', 'allocated', now(), now(), now())""")
                        .param("id", payment.value())
                        .param("invoice", invoice.toString())
                        .param("minor", minor)
                        .update());
    }
}
