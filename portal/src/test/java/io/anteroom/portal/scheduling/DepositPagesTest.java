package io.anteroom.portal.scheduling;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is said of a deposit before it is paid, and back from the card page. It is nine o'clock in London. */
class DepositPagesTest extends SignedInFixture {

    private static final PayableRef REF = new PayableRef("deposit", "1");
    private static final PaymentId PAYMENT = new PaymentId(UUID.fromString("0b9f6a2e-6d0c-4f0e-8f43-0c7a4f6d2b11"));
    private static final String OWN = "/appointments/aaaaaaaaaaaaaaaa";
    private static final String PAGE = OWN + "/deposit";
    private static final String RULES =
            "{\"service\":\"Physiotherapy\",\"minutes\":30,\"cancelUntilMinutes\":1440,\"zone\":\"Europe/London\","
                    + "\"depositMinor\":2000,\"depositCurrency\":\"GBP\"}";

    @Autowired
    List<Payables> payables;

    @BeforeEach
    void aTimeThatIsHeld() {
        provider.reset();
        run("update __tenant__.access_grant set scope = array['bookings', 'money']");
        run("""
                insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)
                values ('High Street', '1 High Street', 'N1 1AA', 'London', 'GB', 'Europe/London', 1, 0)""");
        run("""
                insert into __tenant__.service (name, description, preparation, minutes, deposit_minor, position, version)
                values ('Physiotherapy', 'A first look', '', 30, 2000, 1, 0)""");
        run("insert into __tenant__.service_location (service_id, location_id) values (1, 1)");
        run("insert into __tenant__.practitioner (name, title, about, position, version) values ('Pia', '', '', 1, 0)");
        run("insert into __tenant__.service_practitioner (service_id, practitioner_id) values (1, 1)");
        run("""
                insert into __tenant__.working_hours (practitioner_id, location_id, weekday, from_time, until_time, valid_from)
                select 1, 1, weekday, '09:00', '17:00', '2020-01-01' from generate_series(1, 7) weekday""");
        run("""
                insert into __tenant__.appointment (reference, attempt, service_id, practitioner_id, location_id, patient_id,
                    account_id, state, starts_at, ends_at, occupied, held_until, rules, created_at, created_by_kind,
                    created_by, version)
                values ('aaaaaaaaaaaaaaaa', gen_random_uuid(), 1, 1, 1, %s, %d, 'held', '2026-11-23T09:00Z', '2026-11-23T09:30Z',
                    tstzrange('2026-11-23T09:00Z', '2026-11-23T09:30Z'), '2026-11-21T09:05Z', '%s', now(), 'patient', 'x', 0)""".formatted(ann.toString(), account, RULES));
    }

    @Test
    void whatIsDueIsSaidBeforeTheTimeIsChosenAndBeforeItIsBooked() {
        assertThat(get("/appointments/new")).bodyText().contains("deposit of £20.00 when you book");
        assertThat(get("/appointments/new/1")).bodyText().contains("deposit of £20.00 when you book");
        assertThat(get(OWN + "/booking"))
                .bodyText()
                .contains("£20.00, by card when you book", "until 24 hours before", "Go on to the deposit");
    }

    @Test
    void theTimeWaitsForItsDepositAndThePageLeadsToTheCardPage() {
        assertThat(post(OWN + "/booking")).hasStatus(303).hasHeader("Location", PAGE);
        assertThat(get(OWN)).hasStatus(303).hasHeader("Location", PAGE);
        assertThat(get("/appointments")).bodyText().contains("Deposit to pay", OWN);
        assertThat(get(PAGE))
                .hasStatusOk()
                .bodyText()
                .contains("Pay the deposit of £20.00", "We keep the time for you until 09:30", "Pay £20.00");

        provider.answer = new CheckoutStart.Redirect(PAYMENT, URI.create("https://pay.test/1"));
        assertThat(post(PAGE)).hasStatus(303).hasHeader("Location", "https://pay.test/1");
        assertThat(provider.started.get(REF))
                .isNotNull()
                .satisfies(urls -> assertThat(urls.paid().getPath()).isEqualTo(PAGE));

        provider.answer = new CheckoutStart.Refused(CheckoutStart.Reason.TRY_AGAIN);
        assertThat(post(PAGE)).hasStatus(303).hasHeader("Location", PAGE);
    }

    @Test
    void backFromTheCardPageTheTruthIsTold() {
        post(OWN + "/booking");
        assertThat(get(PAGE + "?left=true&payment=" + PAYMENT))
                .bodyText()
                .contains("You came back from the payment page without paying. No money was taken.", "Pay £20.00");
        knows(PaymentState.OPEN, null, 0, false);
        assertThat(get(PAGE + "?payment=" + PAYMENT))
                .bodyText()
                .contains("We are checking your payment", "Please don’t pay again yet")
                .doesNotContain("Pay £20.00");
        knows(PaymentState.PROCESSING, null, 0, false);
        assertThat(get(PAGE)).bodyText().contains("Your payment is being processed");

        settles();
        knows(PaymentState.SUCCEEDED, Allocation.ALLOCATED, 0, false);
        assertThat(get(PAGE + "?payment=" + PAYMENT)).hasStatus(303).hasHeader("Location", OWN);
        assertThat(get(OWN)).bodyText().contains("Your appointment is booked.", "£20.00, paid");
        assertThat(fragment(PAGE)).bodyText().contains("has arrived", OWN).doesNotContain("<html");
    }

    @Test
    void whoCancelsReadsBeforeThatTheDepositComesBack() {
        post(OWN + "/booking");
        settles();
        knows(PaymentState.SUCCEEDED, Allocation.ALLOCATED, 0, false);

        assertThat(get(OWN + "/cancellation"))
                .hasStatusOk()
                .bodyText()
                .contains("Cancel this appointment?", "Your deposit of £20.00 is given back to your card.");
    }

    @Test
    void aTimeThatRanOutSaysSoAndWhatBecameOfTheMoney() {
        post(OWN + "/booking");
        clock.advance(Duration.ofMinutes(31));
        assertThat(get(PAGE)).bodyText().contains("The time to pay is over").doesNotContain("Pay £20.00");

        run("update __tenant__.appointment set state = 'expired'");
        assertThat(get(PAGE))
                .bodyText()
                .contains("The time is free again", "No money was taken", "/appointments/new/1");
        knows(PaymentState.SUCCEEDED, Allocation.UNALLOCATED, 0, true);
        assertThat(get(PAGE)).bodyText().contains("on its way back", "£20.00");
        knows(PaymentState.SUCCEEDED, Allocation.UNALLOCATED, 2_000, false);
        assertThat(get(PAGE)).bodyText().contains("was given back", "£20.00");
        knows(PaymentState.SUCCEEDED, Allocation.UNALLOCATED, 0, false);
        assertThat(get(PAGE)).bodyText().contains("The clinic sees this payment");
    }

    @Test
    void theTimeIsGivenUpByAButton() {
        post(OWN + "/booking");
        assertThat(post(PAGE + "/surrender")).hasStatus(303).hasHeader("Location", "/appointments");
        assertThat(post(PAGE + "/surrender")).hasStatus(303).hasHeader("Location", "/appointments");
        assertThat(get(PAGE)).bodyText().contains("The time is free again");
        assertThat(get("/appointments")).bodyText().doesNotContain(OWN);
    }

    @Test
    void whereNoCardsAreTakenTheClinicIsToBeCalled() {
        provider.chargesEnabled = false;
        assertThat(get(OWN + "/booking"))
                .bodyText()
                .contains("can’t take card payments at the moment")
                .doesNotContain("Go on to the deposit");
        assertThat(post(OWN + "/booking")).hasStatus(303).hasHeader("Location", OWN + "/booking");
        assertThat(state()).isEqualTo("held");
    }

    @Test
    void nobodyElseSeesIt() {
        post(OWN + "/booking");
        long bob = account(north(), patient(north(), "Bob"));
        run("update __tenant__.access_grant set scope = array['bookings']");
        assertThat(mvc.get()
                        .uri("https://north.anteroom.test" + PAGE)
                        .header(SignedInPages.ACCOUNT, bob)
                        .exchange())
                .hasStatus(404);
        CurrentTenant.run(south(), () -> setup.switchTo(STAFF, true));
        assertThat(account(south(), patient(south(), "Yuki"))).isEqualTo(account);
        assertThat(at("south", PAGE)).hasStatus(404);
    }

    private void settles() {
        in(
                north(),
                () -> payables.stream()
                        .filter(owner -> owner.kind().equals("deposit"))
                        .findFirst()
                        .orElseThrow()
                        .settled(REF, PAYMENT, Money.of(2_000, "GBP"), clock.instant()));
    }

    private void knows(PaymentState state, @Nullable Allocation allocation, long refunded, boolean back) {
        provider.known.put(
                PAYMENT,
                new Payment(
                        PAYMENT,
                        REF,
                        Money.of(2_000, "GBP"),
                        state,
                        allocation,
                        null,
                        clock.instant(),
                        null,
                        "visa 4242",
                        refunded,
                        back));
    }

    private MvcTestResult fragment(String path) {
        return mvc.get()
                .uri("https://north.anteroom.test" + path)
                .header(SignedInPages.ACCOUNT, account)
                .header("HX-Request", "true")
                .exchange();
    }

    private String state() {
        return in(
                north(),
                () -> data.sql("select state from __tenant__.appointment")
                        .query(String.class)
                        .single());
    }

    private void run(String sql) {
        in(north(), () -> data.sql(sql).update());
    }
}
