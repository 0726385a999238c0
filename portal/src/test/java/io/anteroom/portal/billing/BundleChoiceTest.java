package io.anteroom.portal.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which invoices are paid together: what can’t be is told where it was chosen, and stays chosen. */
class BundleChoiceTest extends BundleFixture {

    @Test
    void theListOffersToPayAllThatIsDueAndToChooseWhich() {
        assertThat(get("/invoices"))
                .bodyText()
                .contains("Pay all that is due: £80.00", "href=\"/invoices/several\"")
                .contains("value=\"" + first + ":3000\"", "value=\"" + second + ":5000\"");
        settle(second, 5_000);
        assertThat(get("/invoices")).bodyText().doesNotContain("/invoices/several");
        assertThat(get("/invoices/several")).hasStatus(303).hasHeader("Location", "/invoices");
    }

    @Test
    void whereNoCardCanPayOrNotAllAtOnceTheListOffersNoMoreThanThereIs() {
        LongStream.range(0, 11).forEach(_ -> sent(north(), ann, 100, LATER));
        assertThat(get("/invoices"))
                .bodyText()
                .contains("href=\"/invoices/several\"", "Pay several invoices")
                .doesNotContain("Pay all that is due");
        assertThat(get("/invoices/several")).bodyText().contains("12 at a time at most.");

        provider.chargesEnabled = false;
        CurrentTenant.run(north(), () -> setup.switchTo(STAFF, true));
        publish("", "", true);
        assertThat(get("/invoices")).bodyText().doesNotContain("/invoices/several");
        assertThat(get("/invoices/several")).hasStatus(303).hasHeader("Location", "/invoices");
    }

    @Test
    void nothingIsTickedUntilItIsChosenAndAChoiceLeadsToWhatItComesTo() {
        InvoiceId third = sent(north(), ann, 700, LATER.plusDays(2));
        assertThat(get("/invoices/several"))
                .hasStatusOk()
                .bodyText()
                .contains("Invoice 1", "Invoice 2", "Invoice 3", "£7.00", "Due by 26 December 2026")
                .doesNotContain(" checked");

        String bundle = chosen(seen(first, 3_000), seen(third, 700));
        assertThat(get(bundle))
                .hasStatusOk()
                .bodyText()
                .contains("Pay £37.00", "Invoice 1", "£30.00", "Invoice 3", "£7.00", bundle + "/payment")
                .contains("/invoices/several?chosen=" + first + ":3000&amp;chosen=" + third + ":700")
                .doesNotContain("Invoice 2");
        assertThat(get("/invoices/several?chosen=" + first + ":3000&chosen=" + third + ":700"))
                .bodyText()
                .containsPattern("value=\"" + first + ":3000\" checked")
                .containsPattern("value=\"" + third + ":700\" checked")
                .doesNotContainPattern("value=\"" + second + ":5000\" checked");
        assertThat(chosen(seen(third, 700), seen(first, 3_000)))
                .as("the same choice")
                .isEqualTo(bundle);
    }

    @Test
    void whatCannotBePaidTogetherIsToldWhereItWasChosenAndStaysChosen() {
        assertThat(choose()).hasStatus(422).bodyText().contains("Choose two invoices or more", "href=\"#f-chosen\"");
        assertThat(choose(seen(first, 3_000)))
                .hasStatus(422)
                .bodyText()
                .contains("Choose two invoices or more")
                .containsPattern("value=\"" + first + ":3000\" checked");
        assertThat(choose(seen(first, 2_900), seen(second, 5_000)))
                .hasStatus(422)
                .bodyText()
                .contains("What is due has changed since you chose")
                .containsPattern("value=\"" + first + ":3000\" checked")
                .containsPattern("value=\"" + second + ":5000\" checked");
        String[] many = LongStream.range(0, 11)
                .mapToObj(_ -> seen(sent(north(), ann, 100, LATER), 100))
                .toArray(String[]::new);
        assertThat(choose(concat(many, seen(first, 3_000), seen(second, 5_000))))
                .hasStatus(422)
                .bodyText()
                .contains("Choose 12 invoices or fewer");
        in(
                north(),
                () -> data.sql("update __tenant__.invoice set currency = 'EUR' where id = :id")
                        .param("id", second.value())
                        .update());
        assertThat(choose(seen(first, 3_000), seen(second, 5_000)))
                .hasStatus(422)
                .bodyText()
                .contains("different currencies");
        assertThat(choose("nonsense")).hasStatus(404);
        assertThat(choose(seen(first, 3_000), "1:")).hasStatus(404);
    }

    @Test
    void oneThatWasPaidMeanwhileIsToldAndTheRestStaysChosen() {
        InvoiceId third = sent(north(), ann, 700, LATER);
        settle(second, 5_000);
        assertThat(choose(seen(first, 3_000), seen(second, 5_000)))
                .hasStatus(422)
                .bodyText()
                .contains("has been paid or cancelled meanwhile")
                .containsPattern("value=\"" + first + ":3000\" checked")
                .doesNotContain("value=\"" + second + ":");
        settle(third, 700);
        assertThat(choose(seen(first, 3_000), seen(third, 700)))
                .as("nothing to choose is left")
                .hasStatus(303)
                .hasHeader("Location", "/invoices");
    }

    @Test
    void invoicesOfTwoPatientsOfTheSamePersonAreNotPaidTogether() {
        PatientId child = patient(north(), "Cleo");
        grant(account, child, "full", "money");
        InvoiceId childs = sent(north(), child, 5_000, LATER);

        assertThat(choose(seen(first, 3_000), seen(childs, 5_000))).hasStatus(404);
        InvoiceId childsOther = sent(north(), child, 700, LATER);
        assertThat(get(chosen(seen(childs, 5_000), seen(childsOther, 700))))
                .bodyText()
                .contains("Cleo Example", "Pay £57.00")
                .doesNotContain("Choose others");
    }

    private static String[] concat(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}
