package io.anteroom.tenantadmin.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.payments.OnboardingStatus;
import io.anteroom.testing.StatementCount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The clinic's payments, payouts, disputes, differences and balances, for those who check its money. */
class MoneyPagesTest extends PaidInvoiceFixture {

    private static final String MONEY = "/o/north/money/";

    @Autowired
    StatementCount statements;

    @Test
    void paymentsAreListedByDayAndOutcome() {
        run(north(), """
                insert into __tenant__.payment (id, payable_kind, payable_id, amount_minor, currency, description, locale, paid_url,
                    left_url, state, account_id, session_id, session_expires_at, payment_intent_id, failure, created_at, changed_at)
                values (gen_random_uuid(), 'deposit', 'abc', 2500, 'GBP', 'Deposit', 'en', '/', '/', 'failed', 'acct_1', 'cs_9', NOW,
                    'pi_9', 'insufficient_funds', NOW - interval '3 days', NOW)""".replace("NOW", NOW));
        refunded(3_000);

        assertThat(opens("/o/north/invoices")).bodyText().contains(MONEY + "payments");
        assertThat(opens(MONEY + "payments"))
                .hasStatusOk()
                .bodyText()
                .contains("Ann Example", "Invoice 1", "£100.00", "£30.00 given back", "Visa ending 4242")
                .contains("Deposit for an appointment", "/o/north/appointments/abc", "insufficient funds", "£25.00");
        assertThat(opens(MONEY + "payments?show=failed"))
                .bodyText()
                .contains("£25.00")
                .doesNotContain("Ann Example");
        assertThat(opens(MONEY + "payments?show=refunded"))
                .bodyText()
                .contains("Ann Example")
                .doesNotContain("£25.00");
        assertThat(opens(MONEY + "payments?show=not_arrived")).bodyText().contains("Nothing found");
        run(north(), """
                insert into __tenant__.payment_refund (id, payment_id, amount_minor, currency, reason, asked_by, asked_at, state,
                    refunded_minor, stripe_id, changed_at)
                values (gen_random_uuid(), '%s', 500, 'GBP', 'Why', 'Robin', NOW, 'failed', 0, 're_1', NOW)""".formatted(PAYMENT).replace("NOW", NOW));
        assertThat(opens(MONEY + "payments?show=not_arrived")).bodyText().contains("Ann Example");
        assertThat(opens(MONEY + "payments?from=2099-01-01")).bodyText().contains("Nothing found");
        assertThat(opens(MONEY + "payments?page=7&show=nonsense&until=nonsense"))
                .hasStatusOk();
        assertThat(opens("/o/south/money/payments"))
                .bodyText()
                .contains("No payments yet")
                .doesNotContain("Ann Example");
    }

    @Test
    void aPayoutAddsUpToTheCentAndIsAFile() {
        aPayout(9_250);

        assertThat(opens(MONEY + "payouts"))
                .hasStatusOk()
                .bodyText()
                .contains("£92.50", MONEY + "payouts/po_1", "On its way")
                .doesNotContain("Arrived");
        assertThat(opens(MONEY + "payouts/po_1"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "£100.00",
                        "Given back",
                        "-£5.00",
                        "Stripe’s fees",
                        "-£2.50",
                        "It adds up",
                        "Ann Example",
                        "Invoice 1",
                        "Arrives at your bank on 25 November 2026");
        run(north(), "update __tenant__.stripe_payout set arrives_on = cast(" + NOW + " as date)");
        assertThat(opens(MONEY + "payouts")).bodyText().contains("Arrived").doesNotContain("On its way");
        assertThat(opens(MONEY + "payouts/po_1")).bodyText().contains("Arrived at your bank on");
        MvcTestResult file = sends(MONEY + "payouts/po_1/file");
        assertThat(file)
                .hasStatusOk()
                .hasHeader("Content-Type", "text/csv;charset=UTF-8")
                .bodyText()
                .contains("charge,1,Ann Example,GBP,100.00,2.00,98.00,txn_1")
                .contains("refund,1,Ann Example,GBP,-5.00,0.00,-5.00,txn_2")
                .contains("fee,,,GBP,-0.50,0.00,-0.50,txn_3")
                .contains("payout,,,GBP,,,-92.50,po_1");
        assertThat(texts("select subject_id from __tenant__.audit_entry where action = 'books-exported'"))
                .containsExactly("po_1");
        assertThat(opens("/o/south/money/payouts")).bodyText().contains("No payouts yet");
        assertThat(opens("/o/south/money/payouts/po_1")).hasStatus(404);
        assertThat(sends("/o/south/money/payouts/po_1/file")).hasStatus(404);
    }

    @Test
    void whatWeGaveUpIsNobodysNo() {
        run(north(), """
                insert into __tenant__.payment (id, payable_kind, payable_id, amount_minor, currency, description, locale, paid_url,
                    left_url, state, account_id, session_expires_at, failure, created_at, changed_at)
                values (gen_random_uuid(), 'deposit', 'abc', 2500, 'GBP', 'Deposit', 'en', '/', '/', 'expired', 'acct_1', NOW,
                    'superseded', NOW, NOW)""".replace("NOW", NOW));

        assertThat(opens(MONEY + "payments"))
                .hasStatusOk()
                .bodyText()
                .contains("Deposit for an appointment", "Not completed")
                .doesNotContain("superseded");
    }

    @Test
    void aPaymentIsMarkedWhileItIsDisputedAndWhenThatWasLost() {
        assertThat(opens(MONEY + "payments")).bodyText().doesNotContain("Disputed", "Dispute lost");
        dispute("dp_1", "needs_response", "interval '9 days'");
        assertThat(opens(MONEY + "payments")).bodyText().contains("Disputed");
        run(north(), "update __tenant__.stripe_dispute set status = 'lost'");
        assertThat(opens(MONEY + "payments"))
                .bodyText()
                .contains("Dispute lost")
                .doesNotContain("Disputed");
        run(north(), "update __tenant__.stripe_dispute set status = 'won'");
        assertThat(opens(MONEY + "payments")).bodyText().doesNotContain("Disputed", "Dispute lost");
    }

    @Test
    void whatWasToBeGivenBackAndIsSettledAnotherWayWaitsForNobody() {
        run(north(), "update __tenant__.payment set allocation = 'unallocated'");
        assertThat(opens(MONEY + "payments?show=surplus")).bodyText().contains("Ann Example");
        run(north(), """
                insert into __tenant__.payment_refund (id, payment_id, amount_minor, currency, reason, asked_by, asked_at, state,
                    refunded_minor, stripe_id, changed_at, settled_at, settled_by, settled_how)
                values (gen_random_uuid(), '%s', 10000, 'GBP', 'Why', 'Robin', NOW, 'failed', 0, 're_1', NOW, NOW, 'Robin', 'In cash')""".formatted(PAYMENT).replace("NOW", NOW));

        assertThat(opens(MONEY + "payments?show=surplus")).bodyText().contains("Nothing found");
        assertThat(opens(MONEY + "payments")).bodyText().contains("Settled another way");
    }

    /** As docs/money.md says. */
    @Test
    void thePagesTakeFewStatementsHoweverMuchThereIs() {
        aPayout(9_250);
        dispute("dp_1", "needs_response", "interval '9 days'");
        difference(500);

        assertThat(cost("payments")).isEqualTo(4);
        assertThat(cost("payouts")).isEqualTo(3);
        assertThat(cost("payouts/po_1")).isEqualTo(5);
        assertThat(cost("disputes")).isEqualTo(3);
        assertThat(cost("differences")).as("of which none is a payment's").isEqualTo(4);
    }

    private int cost(String page) {
        opens(MONEY + page);
        statements.reset();
        assertThat(opens(MONEY + page)).hasStatusOk();
        return statements.count();
    }

    @Test
    void aPayoutThatDoesNotAddUpOrCameBackSaysSo() {
        aPayout(9_251);
        run(north(), "update __tenant__.stripe_payout set status = 'failed', failure = 'account_closed'");

        assertThat(opens(MONEY + "payouts")).bodyText().contains("Does not add up", "Came back");
        assertThat(opens(MONEY + "payouts/po_1"))
                .bodyText()
                .contains("comes to £92.50", "£0.01 more", "Correct it in your Stripe account")
                .doesNotContain("It adds up");
    }

    @Test
    void disputesAreListedByDeadlineAndSaidOnTheFirstPage() {
        assertThat(opens(MONEY + "disputes")).bodyText().contains("No disputes");
        dispute("dp_won", "won", "interval '40 days'");
        dispute("dp_late", "needs_response", "interval '9 days'");
        dispute("dp_soon", "needs_response", "interval '2 days'");

        MvcTestResult page = opens(MONEY + "disputes");
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Answer by",
                        "Ann Example",
                        "dashboard.stripe.com/disputes/dp_soon",
                        "did not get what they paid")
                .containsSubsequence("dp_soon", "dp_late", "Won")
                .doesNotContain("disputes/dp_won");
        assertThat(opens("/o/north"))
                .bodyText()
                .contains("2 disputes to answer, the first by", "/o/north/money/disputes");
        role = StaffRole.RECEPTIONIST;
        assertThat(opens("/o/north")).bodyText().doesNotContain("disputes to answer");
        role = StaffRole.OWNER;
        assertThat(opens("/o/south")).bodyText().doesNotContain("to answer");
        assertThat(opens("/o/south/money/disputes")).bodyText().contains("No disputes");
    }

    @Test
    void aDifferenceIsNamedWithItsRepairSetAsideWithAReasonAndTakenUpAgain() {
        difference(500);
        String place = MONEY + "differences/unknown_charge/txn_9";

        assertThat(opens(MONEY + "differences"))
                .hasStatusOk()
                .bodyText()
                .contains("Stripe took money that Anteroom knows nothing of", "£5.00", "txn_9", place + "/set-aside")
                .contains("write a credit note for that invoice");
        MvcTestResult form = opens(place + "/set-aside");
        assertThat(form).hasStatusOk().bodyText().contains("What did you find?");
        String seen = hidden(form, "seen");
        assertThat(sends(place + "/set-aside", "seen", seen, "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Say why");
        assertThat(sends("/o/south/money/differences/unknown_charge/txn_9/set-aside", "seen", seen, "reason", "Ours"))
                .hasStatus(404);
        run(north(), "update __tenant__.stripe_difference set theirs_minor = 501");
        assertThat(sends(place + "/set-aside", "seen", seen, "reason", "The till"))
                .hasStatus(303);
        assertThat(texts("select set_aside_by from __tenant__.stripe_difference where set_aside_by is not null"))
                .as("it changed meanwhile")
                .isEmpty();
        run(north(), "update __tenant__.stripe_difference set theirs_minor = 500");
        assertThat(sends(place + "/set-aside", "seen", seen, "reason", "The till"))
                .hasStatus(303);

        assertThat(opens(MONEY + "differences"))
                .bodyText()
                .contains("Nothing differs", "Set aside by Robin Desk", "The till", place + "/taking-up")
                .doesNotContain(place + "/set-aside");
        assertThat(opens(place + "/set-aside")).hasStatus(404);
        assertThat(sends(place + "/taking-up")).hasStatus(303);
        assertThat(opens(MONEY + "differences")).bodyText().contains(place + "/set-aside");
        assertThat(texts("select action from __tenant__.audit_entry where subject_kind = 'difference' order by id"))
                .containsExactly("difference-set-aside", "difference-brought-back");
        assertThat(opens(MONEY + "differences/nonsense/txn_9/set-aside")).hasStatus(404);
    }

    @Test
    void aComparisonIsAskedForOnceAtATimeAndSaysHowFarItIs() {
        assertThat(opens(MONEY + "differences")).bodyText().contains("Not compared yet", "Compare now");
        assertThat(sends(MONEY + "differences/comparison")).hasStatus(303);
        assertThat(sends(MONEY + "differences/comparison")).hasStatus(303);
        assertThat(opens(MONEY + "differences"))
                .bodyText()
                .contains("Robin Desk asked for a comparison", "No new movement")
                .doesNotContain("Compare now");
        assertThat(opensPart(MONEY + "differences"))
                .doesNotContainHeader("HX-Refresh")
                .bodyText()
                .contains("hx-get");
        assertThat(texts("select action from __tenant__.audit_entry where action = 'money-compared'"))
                .hasSize(1);
        assertThat(opens("/o/south/money/differences")).bodyText().contains("Compare now");

        run(north(), "update __tenant__.stripe_check set ended_at = asked_at");
        assertThat(opensPart(MONEY + "differences")).hasHeader("HX-Refresh", "true");
        assertThat(opens(MONEY + "differences")).bodyText().contains("Compare now");
        provider.stage = OnboardingStatus.Stage.NOT_STARTED;
        assertThat(opens(MONEY + "differences")).bodyText().contains("Nothing to compare with");
        assertThat(sends(MONEY + "differences/comparison")).hasStatus(303);
        assertThat(texts("select action from __tenant__.audit_entry where action = 'money-compared'"))
                .hasSize(1);
    }

    @Test
    void balancesAndTheEntriesOfAnInvoiceAreRead() {
        assertThat(opens(MONEY + "balances"))
                .hasStatusOk()
                .bodyText()
                .contains("Owed by patients", "Revenue", "£100.00", "-£100.00");
        assertThat(opens(url)).bodyText().contains(url + "/ledger");
        assertThat(opens(url + "/ledger")).hasStatusOk().bodyText().contains("Invoice sent", "Revenue", "-£100.00");
        assertThat(opens("/o/south/money/balances")).bodyText().contains("Nothing posted yet");
        assertThat(opens(url.replace("north", "south") + "/ledger")).hasStatus(404);
    }

    @Test
    void allOfItIsForThoseWhoCheckTheMoney() {
        difference(500);
        aPayout(9_250);
        for (StaffRole each : List.of(StaffRole.RECEPTIONIST, StaffRole.PRACTITIONER)) {
            role = each;
            assertThat(opens("/o/north/invoices")).bodyText().doesNotContain("/money/");
            assertThat(opens(url)).bodyText().doesNotContain(url + "/ledger");
            for (String page : List.of(
                    "payments",
                    "payouts",
                    "payouts/po_1",
                    "disputes",
                    "differences",
                    "balances",
                    "differences/unknown_charge/txn_9/set-aside")) {
                assertThat(opens(MONEY + page)).as(page).hasStatus(403);
            }
            assertThat(opens(url + "/ledger")).hasStatus(403);
            for (String act : List.of(
                    "payouts/po_1/file",
                    "differences/comparison",
                    "differences/unknown_charge/txn_9/set-aside",
                    "differences/unknown_charge/txn_9/taking-up")) {
                assertThat(sends(MONEY + act)).as(act).hasStatus(403);
            }
        }
        role = StaffRole.ADMIN;
        assertThat(opens(MONEY + "differences")).hasStatusOk();
    }

    /** Of Ann's payment, £5.00 given back, and a fee. */
    private void aPayout(long minor) {
        run(north(), """
                insert into __tenant__.stripe_payout (id, currency, amount_minor, status, automatic, created_at, arrives_on, parts_read,
                    changed_at)
                values ('po_1', 'GBP', %d, 'paid', true, NOW, '2026-11-25', true, NOW)""".formatted(minor).replace("NOW", NOW));
        run(north(), """
                insert into __tenant__.stripe_transaction (id, type, category, currency, amount_minor, fee_minor, payment_id, payout_id,
                    created_at, read_at)
                values ('txn_1', 'charge', 'charge', 'GBP', 10000, 200, 'PAYMENT', 'po_1', NOW, NOW),
                       ('txn_2', 'refund', 'refund', 'GBP', -500, 0, 'PAYMENT', 'po_1', NOW, NOW),
                       ('txn_3', 'stripe_fee', 'fee', 'GBP', -50, 0, null, 'po_1', NOW, NOW)""".replace("PAYMENT", PAYMENT.toString()).replace("NOW", NOW));
    }

    private void dispute(String id, String status, String left) {
        run(north(), """
                insert into __tenant__.stripe_dispute (id, charge_id, payment_id, currency, amount_minor, reason, status, answer_by,
                    opened_at, changed_at)
                values ('%s', 'ch_1', '%s', 'GBP', 10000, 'product_not_received', '%s', NOW + %s, NOW, NOW)""".formatted(id, PAYMENT, status, left).replace("NOW", NOW));
    }

    private void difference(long theirs) {
        run(north(), """
                insert into __tenant__.stripe_difference (kind, reference, currency, ours_minor, theirs_minor, found_at, seen_at)
                values ('unknown_charge', 'txn_9', 'GBP', 0, %d, NOW, NOW)""".formatted(theirs).replace("NOW", NOW));
        run(north(), "insert into __tenant__.stripe_reading (account_id, completed_at) values ('acct_1', " + NOW + ")");
    }
}
