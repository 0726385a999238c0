package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.clinic.billing.refund.InvoiceRefunds;
import io.anteroom.clinic.billing.refund.RefundWish;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffPolicy;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.refund.Refund;
import io.anteroom.payments.refund.RefundAsking;
import io.anteroom.payments.refund.RefundsSeen;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff give back of what was paid on an invoice, and what the patient hears of it. */
class InvoiceRefundsTest extends BillingFixture {

    @Autowired
    InvoiceRefunds refunds;

    private InvoiceId invoice = new InvoiceId(0);
    private final PaymentId payment = new PaymentId(UUID.randomUUID());

    @BeforeEach
    void paid() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        invoice = sent(north(), ann, 10_000);
        settle(north(), invoice, payment, 10_000);
        inTransaction(
                north(),
                () -> data.sql("""
                        insert into __tenant__.payment (id, payable_kind, payable_id, amount_minor, currency, description, locale,
                            paid_url, left_url, state, account_id, session_id, session_expires_at, payment_intent_id, allocation,
                            created_at, changed_at, settled_at)
                        values (:id, 'invoice', :invoice, 10000, 'GBP', 'Invoice', 'en', '/', '/', 'succeeded', 'acct_1', 'cs_1',
                            now(), 'pi_1', 'allocated', now(), now(), now())""")
                        .param("id", payment.value())
                        .param("invoice", invoice.toString())
                        .update());
    }

    @Test
    void aPartIsAskedForOnceWithItsReasonInTheAuditLog() {
        UUID id = UUID.randomUUID();
        assertThat(ask(id, payment, 3_000)).isEqualTo(new RefundAsking.Asked(id, true));
        assertThat(ask(id, payment, 3_000)).isEqualTo(new RefundAsking.Asked(id, false));

        assertThat(audited(north())).filteredOn("refund-asked"::equals).hasSize(1);
        assertThat(as(north(), () -> refunds.of(view(north(), invoice))))
                .extracting(Refund::reason, Refund::askedBy, Refund::amount, Refund::state)
                .containsExactly(tuple("Waited too long", "Robin Desk", Money.of(3_000, "GBP"), Refund.State.ASKED));
    }

    @Test
    void whatIsNotOfTheInvoiceOrTooMuchIsRefusedAndLeavesNothing() {
        assertThat(ask(UUID.randomUUID(), payment, 10_001))
                .isEqualTo(new RefundAsking.TooMuch(Money.of(10_000, "GBP")));
        assertThat(ask(UUID.randomUUID(), new PaymentId(UUID.randomUUID()), 10))
                .isEqualTo(new RefundAsking.NothingThere());
        InvoiceView here = view(north(), invoice);
        var wish = new RefundWish(UUID.randomUUID(), payment, 10, new RefundsSeen(0, 0), "Why");
        assertThat(as(south(), () -> refunds.ask(here, wish, STAFF)))
                .as("at another clinic")
                .isEqualTo(new RefundAsking.NothingThere());

        assertThat(audited(north())).doesNotContain("refund-asked");
        assertThat(as(north(), () -> refunds.of(here))).isEmpty();
    }

    @Test
    void thePatientIsToldOfMoneyThatGoesBackAndOfMoneyThatDidNotArrive() {
        refunded(3_000);
        assertThat(mails(north())).last().asString().contains("refund ann@example.org Money back for invoice 1 from");
        refunded(5_000);
        refunded(5_000);
        cameBack(payment, 0, 5_000);

        assertThat(mails(north()))
                .filteredOn(mail -> mail.startsWith("refund "))
                .hasSize(2);
        assertThat(mails(north()))
                .filteredOn(mail -> mail.startsWith("refund-returned "))
                .singleElement()
                .asString()
                .contains("Money back for invoice 1 has not arrived");
        assertThat(audited(north())).contains("payment-refunded", "refund-returned");
        assertThat(view(north(), invoice).payments().getFirst().refundedMinor()).isZero();
    }

    @Test
    void moneyThatCountedTowardsNothingIsToldToItsPayerOnlyWhereItDidNotArrive() {
        var surplus = new PaymentId(UUID.randomUUID());
        inTransaction(north(), () -> {
            payables.refunded(InvoicePayables.ref(invoice), surplus, Money.of(4_000, "GBP"));
            return 0;
        });
        assertThat(mails(north())).noneMatch(mail -> mail.startsWith("refund"));

        cameBack(surplus, 0, 4_000);

        assertThat(audited(north())).containsOnlyOnce("payment-refunded", "refund-returned");
        assertThat(mails(north())).last().asString().startsWith("refund-returned ann@example.org");
    }

    @Test
    void onlyOwnersAdministratorsAndBillingGiveMoneyBack() {
        for (StaffRole role : StaffRole.values()) {
            assertThat(StaffPolicy.allows(Set.of(role), Permission.GIVE_BACK_MONEY))
                    .as(role.words())
                    .isEqualTo(Set.of(StaffRole.OWNER, StaffRole.ADMIN, StaffRole.BILLING)
                            .contains(role));
        }
    }

    private RefundAsking ask(UUID id, PaymentId of, long minor) {
        InvoiceView found = view(north(), invoice);
        return as(
                north(),
                () -> refunds.ask(found, new RefundWish(id, of, minor, refunds.seen(of), " Waited too long "), STAFF));
    }

    private void cameBack(PaymentId of, long total, long returned) {
        inTransaction(north(), () -> {
            payables.cameBack(InvoicePayables.ref(invoice), of, Money.of(total, "GBP"), Money.of(returned, "GBP"));
            return total;
        });
    }

    private void refunded(long total) {
        inTransaction(north(), () -> {
            payables.refunded(InvoicePayables.ref(invoice), payment, Money.of(total, "GBP"));
            return total;
        });
    }
}
