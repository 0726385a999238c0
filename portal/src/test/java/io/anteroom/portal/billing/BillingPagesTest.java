package io.anteroom.portal.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.credit.CreditSeen;
import io.anteroom.clinic.billing.credit.CreditWish;
import io.anteroom.clinic.billing.credit.InvoiceCredit;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import io.anteroom.tenancy.CurrentTenant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class BillingPagesTest extends SignedInFixture {

    private static final PaymentId PAYMENT = new PaymentId(UUID.fromString("0b9f6a2e-6d0c-4f0e-8f43-0c7a4f6d2b11"));

    @Autowired
    @Qualifier("io.anteroom.clinic.billing.InvoicePayables")
    Payables payables;

    @Autowired
    InvoiceDesk desk;

    @Autowired
    InvoiceCredit credit;

    @Test
    void theListSaysWhatToPayAndWhatWasPaid() {
        InvoiceId soon = sent(north(), ann, 1_000, LocalDate.of(2026, 12, 24));
        InvoiceId late = sent(north(), ann, 2_000, LocalDate.of(2026, 11, 30));
        InvoiceId paid = sent(north(), ann, 3_000, LocalDate.of(2026, 12, 24));
        settle(paid, 3_000);
        clock.set(LocalDate.of(2026, 12, 4).atTime(12, 0).atZone(north().zone()).toInstant());

        assertThat(get("/invoices")).hasStatusOk().bodyText().satisfies(body -> {
            assertThat(body.indexOf("Overdue")).isLessThan(body.indexOf("/invoices/" + late + "\""));
            assertThat(body.indexOf("/invoices/" + late + "\"")).isLessThan(body.indexOf("/invoices/" + soon + "\""));
            assertThat(body.indexOf("/invoices/" + soon + "\"")).isLessThan(body.indexOf("/invoices/" + paid + "\""));
            assertThat(body).contains("\u00a310.00", "\u00a320.00", "\u00a330.00", "due 30 November 2026");
        });
    }

    @Test
    void aNumberIsWrittenWithoutASeparatorOfThousands() {
        InvoiceId id = sent(north(), ann, 3_000, LocalDate.of(2026, 11, 30));
        var _ = in(
                north(),
                () -> data.sql("update __tenant__.invoice set number = 1234 where id = :id")
                        .param("id", id.value())
                        .update());

        for (String page : List.of("/", "/invoices", "/invoices/" + id)) {
            assertThat(get(page)).bodyText().contains("Invoice 1234").doesNotContain("1,234");
        }
    }

    @Test
    void withoutInvoicesThePageSaysSo() {
        assertThat(get("/invoices")).hasStatusOk().bodyText().contains("No invoices");
    }

    @Test
    void payingLeadsToTheCardPageAndTheClickChangesNothingElse() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        provider.answer = new CheckoutStart.Redirect(PAYMENT, URI.create("https://checkout.stripe.test/c/1"));

        assertThat(get("/invoices/" + id)).bodyText().contains("Pay \u00a384.50");
        assertThat(post("/invoices/" + id + "/payment"))
                .hasStatus(303)
                .hasHeader("Location", "https://checkout.stripe.test/c/1");
        assertThat(provider.started.get(ref(id))).satisfies(urls -> {
            assertThat(Objects.requireNonNull(urls).paid()).hasToString("https://north.anteroom.test/payments/return");
            assertThat(urls.left()).hasToString("https://north.anteroom.test/payments/return?left=true");
        });
    }

    @Test
    void aClinicThatCannotChargeYetSaysSoBeforeAndAfterTheClick() {
        provider.chargesEnabled = false;
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        provider.answer = new CheckoutStart.Refused(CheckoutStart.Reason.CLINIC_CANNOT_CHARGE);

        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("can\u2019t take card payments here yet")
                .doesNotContain("/payment\"");
        assertThat(post("/invoices/" + id + "/payment")).hasStatus(303).hasHeader("Location", "/invoices/" + id);
    }

    @Test
    void whatNoCardCanPayHasNoPayButtonAnywhere() {
        InvoiceId id = sent(north(), ann, 20, LocalDate.of(2026, 12, 5));

        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("This amount can\u2019t be paid by card", "\u00a30.20")
                .doesNotContain("/payment\"");
        assertThat(get("/")).bodyText().contains("\u00a30.20").doesNotContain("/payment\"");
    }

    @Test
    void theWayBackSaysWhatCameOfIt() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));

        assertThat(outcome(id, PaymentState.OPEN, null, null, "")).contains("We are checking", "every 3s");
        assertThat(outcome(id, PaymentState.OPEN, null, null, "?left=true"))
                .contains("You have not paid", "Try again")
                .doesNotContain("every 3s");
        assertThat(outcome(id, PaymentState.OPEN, "insufficient_funds", null, ""))
                .contains("did not go through", "not enough money", "Try again");
        assertThat(outcome(id, PaymentState.FAILED, "card_declined", null, ""))
                .contains("did not go through", "declined the card", "Try again");
        assertThat(outcome(id, PaymentState.PROCESSING, null, null, ""))
                .contains("being processed", "every 3s")
                .doesNotContain("Try again");
        assertThat(outcome(id, PaymentState.EXPIRED, null, null, "")).contains("You have not paid");
        assertThat(outcome(id, PaymentState.SUCCEEDED, null, Allocation.UNALLOCATED, ""))
                .contains("more than was left to pay", "give it back");
        assertThat(outcome(id, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED, ""))
                .contains("your payment has arrived", "/receipts/" + PAYMENT, "to the patient if the clinic has")
                .doesNotContain("sending you");
    }

    @Test
    void anInvoiceSaysWhatWasPaidAndNotWhatItWasOver() {
        InvoiceId id = sent(north(), ann, 10_000, LocalDate.of(2026, 12, 5));
        credited(id, 4_000);
        settle(id, 6_000);
        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("amount-big\">£60.00", "This invoice is paid. Thank you.");

        in(north(), () -> {
            payables.refunded(ref(id), PAYMENT, Money.of(1_000, "GBP"));
            return 0;
        });
        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("amount-big\">£60.00", "This invoice is paid. The clinic gave £10.00 of it back.");
        in(north(), () -> {
            payables.refunded(ref(id), PAYMENT, Money.of(6_000, "GBP"));
            return 0;
        });
        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("amount-big\">£60.00", "What was paid for this invoice was given back.")
                .doesNotContain("Thank you");
    }

    @Test
    void whoeverPaidIsToldThatTheMoneyWasGivenBack() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        settle(id, 8_450);
        in(north(), () -> {
            payables.refunded(ref(id), PAYMENT, Money.of(450, "GBP"));
            return 0;
        });
        assertThat(get("/invoices/" + id)).bodyText().contains("£4.50 given back");
        assertThat(get("/receipts/" + PAYMENT)).bodyText().contains("Given back", "£4.50");

        provider.known.put(
                PAYMENT,
                new Payment(
                        PAYMENT,
                        ref(id),
                        Money.of(8_450, "GBP"),
                        PaymentState.SUCCEEDED,
                        Allocation.UNALLOCATED,
                        null,
                        clock.instant(),
                        clock.instant(),
                        "visa 4242",
                        8_450,
                        false));
        assertThat(get("/payments/" + PAYMENT))
                .bodyText()
                .contains("was given back", "£84.50")
                .doesNotContain("will give it back");
    }

    @Test
    void pollingGetsAFragmentAndNotAPage() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        provider.known.put(PAYMENT, payment(id, PaymentState.PROCESSING, null, null));

        assertThat(mvc.get()
                        .uri("https://north.anteroom.test/payments/" + PAYMENT)
                        .header(SignedInPages.ACCOUNT, account)
                        .header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"outcome\"")
                .doesNotContain("<html");
    }

    @Test
    void theReturnAddressLeadsToThePaymentsPage() {
        assertThat(get("/payments/return?payment=" + PAYMENT))
                .hasStatus(303)
                .hasHeader("Location", "/payments/" + PAYMENT);
        assertThat(get("/payments/return?left=true&payment=" + PAYMENT))
                .hasHeader("Location", "/payments/" + PAYMENT + "?left=true");
        assertThat(get("/payments/return?payment=https://evil.example")).hasStatus(404);
    }

    @Test
    void aReceiptIsAPageAndAPaper() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        settle(id, 8_450);
        provider.known.put(PAYMENT, payment(id, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED));
        paidBy(account);

        assertThat(get("/receipts/" + PAYMENT))
                .hasStatusOk()
                .bodyText()
                .contains("Receipt", "\u00a384.50", "Ann Example", "Visa ending 4242");
        assertThat(get("/receipts/" + PAYMENT + "/pdf")).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        assertThat(get("/invoices/" + id + "/pdf")).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        assertThat(get("/invoices/" + id)).bodyText().contains("This invoice is paid", "/receipts/" + PAYMENT);
    }

    @Test
    void anotherPatientsInvoicesPaymentsAndReceiptsDoNotExist() {
        PatientId bob = patient(north(), "Bob");
        InvoiceId bobs = sent(north(), bob, 5_000, LocalDate.of(2026, 12, 5));
        settle(bobs, 5_000);
        provider.known.put(PAYMENT, payment(bobs, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED));

        for (String path : List.of(
                "/invoices/" + bobs,
                "/invoices/" + bobs + "/pdf",
                "/payments/" + PAYMENT,
                "/receipts/" + PAYMENT,
                "/receipts/" + PAYMENT + "/pdf",
                "/invoices/abc",
                "/payments/abc",
                "/receipts/abc")) {
            assertThat(get(path)).as(path).hasStatus(404);
        }
        assertThat(post("/invoices/" + bobs + "/payment")).hasStatus(404);
        assertThat(provider.started).isEmpty();
        assertThat(get("/invoices")).bodyText().doesNotContain("/invoices/" + bobs);
    }

    @Test
    void theSameNumbersAtTheOtherClinicAreTheOthers() {
        InvoiceId ours = sent(north(), ann, 5_000, LocalDate.of(2026, 12, 5));
        PatientId yuki = patient(south(), "Yuki");
        long yukisAccount = account(south(), yuki);
        assertThat(yukisAccount).isEqualTo(account);
        CurrentTenant.run(south(), () -> setup.switchTo(STAFF, true));

        assertThat(at("south", "/invoices/" + ours)).hasStatus(404);
        InvoiceId theirs = sent(south(), yuki, 12_000, LocalDate.of(2026, 12, 5));
        assertThat(theirs).isEqualTo(ours);
        assertThat(at("south", "/invoices/" + theirs)).hasStatusOk().bodyText().contains("12,000", "Yuki");
        assertThat(get("/invoices/" + ours)).bodyText().contains("\u00a350.00", "Ann");
    }

    @Test
    void aCreditNoteIsOnTheInvoiceWithItsPaperAndOnNobodyElses() {
        InvoiceId id = sent(north(), ann, 5_000, LocalDate.of(2026, 12, 5));
        InvoiceId bobs = sent(north(), patient(north(), "Bob"), 5_000, LocalDate.of(2026, 12, 5));
        credited(id, 2_000);
        credited(bobs, 2_000);

        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("Credit note 1", "Too dear", "-\u00a320.00", "Pay \u00a330.00", "/credits/1/pdf");
        assertThat(get("/invoices")).bodyText().contains("\u00a330.00");
        assertThat(get("/invoices/" + id + "/credits/1/pdf")).hasStatusOk().hasContentType("application/pdf");
        assertThat(get("/invoices/" + id + "/credits/2/pdf"))
                .as("of another's invoice")
                .hasStatus(404);
        assertThat(get("/invoices/" + bobs + "/credits/2/pdf")).hasStatus(404);
        credited(id, 3_000);
        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("credited all of this invoice")
                .doesNotContain("Pay \u00a3");
    }

    @Test
    void theStatementIsOfThePatientActedForAndOfNobodyElse() {
        sent(north(), ann, 5_000, LocalDate.of(2026, 12, 5));
        sent(north(), patient(north(), "Bob"), 7_700, LocalDate.of(2026, 12, 5));

        assertThat(get("/invoices")).bodyText().contains("/invoices/statement");
        assertThat(get("/invoices/statement"))
                .hasStatusOk()
                .bodyText()
                .contains("Statement of account", "Invoice 1", "\u00a350.00", "Closing balance")
                .doesNotContain("\u00a377.00", "Bob");
        assertThat(get("/invoices/statement?from=2020-01-01&until=2020-12-31"))
                .bodyText()
                .contains("Nothing happened between these days");
        assertThat(get("/invoices/statement/pdf")).hasStatusOk().hasContentType("application/pdf");
        publish("", "", false);
        assertThat(get("/invoices/statement")).hasStatus(404);
        assertThat(get("/invoices/statement/pdf")).hasStatus(404);
    }

    @Test
    void limitedAccessHasNoStatement() {
        sent(north(), ann, 5_000, LocalDate.of(2026, 12, 5));
        CurrentTenant.run(
                north(),
                () -> transaction.executeWithoutResult(
                        _ -> data.sql("update __tenant__.access_grant set level = 'limited'")
                                .update()));

        assertThat(get("/invoices/statement")).hasStatus(404);
        assertThat(get("/invoices/statement/pdf")).hasStatus(404);
    }

    private void credited(InvoiceId id, long minor) {
        CurrentTenant.run(north(), () -> {
            InvoiceView invoice = desk.find(id).orElseThrow();
            var seen = new CreditSeen(invoice.creditedMinor(), invoice.paidMinor());
            credit.credit(invoice, new CreditWish.Amount(minor), "Too dear", seen, STAFF);
        });
    }

    @Test
    void aVoidInvoiceSaysThatNothingIsOwed() {
        InvoiceId id = sent(north(), ann, 5_000, LocalDate.of(2026, 12, 5));
        CurrentTenant.run(
                north(),
                () -> transaction.executeWithoutResult(_ -> data.sql(
                                "update __tenant__.invoice set state = 'void', voided_at = now(), voided_by = 'R',"
                                        + " void_reason = 'Secret reason' where id = :id")
                        .param("id", id.value())
                        .update()));

        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("cancelled this invoice")
                .doesNotContain("Secret reason", "Pay \u00a3");
    }

    @Test
    void withTheSectionOffAPaymentUnderwayStillReturnsAndItsReceiptStays() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        settle(id, 8_450);
        publish("", "", false);

        for (String path : List.of("/invoices", "/invoices/" + id, "/invoices/" + id + "/pdf")) {
            assertThat(get(path)).as(path).hasStatus(404);
        }
        assertThat(post("/invoices/" + id + "/payment")).hasStatus(404);
        assertThat(get("/payments/return?payment=" + PAYMENT)).hasStatus(303);
        assertThat(outcome(id, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED, ""))
                .contains("your payment has arrived", "/receipts/" + PAYMENT)
                .doesNotContain("href=\"/invoices");
        assertThat(outcome(id, PaymentState.FAILED, "card_declined", null, ""))
                .contains("did not go through", "href=\"/\"")
                .doesNotContain("Try again", "try again", "\"/invoices");
        assertThat(get("/receipts/" + PAYMENT))
                .hasStatusOk()
                .bodyText()
                .contains("Invoice 1")
                .doesNotContain("href=\"/invoices");
        assertThat(get("/receipts/" + PAYMENT + "/pdf")).hasStatusOk();
    }

    @Test
    void ofTwoGuardiansNeitherIsToldOfTheOthersCardOrTries() {
        PatientId child = patient(north(), "Cleo");
        grant(account, child, "full", "money");
        long other = account(north(), patient(north(), "Peter"));
        grant(other, child, "full", "money");
        InvoiceId id = sent(north(), child, 8_450, LocalDate.of(2026, 12, 5));
        settle(id, 8_450);
        provider.known.put(PAYMENT, payment(id, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED));
        paidBy(other);

        assertThat(get("/receipts/" + PAYMENT))
                .hasStatusOk()
                .bodyText()
                .contains("card")
                .doesNotContain("4242");
        assertThat(get("/payments/" + PAYMENT)).hasStatus(404);
        account = other;
        assertThat(get("/receipts/" + PAYMENT)).bodyText().contains("Visa ending 4242");
        assertThat(get("/payments/" + PAYMENT)).hasStatusOk();
    }

    @Test
    void whoBeganAPaymentIsNotedAndWhereTwoWentOnWithItNobodyIs() {
        PatientId child = patient(north(), "Cleo");
        long mine = account;
        grant(mine, child, "full", "money");
        long other = account(north(), patient(north(), "Peter"));
        grant(other, child, "full", "money");
        InvoiceId id = sent(north(), child, 8_450, LocalDate.of(2026, 12, 5));
        provider.answer = new CheckoutStart.Redirect(PAYMENT, URI.create("https://checkout.stripe.test/c/1"));

        post("/invoices/" + id + "/payment");
        post("/invoices/" + id + "/payment");
        assertThat(payer()).isEqualTo("" + mine);
        account = other;
        post("/invoices/" + id + "/payment");
        assertThat(payer()).isEqualTo("nobody");
        account = mine;
        post("/invoices/" + id + "/payment");
        assertThat(payer()).isEqualTo("nobody");
    }

    @Test
    void moneyOnItsWayBackIsSaidAndSoIsMoneyThatDidNotArrive() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        settle(id, 8_450);
        change("""
                insert into __tenant__.payment (id, payable_kind, payable_id, amount_minor, currency, description, locale, paid_url,
                    left_url, state, account_id, session_id, session_expires_at, payment_intent_id, allocation, created_at,
                    changed_at, settled_at)
                values (:id, 'invoice', :invoice, 8450, 'GBP', 'Invoice', 'en', '/', '/', 'succeeded', 'acct_1', 'cs_1', now(), 'pi_1',
                    'allocated', now(), now(), now())""", id);
        change("""
                insert into __tenant__.payment_refund (id, payment_id, amount_minor, currency, reason, asked_by, asked_at, state,
                    refunded_minor, changed_at)
                values (gen_random_uuid(), :id, 450, 'GBP', 'Not for ' || :invoice, 'Robin Desk', now(), 'asked', 0, now())""", id);

        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("\u00a34.50 is being given back")
                .doesNotContain("Robin", "Not for");
        change("""
                update __tenant__.payment_refund set state = 'failed', stripe_id = 're_1'
                 where payment_id = :id and :invoice <> ''""", id);
        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("\u00a34.50 that the clinic gave back on", "If that is not settled yet")
                .doesNotContain("is being given back");
        change("""
                update __tenant__.payment_refund set settled_at = now(), settled_by = 'Robin Desk', settled_how = 'In cash'
                 where payment_id = :id and :invoice <> ''""", id);
        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("\u00a34.50 that the clinic gave back did not arrive", "has settled it in another way")
                .doesNotContain("If that is not settled yet", "Robin", "In cash");
    }

    private void change(String sql, InvoiceId invoice) {
        in(
                north(),
                () -> data.sql(sql)
                        .param("id", PAYMENT.value())
                        .param("invoice", invoice.toString())
                        .update());
    }

    private String payer() {
        return in(
                north(),
                () -> data.sql(
                                "select coalesce(account_id::text, 'nobody') from __tenant__.payment_payer where payment_id = :id")
                        .param("id", PAYMENT.value())
                        .query(String.class)
                        .single());
    }

    private void paidBy(long payer) {
        in(
                north(),
                () -> data.sql("insert into __tenant__.payment_payer (payment_id, account_id) values (:id, :account)")
                        .param("id", PAYMENT.value())
                        .param("account", payer)
                        .update());
    }

    private String outcome(
            InvoiceId invoice,
            PaymentState state,
            @Nullable String failure,
            @Nullable Allocation allocation,
            String query) {
        provider.known.put(PAYMENT, payment(invoice, state, failure, allocation));
        MvcTestResult result = get("/payments/" + PAYMENT + query);
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Payment payment(
            InvoiceId invoice, PaymentState state, @Nullable String failure, @Nullable Allocation allocation) {
        return new Payment(
                PAYMENT,
                ref(invoice),
                Money.of(8_450, "GBP"),
                state,
                allocation,
                failure,
                clock.instant(),
                null,
                "visa 4242",
                0,
                false);
    }

    private static PayableRef ref(InvoiceId invoice) {
        return new PayableRef("invoice", invoice.toString());
    }

    private void settle(InvoiceId id, long minor) {
        in(north(), () -> payables.settled(ref(id), PAYMENT, Money.of(minor, "GBP"), clock.instant()));
    }
}
