package io.anteroom.tenantadmin.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DeskPagesTest extends AppointmentPagesFixture {

    private static final String PAGE = "/o/north/appointments";
    private static final String NEW =
            PAGE + "/new?practitioner=1&location=1&day=2026-11-23&time=09:30&service=1&patient=1";

    @Autowired
    PortalSetup portal;

    DeskPagesTest() {
        super(StaffRole.RECEPTIONIST);
    }

    @BeforeEach
    void aPracticeInTheNorth() {
        for (String statement : List.of(
                "insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)"
                        + " values ('High Street', '', '', '', 'GB', 'Europe/London', 1, 0)",
                "insert into __tenant__.practitioner (name, title, about, position, version) values ('Beth', '', '', 1, 0)",
                "insert into __tenant__.service (name, description, preparation, minutes, position, version)"
                        + " values ('First visit', '', '', 45, 1, 0)",
                "insert into __tenant__.service_practitioner (service_id, practitioner_id) values (1, 1)",
                "insert into __tenant__.service_location (service_id, location_id) values (1, 1)",
                "insert into __tenant__.working_hours (practitioner_id, location_id, weekday, from_time, until_time,"
                        + " valid_from) values (1, 1, 1, '09:00', '17:00', '2020-01-01')",
                "insert into __tenant__.patient (version, given_name, family_name, birth_date, family_key, given_key, search,"
                        + " created_at, changed_at, changed_by) values (0, 'Anna', '<b>Lee', '1980-03-27', 'lee', 'anna',"
                        + " to_tsvector('simple', 'anna'), now(), now(), 'test')")) {
            sql(statement);
        }
    }

    @Test
    void aFreeTimeInTheCalendarLeadsToTheBookingOfAPatientWhoIsLookedFor() {
        assertThat(get("/o/north/calendar?day=2026-11-23"))
                .bodyText()
                .contains(PAGE + "/new?practitioner=1&amp;location=1&amp;day=2026-11-23&amp;time=09:00");

        assertThat(get(PAGE + "/new?practitioner=1&location=1&day=2026-11-23&time=09:00&q=anna"))
                .bodyText()
                .contains(
                        "Whom is it for?",
                        "&lt;b&gt;Lee, Anna",
                        "name=\"patient\" value=\"1\"",
                        "name=\"time\" value=\"09:00\"");
        assertThat(get(NEW))
                .bodyText()
                .contains("Anna &lt;b&gt;Lee", "born 27 Mar 1980", "First visit, 45 min", "value=\"09:30\"");
    }

    @Test
    void aPatientIsBookedOnceHoweverOftenTheFormIsSent() {
        MvcTestResult form = get(NEW);
        List<String> wanted = booking(form, "9.30");

        assertThat(post(PAGE, wanted)).hasStatus(303).hasHeader("Location", "/o/north/calendar?day=2026-11-23");
        assertThat(post(PAGE, wanted)).hasStatus(303);
        assertThat(count("booked")).isEqualTo(1);
        assertThat(get("/o/north/calendar?day=2026-11-23"))
                .bodyText()
                .contains("09:30–10:15", "Anna &lt;b&gt;Lee", "href=\"" + PAGE + "/1\"");

        assertThat(post(PAGE, booking(get(NEW), "10:00")))
                .hasStatus(409)
                .bodyText()
                .contains("Another appointment is there by now", "value=\"10:00\"");
    }

    @Test
    void aPlaceSaysWhoseClocksItsTimesAreMeantInWhereTheyAreNotTheClinics() {
        sql("insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)"
                + " values ('Broadway', '', '', '', 'US', 'America/New_York', 2, 0)");

        assertThat(get(NEW)).bodyText().contains(">High Street<", ">Broadway (clocks of America/New York)<");
    }

    @Test
    void outsideHoursIsAskedBackFirst() {
        MvcTestResult form = get(NEW);
        MvcTestResult asked = post(PAGE, booking(form, "18:00"));

        assertThat(asked).hasStatus(409).bodyText().contains("outside working hours", "Book anyway", "value=\"18:00\"");
        assertThat(count("booked")).isZero();
        List<String> meant = new ArrayList<>(booking(asked, "18:00"));
        meant.addAll(List.of("anyway", "true"));
        assertThat(post(PAGE, meant)).hasStatus(303);
        assertThat(count("booked")).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() {
        assertThat(post(PAGE, List.of("patient", "1", "time", "noon", "note", "Knee <b>")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Choose a service",
                        "Choose a practitioner",
                        "Choose a location",
                        "Enter the day",
                        "Enter the time it starts",
                        "Knee &lt;b&gt;");
        assertThat(post(PAGE, List.of("patient", "9")))
                .hasStatus(422)
                .bodyText()
                .contains("Whom is it for?");
        sql("delete from __tenant__.service_practitioner");
        assertThat(post(PAGE, booking(get(NEW), "09:30")))
                .hasStatus(422)
                .bodyText()
                .contains("It isn’t given by this practitioner");
    }

    @Test
    void aPatientIsCheckedInCompletedAndTheStateTakenBack() {
        book();
        assertThat(get(PAGE + "/1"))
                .bodyText()
                .contains(
                        "Monday 23 November 2026, 09:30 to 10:15",
                        "Check in",
                        "Did not come",
                        "First visit, 45 minutes");

        int booked = version();
        assertThat(state("arrived", booked)).hasStatus(303);
        assertThat(state("arrived", booked)).hasStatus(303);
        assertThat(state("missed", booked))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody changed it while you had it open", "Here");
        assertThat(state("missed", version())).hasStatus(409).bodyText().contains("It stands otherwise by now");
        assertThat(state("completed", version())).hasStatus(303);
        assertThat(state("booked", version())).hasStatus(303);
        assertThat(count("booked")).isEqualTo(1);
        assertThat(state("nonsense", version())).hasStatus(404);
    }

    @Test
    void anAppointmentIsMovedAndTheOldTimeKeptUntilThen() {
        book();
        MvcTestResult form = get(PAGE + "/1/time");
        assertThat(form).bodyText().contains("value=\"09:30\"", "value=\"2026-11-23\"");

        assertThat(post(PAGE + "/1/time", moving(form, "2026-11-23", "midday")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the time it starts", "value=\"midday\"");
        assertThat(post(PAGE + "/1/time", moving(form, "2026-11-24", "10:00")))
                .hasStatus(409)
                .bodyText()
                .contains("Move anyway");
        assertThat(post(PAGE + "/1/time", moving(form, "2026-11-30", "10:00")))
                .hasStatus(303)
                .hasHeader("Location", "/o/north/calendar?day=2026-11-30");
        assertThat(get("/o/north/calendar?day=2026-11-30")).bodyText().contains("10:00–10:45");
        assertThat(post(PAGE + "/1/time", moving(form, "2026-11-30", "11:00")))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody changed it");
    }

    @Test
    void aTimeChosenInTheCalendarStandsInTheFormUnlessTheServerKnowsBetter() {
        book();
        assertThat(post(PAGE, booking(get(NEW), "11:00"))).hasStatus(303);
        String time = PAGE + "/1/time";

        assertThat(get("/o/north/calendar?day=2026-11-23"))
                .bodyText()
                .contains("data-move=\"" + time + "\"", "data-practitioner=\"1\" data-day=\"2026-11-23\"");
        assertThat(get(time + "?at=2026-11-23T10:00&practitioner=1&location=1&view=week"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"10:00\"", "value=\"2026-11-23\"", "name=\"view\" value=\"week\"", " autofocus>Move<")
                .doesNotContain("Another appointment", "Move anyway");
        assertThat(get(time + "/word?at=2026-11-23T10:00&practitioner=1")).hasStatus(204);
        assertThat(get(time + "?at=2026-11-23T10:30")).bodyText().contains("Another appointment is there by now");
        assertThat(get(time + "/word?at=2026-11-23T10:30"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("Another appointment is there. Choose another time.");
        assertThat(get(time + "?at=2026-11-23T17:00"))
                .bodyText()
                .contains("Move anyway")
                .doesNotContain("autofocus");
        assertThat(get(time + "/word?at=2026-11-23T17:00")).hasStatus(204);
        assertThat(get(time + "/word?at=2026-11-23T10:00&practitioner=9"))
                .bodyText()
                .contains("isn’t given by this practitioner");
        assertThat(get(time + "/word?at=soon")).hasStatusOk();
        assertThat(get(time + "?at=+999999999-01-01T00:00&practitioner=x&location=9"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"09:30\"");

        List<String> meant = new ArrayList<>(moving(get(time), "2026-11-23", "10:00"));
        meant.addAll(List.of("view", "week"));
        assertThat(post(time, meant))
                .hasStatus(303)
                .hasHeader("Location", "/o/north/calendar?day=2026-11-23&view=week&practitioner=1");
        assertThat(state("arrived", version())).hasStatus(303);
        assertThat(get(time + "/word?at=2026-11-23T12:30")).bodyText().contains("can’t be moved");
        assertThat(get("/o/south/appointments/1/time/word?at=2026-11-23T12:30")).hasStatus(404);
        role = StaffRole.BILLING;
        assertThat(get(time + "/word?at=2026-11-23T12:30")).hasStatus(403);
    }

    @Test
    void anAppointmentIsCancelledWithAWordAndTheCancellationTakenBack() {
        book();
        assertThat(get(PAGE + "/1/cancellation")).bodyText().contains("Cancel this appointment?");
        String booked = String.valueOf(version());
        assertThat(post(PAGE + "/1/cancellation", List.of("version", booked, "because", "x".repeat(501))))
                .hasStatus(422);

        assertThat(post(PAGE + "/1/cancellation", List.of("version", booked, "because", "Beth is ill")))
                .hasStatus(303);
        assertThat(get(PAGE + "/1")).bodyText().contains("Cancelled", "by staff: Beth is ill", "Take back");
        assertThat(get("/o/north/calendar?day=2026-11-23")).bodyText().doesNotContain("Anna");
        assertThat(get(PAGE + "/1/time")).bodyText().contains("It stands otherwise by now");
        assertThat(state("booked", version())).hasStatus(303);
        assertThat(count("booked")).isEqualTo(1);
    }

    @Test
    void itsPageSaysWhatBecameOfEachMessage() {
        book();
        assertThat(get(PAGE + "/1")).bodyText().contains("Messages to the patient", "None yet");
        sql("insert into __tenant__.appointment_reminder"
                + " (appointment_id, starts_at, channel, minutes_before, due_at, state, because, message_id)"
                + " select id, starts_at, 'email', 1440, starts_at - interval '1 day', 'sent', null,"
                + " '00000000-0000-0000-0000-000000000001'::uuid from __tenant__.appointment union all"
                + " select id, starts_at, 'sms', 1440, starts_at - interval '1 day', 'left_out', 'no_address', null"
                + " from __tenant__.appointment union all"
                + " select id, starts_at, 'email', 120, starts_at - interval '2 hours', 'planned', null, null"
                + " from __tenant__.appointment");
        sql(
                "insert into __tenant__.message (id, channel, recipient, about_kind, about_ref, content, state, attempts, reason,"
                        + " created_at, state_at) values ('00000000-0000-0000-0000-000000000001', 'email', 'anna@<b>.example',"
                        + " 'appointment-reminder', '1', '{\"subject\": \"a\", \"heading\": \"b\", \"paragraphs\": [], \"details\": []}',"
                        + " 'failed', 1, 'The mail server refused the message (550)', now(), now())");

        assertThat(get(PAGE + "/1"))
                .bodyText()
                .contains("Reminder, 1 day before", "Email to anna@&lt;b&gt;.example")
                .contains("The mail server refused the message (550)", "Not sent")
                .contains("Text message", "No mobile number is known")
                .contains("Reminder, 2 h before", "due 23 Nov 2026, 07:30", "Planned");
    }

    @Test
    void aDepositIsSeenAndKeptOrGivenBack() {
        book();
        assertThat(get(PAGE + "/1")).bodyText().doesNotContain("Deposit");
        sql(
                "update __tenant__.appointment set rules = rules || '{\"depositMinor\": 2000, \"depositCurrency\": \"GBP\"}'");
        var payment = new PaymentId(new UUID(0, 9));
        provider.known.put(
                payment,
                new Payment(
                        payment,
                        new PayableRef("deposit", "1"),
                        Money.of(2_000, "GBP"),
                        PaymentState.SUCCEEDED,
                        Allocation.ALLOCATED,
                        null,
                        TestClock.START,
                        TestClock.START,
                        "visa 4242",
                        0,
                        false));
        assertThat(get(PAGE + "/1")).bodyText().contains("£20.00, paid", PAGE + "/1/deposit");
        assertThat(get(PAGE + "/1/cancellation"))
                .bodyText()
                .contains("The deposit is given back.")
                .doesNotContain("Keep the deposit");

        sql("update __tenant__.appointment set rules = rules || '{\"cancelUntilMinutes\": 43200}',"
                + " booked_at = booked_at - interval '1 day'");
        assertThat(get(PAGE + "/1/cancellation")).bodyText().contains("Keep the deposit");
        assertThat(post(PAGE + "/1/cancellation", List.of("version", String.valueOf(version()), "keepDeposit", "true")))
                .hasStatus(303);
        assertThat(get(PAGE + "/1")).bodyText().contains("£20.00, paid and kept");

        assertThat(get(PAGE + "/1/deposit")).bodyText().contains("Give back the deposit?");
        assertThat(post(PAGE + "/1/deposit", List.of())).hasStatus(303).hasHeader("Location", PAGE + "/1");
        assertThat(get(PAGE + "/1"))
                .bodyText()
                .contains("£20.00, on its way back")
                .doesNotContain("/1/deposit");
    }

    @Test
    void theRecordListsWhatIsAheadAndWhatIsOver() {
        assertThat(get("/o/north/patients/1/appointments"))
                .bodyText()
                .contains("No appointments yet", PAGE + "/new?patient=1");
        book();
        sql("update __tenant__.appointment set starts_at = starts_at - interval '7 days',"
                + " ends_at = ends_at - interval '7 days', occupied = tstzrange(starts_at - interval '7 days',"
                + " ends_at - interval '7 days'), state = 'completed'");
        book();

        assertThat(get("/o/north/patients/1/appointments"))
                .bodyText()
                .contains("Ahead", "Monday 23 November 2026", "Past", "Monday 16 November 2026", "Completed");
        assertThat(get("/o/north/patients/9/appointments")).hasStatus(404);
        role = StaffRole.BILLING;
        assertThat(get("/o/north/patients/1/appointments")).hasStatus(403);
    }

    @Test
    void whereThePortalOffersNoAppointmentsNobodyIsPromisedToBeTold() {
        assertThat(get(NEW)).bodyText().contains("The patient is not told").doesNotContain("told in three minutes");
        in(Tenants.north(), () -> {
            portal.switchTo(new Actor.Staff("ada", "Ada Admin"), true);
            return true;
        });
        assertThat(get(NEW))
                .bodyText()
                .contains("The patient is told in three minutes")
                .doesNotContain("not told");
        book();
        assertThat(get(PAGE + "/1/cancellation")).bodyText().contains("The patient is told in three minutes");

        in(Tenants.north(), () -> {
            portal.switchTo(new Actor.Staff("ada", "Ada Admin"), false);
            return true;
        });
        assertThat(get(PAGE + "/1/cancellation")).bodyText().contains("The patient is not told");
        assertThat(post(PAGE + "/1/cancellation", List.of("version", "0"))).hasStatus(303);
    }

    @Test
    void nobodyElseSeesIt() {
        book();
        assertThat(get("/o/south/appointments/1")).hasStatus(404);
        assertThat(get(PAGE + "/9")).hasStatus(404);
        assertThat(post(PAGE + "/9/state", List.of("version", "0", "to", "arrived")))
                .hasStatus(404);
        role = StaffRole.BILLING;
        for (String path : List.of("/1", "/new", "/1/time", "/1/cancellation", "/1/deposit")) {
            assertThat(get(PAGE + path)).hasStatus(403);
        }
        assertThat(state("arrived", 0)).hasStatus(403);
    }

    private void book() {
        assertThat(post(PAGE, booking(get(NEW), "09:30"))).hasStatus(303);
    }

    private MvcTestResult state(String to, int version) {
        return post(PAGE + "/1/state", List.of("version", String.valueOf(version), "to", to));
    }

    private int version() {
        return Integer.parseInt(hidden(get(PAGE + "/1"), "version"));
    }

    private static List<String> booking(MvcTestResult form, String time) {
        return List.of(
                "attempt",
                hidden(form, "attempt"),
                "patient",
                "1",
                "service",
                "1",
                "practitioner",
                "1",
                "location",
                "1",
                "day",
                "2026-11-23",
                "time",
                time);
    }

    private static List<String> moving(MvcTestResult form, String day, String time) {
        return List.of(
                "version", hidden(form, "version"), "practitioner", "1", "location", "1", "day", day, "time", time);
    }

    private int count(String state) {
        return CurrentTenant.call(
                Tenants.north(),
                () -> transaction.execute(_ -> jdbc.sql("select count(*) from __tenant__.appointment where state = ?")
                        .param(state)
                        .query(Integer.class)
                        .single()));
    }
}
