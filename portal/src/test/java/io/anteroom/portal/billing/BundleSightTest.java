package io.anteroom.portal.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.PaymentState;
import io.anteroom.tenancy.CurrentTenant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose invoices are paid together, who may, and who finds nothing of it. */
class BundleSightTest extends BundleFixture {

    @Test
    void withTheSectionOffAPaymentUnderwayStillReturnsAndItsReceiptsStay() {
        String bundle = chosen(seen(first, 3_000), seen(second, 5_000));
        settleAll(bundle, 8_000);
        publish("", "", false);

        assertThat(get(bundle)).hasStatus(404);
        assertThat(get("/invoices/several")).hasStatus(404);
        assertThat(choose(seen(first, 3_000), seen(second, 5_000))).hasStatus(404);
        assertThat(post(bundle + "/payment")).hasStatus(404);
        assertThat(outcome(bundle, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED, ""))
                .contains("your payment has arrived", "/receipts/" + PAYMENT + "?invoice=" + first)
                .doesNotContain("href=\"/invoices");
        assertThat(outcome(bundle, PaymentState.FAILED, "card_declined", null, ""))
                .contains("did not go through", "href=\"/\"")
                .doesNotContain("Try again", "try again", "\"/invoices");
    }

    @Test
    void anotherPatientsInvoicesAreNotChosenAndTheirBundleDoesNotExist() {
        PatientId bob = patient(north(), "Bob");
        InvoiceId bobs = sent(north(), bob, 5_000, LATER);
        InvoiceId bobsOther = sent(north(), bob, 6_000, LATER);
        assertThat(choose(seen(first, 3_000), seen(bobs, 5_000))).hasStatus(404);
        assertThat(choose(seen(bobs, 5_000), seen(bobsOther, 6_000))).hasStatus(404);
        assertThat(get("/invoices/several")).bodyText().doesNotContain("value=\"" + bobs + ":");

        long anns = account;
        account = account(north(), bob);
        String bundle = chosen(seen(bobs, 5_000), seen(bobsOther, 6_000));
        assertThat(get(bundle)).hasStatusOk();
        account = anns;
        assertThat(get(bundle)).hasStatus(404);
        assertThat(post(bundle + "/payment")).hasStatus(404);
        assertThat(pay(bundle, UUID.randomUUID().toString(), card().toString())).hasStatus(404);
        provider.known.put(PAYMENT, payment(PAYMENT, bundle, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED));
        settleAll(bundle, 11_000);
        assertThat(get("/payments/" + PAYMENT)).hasStatus(404);
        assertThat(get("/receipts/" + PAYMENT + "?invoice=" + bobs)).hasStatus(404);
        assertThat(provider.started).isEmpty();
        assertThat(savedCards.asked).isEmpty();
    }

    @Test
    void limitedAccessHasNoChoiceAndNoBundle() {
        String bundle = chosen(seen(first, 3_000), seen(second, 5_000));
        in(
                north(),
                () -> data.sql("update __tenant__.access_grant set level = 'limited'")
                        .update());

        assertThat(get("/invoices")).bodyText().doesNotContain("/invoices/several");
        assertThat(get("/invoices/several")).hasStatus(303).hasHeader("Location", "/invoices");
        assertThat(get(bundle)).hasStatus(404);
        assertThat(post(bundle + "/payment")).hasStatus(404);
        assertThat(choose(seen(first, 3_000), seen(second, 5_000))).hasStatus(404);
    }

    @Test
    void whoeverPaysOnlySeesAmountsAndNothingOfWhatTheyAreFor() {
        in(north(), () -> data.sql("delete from __tenant__.access_grant").update());
        PatientId child = patient(north(), "Cleo");
        grant(account, child, "full", "money");
        InvoiceId one = sent(north(), child, 8_450, LATER);
        InvoiceId other = sent(north(), child, 50, LATER);

        String bundle = chosen(seen(one, 8_450), seen(other, 50));
        assertThat(get(bundle))
                .hasStatusOk()
                .bodyText()
                .contains("Pay £85.00", "£84.50")
                .doesNotContain("Consultation", "See you soon");
        settleAll(bundle, 8_500);
        assertThat(outcome(bundle, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED, ""))
                .contains("/receipts/" + PAYMENT + "?invoice=" + one, "£84.50")
                .doesNotContain("Consultation", "See you soon");
        assertThat(get("/receipts/" + PAYMENT + "?invoice=" + one)).bodyText().doesNotContain("Consultation");
    }

    @Test
    void anotherClinicKnowsNothingOfItEvenWhereIdsAreTheSame() {
        String bundle = chosen(seen(first, 3_000), seen(second, 5_000));
        PatientId yuki = patient(south(), "Yuki");
        assertThat(account(south(), yuki)).isEqualTo(account);
        assertThat(sent(south(), yuki, 3_000, LATER)).isEqualTo(first);
        assertThat(sent(south(), yuki, 5_000, LATER)).isEqualTo(second);
        CurrentTenant.run(south(), () -> setup.switchTo(STAFF, true));

        assertThat(at("south", bundle)).hasStatus(404);
        assertThat(at("south", "/invoices/several")).hasStatusOk().bodyText().contains("3,000", "5,000");
        assertThat(get(bundle)).hasStatusOk();
    }

    @Test
    void ofTwoGuardiansOneFindsTheReceiptsOfWhatTheOtherPaidAndNothingOfTheOthersTries() {
        String bundle = chosen(seen(first, 3_000), seen(second, 5_000));
        long other = account(north(), patient(north(), "Peter"));
        grant(other, ann, "full", "money");
        provider.known.put(PAYMENT, payment(PAYMENT, bundle, PaymentState.FAILED, "card_declined", null));
        in(
                north(),
                () -> data.sql("insert into __tenant__.payment_payer (payment_id, account_id) values (:id, :account)")
                        .param("id", PAYMENT.value())
                        .param("account", other)
                        .update());

        assertThat(get("/payments/" + PAYMENT)).hasStatus(404);
        settleAll(bundle, 8_000);
        provider.known.put(PAYMENT, payment(PAYMENT, bundle, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED));
        assertThat(get("/payments/" + PAYMENT)).hasStatus(303).hasHeader("Location", "/receipts/" + PAYMENT);
        assertThat(get("/receipts/" + PAYMENT))
                .bodyText()
                .contains("£30.00", "/receipts/" + PAYMENT + "?invoice=" + second)
                .doesNotContain("4242");
    }
}
