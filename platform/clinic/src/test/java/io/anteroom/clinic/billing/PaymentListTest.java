package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.money.PaymentList;
import io.anteroom.clinic.billing.money.PaymentQuery;
import io.anteroom.clinic.billing.money.PaymentRow;
import io.anteroom.payments.Payment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the list of payments says of one is what the payment says of itself. */
class PaymentListTest extends BillingFixture {

    @Autowired
    PaymentList list;

    @Test
    void ourReasonForGivingUpIsNobodysNoAndWhatIsGivenBackIsNotOnItsWay() {
        inTransaction(north(), () -> data.sql("""
                        insert into __tenant__.payment (id, payable_kind, payable_id, amount_minor, currency, description, locale,
                            paid_url, left_url, state, account_id, session_id, session_expires_at, payment_intent_id, allocation,
                            created_at, changed_at, settled_at, failure, refunded_minor, give_back_at)
                        select cast('00000000-0000-0000-0000-00000000000' || v.n as uuid), 'invoice', '1', 100, 'GBP', 'Invoice', 'en',
                               '/', '/', v.state, 'acct_1', 'cs_' || v.n, now(), v.intent, v.allocation, now() - v.n * interval '1 day',
                               now(), v.settled, v.failure, v.refunded, v.settled
                          from (values (1, 'expired', cast(null as text), cast(null as text), cast(null as timestamptz), 'superseded', 0),
                                       (2, 'failed', 'pi_2', null, null, 'expired_card', 0),
                                       (3, 'succeeded', 'pi_3', 'unallocated', now() - interval '3 days', null, 100),
                                       (4, 'succeeded', 'pi_4', 'unallocated', now() - interval '4 days', null, 40))
                               as v (n, state, intent, allocation, settled, failure, refunded)""").update());

        List<Payment> found =
                as(north(), () -> list.page(new PaymentQuery(PaymentQuery.Outcome.ALL, null, null, 1))).rows().stream()
                        .map(PaymentRow::payment)
                        .toList();

        assertThat(found)
                .extracting(payment -> payment.failureCode().orElse(""))
                .containsExactly("", "expired_card", "", "");
        assertThat(found).extracting(Payment::toBeGivenBack).containsExactly(false, false, false, true);
    }
}
