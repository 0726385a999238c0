package io.anteroom.tenantadmin.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Giving back what was paid on an invoice: typed, looked at once more, and asked for once. */
class RefundPagesTest extends PaidInvoiceFixture {

    @Test
    void aPartIsTypedLookedAtAndAskedForOnce() {
        assertThat(opens(url)).bodyText().contains(form(), "Give back");
        MvcTestResult page = opens(form());
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("Ann Example paid £100.00 by Visa ending 4242", "at most £100.00");
        String id = hidden(page, "refund");

        assertThat(send(id, 0, 0, "", "part", "30", "too_much", "By a third"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Give back £30.00?", "Charged too much: By a third", "£70.00", "gets an email", "credit note");
        assertThat(refunds()).as("only looked at").isEmpty();
        assertThat(send(id, 0, 0, "change", "part", "30", "too_much", "By a third"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"30\"", "By a third", "Continue");

        assertThat(send(id, 0, 0, "confirmed", "part", "30", "too_much", "By a third"))
                .hasStatus(303)
                .hasHeader("Location", url);
        assertThat(send(id, 0, 0, "confirmed", "part", "30", "too_much", "By a third"))
                .as("clicked twice")
                .hasStatus(303);
        assertThat(send(id, 0, 0, "", "all", "", "other", "Back, and sent again"))
                .as("the form again by the back button")
                .hasStatus(303);
        assertThat(refunds()).containsExactly("3000 asked Charged too much: By a third");
        assertThat(opens(url))
                .bodyText()
                .contains("On its way", "-£30.00", "Robin Desk", "Charged too much: By a third")
                .doesNotContain(form());
        assertThat(opens(form())).as("one at a time").hasStatus(303);
        assertThat(texts("select action from __tenant__.audit_entry where action = 'refund-asked'"))
                .hasSize(1);
    }

    @Test
    void aSecondTabGivesBackNothingThatNobodyDecided() {
        String here = hidden(opens(form()), "refund");
        String there = hidden(opens(form()), "refund");
        assertThat(there).isNotEqualTo(here);
        send(here, 0, 0, "confirmed", "part", "30", "goodwill", "");
        run(north(), "update __tenant__.payment_refund set state = 'given', stripe_id = 're_1'");
        refunded(3_000);

        assertThat(send(there, 0, 0, "confirmed", "part", "30", "goodwill", ""))
                .hasStatus(422)
                .bodyText()
                .contains("given back meanwhile", "£70.00", "name=\"asked\" value=\"1\"", "value=\"3000\"");
        assertThat(refunds()).hasSize(1);
        assertThat(send(UUID.randomUUID().toString(), 1, 3_000, "confirmed", "all", "", "goodwill", ""))
                .hasStatus(303);
        assertThat(refunds()).containsExactly("3000 given Goodwill", "7000 asked Goodwill");
    }

    @Test
    void limitsAreSaidWhereTheyAreTypedAndNothingTypedIsLost() {
        String id = UUID.randomUUID().toString();
        assertThat(send(id, 0, 0, "", "part", "100.01", "goodwill", "Kept"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter at most £100.00", "value=\"100.01\"", "Kept");
        assertThat(send(id, 0, 0, "", "part", "", "goodwill", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Enter how much to give back");
        assertThat(send(id, 0, 0, "", "part", "0", "goodwill", ""))
                .hasStatus(422)
                .bodyText()
                .contains("more than 0");
        assertThat(send(id, 0, 0, "", "part", "-5", "goodwill", "")).hasStatus(422);
        assertThat(send(id, 0, 0, "", "all", "20", "goodwill", ""))
                .hasStatus(422)
                .bodyText()
                .contains("You typed an amount", "value=\"20\"");
        assertThat(send(id, 0, 0, "", "all", "", "", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Choose why");
        assertThat(send(id, 0, 0, "", "all", "", "other", " "))
                .hasStatus(422)
                .bodyText()
                .contains("in a few words");
        assertThat(send(id, 0, 0, "confirmed", "all", "", "goodwill", "x".repeat(401)))
                .hasStatus(422)
                .bodyText()
                .contains("at most 400");
        assertThat(refunds()).isEmpty();
    }

    @Test
    void theInvoiceSaysWhatDidNotArriveAndWhatStripeRefused() {
        send(UUID.randomUUID().toString(), 0, 0, "confirmed", "part", "30", "goodwill", "");
        run(
                north(),
                "update __tenant__.payment_refund set state = 'failed', stripe_id = 're_1', failure = 'expired_or_canceled_card'");
        assertThat(opens(url))
                .bodyText()
                .contains("£30.00 that Robin Desk gave back", "did not arrive", "in your Stripe balance again", form())
                .contains("The patient was told by email, if there is an address");
        run(north(), "update __tenant__.payment_refund set state = 'refused', failure = 'insufficient_funds'");
        assertThat(opens(url)).bodyText().contains("Refused", "balance at Stripe is too low");
        send(UUID.randomUUID().toString(), 1, 0, "confirmed", "part", "30", "goodwill", "");
        assertThat(opens(url)).bodyText().contains("On its way").doesNotContain("in your Stripe balance again");
    }

    @Test
    void whatDidNotArriveIsSettledInAnotherWayAndThenNobodyIsAskedAboutIt() {
        String id = UUID.randomUUID().toString();
        send(id, 0, 0, "confirmed", "part", "30", "goodwill", "");
        assertThat(settle(id, "In cash")).as("while it is under way").hasStatus(303);
        run(north(), "update __tenant__.payment_refund set state = 'failed', stripe_id = 're_1'");
        assertThat(opens(url)).bodyText().contains(form() + "#settling", "note how it was settled");
        assertThat(opens(form()))
                .hasStatusOk()
                .bodyText()
                .contains("Settled another way", "£30.00 that Robin Desk gave back", "name=\"settled\"");

        assertThat(settle(id, " ")).hasStatus(422).bodyText().contains("Say how, in up to 500 characters");
        assertThat(settle(id, "x".repeat(501))).hasStatus(422).bodyText().contains("x".repeat(501));
        role = StaffRole.RECEPTIONIST;
        assertThat(settle(id, "In cash")).hasStatus(403);
        role = StaffRole.BILLING;
        assertThat(settle(UUID.randomUUID().toString(), "In cash")).hasStatus(404);
        assertThat(sends(form().replace("north", "south") + "/settled", "refund", id, "settled", "In cash"))
                .hasStatus(404);
        assertThat(opens(url)).bodyText().contains("in your Stripe balance again");

        assertThat(settle(id, "In cash")).hasStatus(303).hasHeader("Location", url);
        assertThat(settle(id, "By transfer")).as("once more").hasStatus(303);
        assertThat(opens(url))
                .bodyText()
                .contains("Settled another way", "Robin Desk noted on", "In cash")
                .doesNotContain("in your Stripe balance again", "By transfer");
        assertThat(opens(form()))
                .bodyText()
                .contains("Don’t give that back once more", "In cash")
                .doesNotContain("name=\"settled\"");
        assertThat(texts("select action from __tenant__.audit_entry where action = 'refund-settled'"))
                .hasSize(1);
    }

    @Test
    void whatIsAllGivenBackIsNotGivenBackAgain() {
        refunded(10_000);
        assertThat(opens(url)).bodyText().doesNotContain(form());
        assertThat(opens(form())).hasStatus(303).hasHeader("Location", url);
        assertThat(send(UUID.randomUUID().toString(), 0, 10_000, "confirmed", "all", "", "goodwill", ""))
                .hasStatus(303);
        assertThat(refunds()).isEmpty();
    }

    @Test
    void itIsForThoseWhoMayGiveBackMoneyAndForPaymentsOfThisInvoiceAtThisClinic() {
        String id = UUID.randomUUID().toString();
        role = StaffRole.RECEPTIONIST;
        assertThat(opens(url)).bodyText().doesNotContain(form());
        assertThat(opens(form())).hasStatus(403);
        assertThat(send(id, 0, 0, "confirmed", "all", "", "goodwill", "")).hasStatus(403);
        role = StaffRole.OWNER;
        assertThat(opens(form().replace("north", "south"))).hasStatus(404);
        assertThat(sends(form().replace("north", "south"), "how", "all")).hasStatus(404);
        assertThat(opens(url + "/payments/" + UUID.randomUUID() + "/refund")).hasStatus(404);
        assertThat(opens(url + "/payments/nonsense/refund")).hasStatus(404);
        assertThat(opens(url.replace("/1", "/2") + "/payments/" + PAYMENT + "/refund"))
                .hasStatus(404);
        assertThat(refunds()).isEmpty();
    }

    private String form() {
        return url + "/payments/" + PAYMENT + "/refund";
    }

    private MvcTestResult settle(String refund, String how) {
        return sends(form() + "/settled", "refund", refund, "settled", how);
    }

    private List<String> refunds() {
        return texts(
                "select amount_minor || ' ' || state || ' ' || reason from __tenant__.payment_refund order by asked_at, amount_minor");
    }

    private MvcTestResult send(
            String id, int asked, long refunded, String step, String how, String amount, String reason, String words) {
        var fields = new ArrayList<>(List.of(
                "refund",
                id,
                "asked",
                String.valueOf(asked),
                "refunded",
                String.valueOf(refunded),
                "how",
                how,
                "amount",
                amount,
                "reason",
                reason,
                "words",
                words));
        if (!step.isEmpty()) {
            fields.addAll(List.of("step", step));
        }
        return sends(form(), fields.toArray(String[]::new));
    }
}
