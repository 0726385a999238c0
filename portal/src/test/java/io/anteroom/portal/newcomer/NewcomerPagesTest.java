package io.anteroom.portal.newcomer;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.Digests;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.portal.ScriptedPayments;
import io.anteroom.portal.Visitor;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** The clock stands on Saturday, 21 November 2026, nine o'clock in London. */
@PortalTest
@Import(Clinics.class)
class NewcomerPagesTest {

    private static final String NINE = "2026-11-23T09:00:00Z";
    private static final String TEN = "2026-11-23T10:00:00Z";
    private static final Pattern HIDDEN = Pattern.compile("name=\"(form|puzzle|time)\" value=\"([^\"]+)\"");

    @Autowired
    Clinics clinics;

    @Autowired
    PortalSetup setup;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    ScriptedPayments provider;

    private Visitor nora;

    @BeforeEach
    void aPracticeForNewPatients() {
        provider.reset();
        clinics.patient(north(), "Anna", "anna@example.org");
        Tenants.both().forEach(this::practice);
        nora = clinics.visitor(Clinics.NORTH);
    }

    @Test
    void aStrangerBooksFromTheSignInPageToTheReceipt() {
        assertThat(body(nora.open("/sign-in"))).contains("New here?", "href=\"/book\"", "Book an appointment");
        assertThat(body(nora.open("/book")))
                .contains("First visit", "30 min", "/book/1")
                .doesNotContain("Follow-up");
        assertThat(body(nora.open("/book/1?day=2026-11-23"))).contains("data-effort=\"15\"", "effort.js");

        assertThat(choose(nora, NINE).getRedirectedUrl()).isEqualTo("/book/details");
        assertThat(body(nora.open("/book/details")))
                .contains("We hold it for you until <strong>09:05", "Pia Hands", "23 November 2026", "Date of birth");
        assertThat(say(nora, "nora@example.org").getRedirectedUrl()).isEqualTo("/sign-in/code");
        assertThat(body(nora.open("/sign-in/code"))).contains("n•••@example.org", "href=\"/book/details\"");
        clinics.sendCodes();

        assertThat(enter(nora).getRedirectedUrl()).isEqualTo("/book/result");
        var booked = location(nora.open("/book/result"));
        assertThat(body(nora.open(booked)))
                .contains("Your appointment is booked.", "First visit", "My &lt;left&gt; knee", "Undo");
        assertThat(body(nora.open("/appointments"))).contains(booked);
        assertThat(nora.open("/book/details").getRedirectedUrl())
                .as("the back button")
                .isEqualTo("/book");
        assertThat(nora.open("/book").getRedirectedUrl()).isEqualTo("/appointments/new");
    }

    @Test
    void aStrangerReadsOfTheDepositBeforeTheCodeAndIsLedToItByTheCode() {
        run(north(), "update __tenant__.service set deposit_minor = 2000 where id = 1");
        assertThat(body(nora.open("/book"))).contains("deposit of £20.00 when you book");
        hold(nora, NINE);
        assertThat(body(nora.open("/book/details")))
                .contains("£20.00, by card when you book", "booked once the deposit is paid");
        say(nora, "nora@example.org");
        clinics.sendCodes();
        nora.open("/sign-in/code");
        enter(nora);

        var own = location(nora.open("/book/result"));
        assertThat(location(nora.open(own))).isEqualTo(own + "/deposit");
        assertThat(body(nora.open(own + "/deposit")))
                .contains("Pay the deposit of £20.00", "We keep the time for you until 09:30", "Pay £20.00");
        assertThat(body(nora.open("/appointments"))).contains("Deposit to pay", own);
        assertThat(nora.open("/book/details").getRedirectedUrl())
                .as("the back button")
                .isEqualTo("/book");
        assertThat(number("select count(*) from __tenant__.appointment where state = 'awaiting_payment'"))
                .isEqualTo(1);

        assertThat(nora.submit(own + "/deposit/surrender").getRedirectedUrl()).isEqualTo("/appointments");
        assertThat(body(clinics.visitor(Clinics.NORTH).open("/book/1?day=2026-11-23")))
                .contains(NINE);
    }

    @Test
    void whoIsAskedAFormFirstHasTheTimeKeptForHalfAnHourToFillItIn() {
        aboutYou();
        run(
                north(),
                "insert into __tenant__.service_form (service_id, questionnaire_id, moment) values (1, 1, 'before')");
        hold(nora, NINE);
        say(nora, "nora@example.org");
        clinics.sendCodes();
        nora.open("/sign-in/code");
        enter(nora);

        String booking = location(nora.open("/book/result"));
        assertThat(location(nora.open(booking))).isEqualTo("/appointments/new/1/forms");
        assertThat(body(nora.open("/appointments/new/1/forms")))
                .contains("We hold <strong>Monday, 23 November 2026", "until 09:30", "Fill in About you");
        String form = location(nora.submit("/appointments/new/1/forms/1"));
        assertThat(body(nora.open(form))).contains("About you", "Start");
        assertThat(body(clinics.visitor(Clinics.NORTH).open("/book/1?day=2026-11-23")))
                .as("nobody else has it meanwhile")
                .doesNotContain("value=\"" + NINE);
        run(north(), """
                update __tenant__.questionnaire_assignment
                   set state = 'completed', started_at = '2026-11-21T09:00:00Z', completed_at = '2026-11-21T09:00:00Z', completed_by = account_id""");

        assertThat(location(nora.open("/appointments/new/1/forms"))).isEqualTo(booking);
        assertThat(body(nora.open(booking))).contains("Book this time?", "My &lt;left&gt; knee");
        assertThat(location(nora.submit(booking))).isEqualTo(booking.replace("/booking", ""));
    }

    @Test
    void aLinkToAFormAsksWhoOneIsAndTheCodeLeadsToTheForm() {
        aboutYou();
        run(north(), """
                insert into __tenant__.questionnaire_link (questionnaire_id, email, key_hash, sent_at, sent_by, expires_at)
                values (1, 'nora@example.org', sha256('the-key'), '2026-11-21T08:00:00Z', 'Rosa', '2026-12-05T08:00:00Z')""");
        assertThat(body(nora.open("/form/the-key")))
                .contains("asks you to fill in a form", "n•••@example.org", "Send me a code", "5 December 2026")
                .doesNotContain("About you", "nora@example.org");
        assertThat(nora.open("/form/another").getStatus()).isEqualTo(410);
        assertThat(clinics.visitor(Clinics.SOUTH).open("/form/the-key").getStatus())
                .isEqualTo(410);
        assertThat(number("select count(*) from __tenant__.sign_in")).isZero();

        assertThat(nora.submit("/form/the-key", "givenName", "Nora").getStatus())
                .isEqualTo(422);
        assertThat(location(nora.submit(
                        "/form/the-key",
                        "givenName",
                        "Nora",
                        "familyName",
                        "Nguyen",
                        "born.day",
                        "3",
                        "born.month",
                        "7",
                        "born.year",
                        "1990")))
                .isEqualTo("/sign-in/code");
        clinics.sendCodes();
        nora.open("/sign-in/code");
        assertThat(location(enter(nora))).isEqualTo("/form/the-key");
        String form = location(nora.open("/form/the-key"));
        assertThat(form).startsWith("/questionnaires/");
        assertThat(body(nora.open(form))).contains("About you", "Start");
        assertThat(clinics.visitor(Clinics.NORTH).open("/form/the-key").getStatus())
                .as("used")
                .isEqualTo(410);
    }

    private void aboutYou() {
        run(north(), """
                insert into __tenant__.questionnaire (title, state, created_at, created_by)
                values ('About you', 'active', now(), 'test')""");
        run(north(), """
                insert into __tenant__.questionnaire_version (questionnaire_id, number, title, fhir, published_at, published_by)
                values (1, 1, 'About you', '{"resourceType":"Questionnaire","status":"active","title":"About you","item":[{"linkId":"a","type":"string","text":"Where?"}]}', now(), 'test')""");
        PortalDesign plain = PortalDesign.plain("North Clinic");
        var sections = Set.of(Section.APPOINTMENTS, Section.QUESTIONNAIRES);
        CurrentTenant.run(
                north(),
                () -> setup.publish(
                        new Actor.Staff("rosa", "Rosa"),
                        new PortalDesign(
                                "North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, sections)));
    }

    @Test
    void whereADepositCannotBePaidAStrangerIsToldToCallAndNoCodeIsSent() {
        provider.chargesEnabled = false;
        run(north(), "update __tenant__.service set deposit_minor = 2000 where id = 1");
        hold(nora, NINE);
        var page = body(nora.open("/book/details"));

        assertThat(page).contains("can’t take card payments at the moment").doesNotContain("Send me a code");
        assertThat(nora.submit("/book/details", "familyName", "Nguyen").getRedirectedUrl())
                .isEqualTo("/book/details");
        assertThat(number("select count(*) from __tenant__.sign_in")).isZero();
    }

    @Test
    void thePagesAreTheSameForAnAddressThatIsKnown() {
        var other = clinics.visitor(Clinics.NORTH);
        hold(nora, NINE);
        hold(other, TEN);

        assertThat(say(nora, "anna@example.org").getRedirectedUrl())
                .isEqualTo(say(other, "abby@example.org").getRedirectedUrl())
                .isEqualTo("/sign-in/code");
        var known = body(nora.open("/sign-in/code"));
        assertThat(known).contains("We have sent a six-digit code to <strong>a•••@example.org");
        assertThat(bare(body(other.open("/sign-in/code")))).isEqualTo(bare(known));
    }

    @Test
    void whatWasTypedIsThereAgainByTheBackButtonAndWhenAnotherTimeIsChosen() {
        hold(nora, NINE);
        say(nora, "nora@example.org");

        assertThat(body(nora.open("/book/details")))
                .contains("value=\"Nguyen\"", "nora@example.org", "&lt;left&gt; knee");
        hold(nora, TEN);
        assertThat(body(nora.open("/book/details")))
                .contains("value=\"Nguyen\"", "10:00")
                .doesNotContain("09:00 to");
        clinics.sendCodes();
        nora.open("/sign-in/code");
        assertThat(enter(nora).getRedirectedUrl()).isEqualTo("/book/result");
    }

    @Test
    void whenTheTimeIsGoneByTheCodeAnotherIsChosenAndTheNoteIsStillThere() {
        hold(nora, NINE);
        say(nora, "nora@example.org");
        clinics.sendCodes();
        clock.advance(Duration.ofMinutes(6));
        var olga = clinics.visitor(Clinics.NORTH);
        hold(olga, NINE);
        nora.open("/sign-in/code");
        enter(nora);

        assertThat(nora.open("/book/result").getRedirectedUrl()).isEqualTo("/appointments/new/1?at=1&day=2026-11-23");
        assertThat(body(nora.open("/appointments/new/1?day=2026-11-23")))
                .contains("What you wrote to the clinic is kept")
                .doesNotContain("data-effort");
        var held = location(nora.submit(
                "/appointments/new/1",
                "form",
                "00000000-0000-0000-0000-000000000001",
                "patient",
                "",
                "at",
                "1",
                "start",
                TEN));
        assertThat(body(nora.open(held))).contains("My &lt;left&gt; knee");
        assertThat(nora.submit(held, "note", "My left knee").getStatus()).isEqualTo(303);
        assertThat(nora.cookie("booking").getValue()).isEmpty();
    }

    @Test
    void whoChoseAnotherTimeInAnotherTabIsShownWhichOneItIsBeforeItIsBooked() {
        hold(nora, NINE);
        var first = body(nora.open("/book/details"));
        hold(nora, TEN);
        nora.open("/book/details");

        var answer = say(nora, first, "nora@example.org");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer))
                .contains("another time meanwhile, in another tab", "10:00 to 10:30", "value=\"Nguyen\"")
                .contains("nora@example.org");
        assertThat(number("select count(*) from __tenant__.sign_in")).isZero();
        assertThat(say(nora, body(answer), "nora@example.org").getRedirectedUrl())
                .isEqualTo("/sign-in/code");
    }

    @Test
    void aDoubleClickHoldsOneTime() {
        var page = body(nora.open("/book/1?day=2026-11-23"));

        assertThat(choose(nora, page, NINE).getRedirectedUrl()).isEqualTo("/book/details");
        assertThat(choose(nora, page, NINE).getRedirectedUrl()).isEqualTo("/book/details");
        assertThat(number("select count(*) from __tenant__.appointment")).isEqualTo(1);
    }

    @Test
    void whoIsSecondIsToldSo() {
        hold(nora, NINE);
        var olga = clinics.visitor(Clinics.NORTH);

        var page = body(olga.open("/book/1?day=2026-11-23"));
        assertThat(page).doesNotContain(NINE);
        assertThat(choose(olga, page, NINE).getRedirectedUrl()).startsWith("/book/1?at=1");
        assertThat(body(olga.open("/book/1"))).contains("Somebody else has just taken that time");
        assertThat(olga.open("/book/details").getRedirectedUrl()).isEqualTo("/book");
    }

    @Test
    void aBrowserWithoutScriptsGoesOnAfterAWhile() {
        var page = body(nora.open("/book/1?day=2026-11-23"));
        var first = nora.submit("/book/1", hidden(page, "", NINE));
        assertThat(body(first)).contains("One moment, please", "20 seconds", "doesn’t run JavaScript", NINE);
        assertThat(number("select count(*) from __tenant__.appointment")).isZero();

        clock.advance(Duration.ofSeconds(20));
        assertThat(nora.submit("/book/1", hidden(page, "", NINE)).getRedirectedUrl())
                .isEqualTo("/book/details");
    }

    @Test
    void lookingHoldsNothing() {
        for (var path : new String[] {"/book", "/book/1", "/book/1?day=2026-11-24", "/book/details", "/book/result"}) {
            assertThat(nora.open(path).getStatus()).as(path).isIn(200, 302, 303);
        }
        assertThat(number("select count(*) from __tenant__.appointment")).isZero();
        assertThat(number("select count(*) from __tenant__.newcomer_booking")).isZero();
        assertThat(number("select count(*) from __tenant__.sign_in_cap")).isZero();
    }

    @Test
    void whatCannotBeReadIsSaidBesideItsFieldAndKept() {
        hold(nora, NINE);
        var page = body(nora.open("/book/details"));
        var answer = nora.submit(
                "/book/details",
                "time",
                value(page, "time"),
                "givenName",
                "Nora",
                "familyName",
                " ",
                "born.day",
                "31",
                "born.month",
                "2",
                "born.year",
                "1990",
                "address",
                "<script>",
                "note",
                "x".repeat(501));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer))
                .contains(
                        "Enter your family name",
                        "Enter your date of birth with day, month and year",
                        "Enter an email address or a mobile number",
                        "Shorten this to 500 characters or fewer",
                        "value=\"31\"",
                        "&lt;script>");
    }

    @Test
    void nonsenseLeadsBackAndNeverFails() {
        nora.open("/book/1");
        assertThat(nora.submit("/book/1").getRedirectedUrl()).isEqualTo("/book/1");
        assertThat(nora.submit("/book/1", "form", "x", "start", "noon", "at", "y")
                        .getRedirectedUrl())
                .isEqualTo("/book/1");
        assertThat(nora.submit("/book/details").getRedirectedUrl()).isEqualTo("/book");
        assertThat(nora.open("/book/2").getStatus()).as("not for new patients").isEqualTo(404);
        assertThat(nora.open("/book/77").getStatus()).isEqualTo(404);
        assertThat(nora.open("/book/x").getStatus()).isEqualTo(404);
    }

    @Test
    void aFormThatIsTooOldLeadsBackToItsPage() {
        assertThat(nora.submit("/book/1").getRedirectedUrl()).isEqualTo("/book/1");
        assertThat(nora.submit("/book/details").getRedirectedUrl()).isEqualTo("/book/details");
    }

    @Test
    void anAddressThatIsSomebodysLeadsBackToTheBooking() {
        hold(nora, NINE);
        say(nora, "anna@example.org");
        clinics.sendCodes();
        nora.open("/sign-in/code");

        assertThat(enter(nora).getRedirectedUrl()).isEqualTo("/sign-in/address-taken");
        assertThat(body(nora.open("/sign-in/address-taken"))).contains("href=\"/book/details\"");
        assertThat(body(nora.open("/book/details"))).contains("We hold it for you until");
    }

    @Test
    void whoHasAnAccountOfTwoStepsGoesOnWithTheTimeOnceThePasswordIsGiven() {
        run(north(), "update __tenant__.authentication_settings set passwords = true, short_passwords = true");
        var anna = clinics.signedIn(Clinics.NORTH, "anna@example.org");
        anna.open("/password/new");
        anna.submit("/password", "password", "otter tea", "withCode", "true");
        clock.advance(Duration.ofMinutes(10));
        hold(nora, NINE);
        say(nora, "anna@example.org");
        clinics.sendCodes();
        nora.open("/sign-in/code");

        assertThat(enter(nora).getRedirectedUrl()).isEqualTo("/sign-in/second-step");
        assertThat(nora.open("/book/details").getRedirectedUrl()).isEqualTo("/book/result");
        assertThat(nora.open("/book/result").getRedirectedUrl()).isEqualTo("/sign-in/code");
        assertThat(nora.open("/sign-in/code").getRedirectedUrl()).isEqualTo("/sign-in/second-step");
        nora.open("/sign-in/second-step");
        assertThat(nora.submit("/sign-in/second-step", "password", "otter tea").getRedirectedUrl())
                .isEqualTo("/book/result");
        assertThat(body(nora.open(location(nora.open("/book/result")))))
                .contains("We hold it for you until", "My &lt;left&gt; knee");
    }

    @Test
    void whereTheClinicTakesNoBookingsInItsPortalThereIsNoSuchPage() {
        hold(nora, NINE);
        say(nora, "nora@example.org");
        clinics.sendCodes();
        nora.open("/sign-in/code");
        switchOff();

        for (var path : new String[] {"/book", "/book/1", "/book/details", "/book/result"}) {
            assertThat(nora.open(path).getStatus()).as(path).isEqualTo(404);
        }
        assertThat(body(nora.open("/sign-in"))).doesNotContain("/book");
        nora.open("/sign-in/code");
        assertThat(enter(nora).getRedirectedUrl()).isEqualTo("/sign-in/link-ended");
    }

    @Test
    void whereNothingIsForNewPatientsThePageSaysWhatToDo() {
        run(north(), "update __tenant__.service set for_new_patients = false");

        assertThat(body(nora.open("/book"))).contains("Nothing can be booked here yet");
        assertThat(body(nora.open("/sign-in"))).doesNotContain("href=\"/book\"");
    }

    @Test
    void theBrowserOfOneClinicHoldsNothingAtTheOther() {
        hold(nora, NINE);
        var south = clinics.visitor(Clinics.SOUTH);
        south.take(nora.cookie("booking"));

        assertThat(south.open("/book/details").getRedirectedUrl()).isEqualTo("/book");
        hold(south, NINE);
        assertThat(number(Tenants.south(), "select count(*) from __tenant__.appointment"))
                .isEqualTo(1);
    }

    private void hold(Visitor visitor, String start) {
        assertThat(choose(visitor, start).getRedirectedUrl()).isEqualTo("/book/details");
    }

    private MockHttpServletResponse choose(Visitor visitor, String start) {
        return choose(visitor, body(visitor.open("/book/1?day=2026-11-23")), start);
    }

    private static MockHttpServletResponse choose(Visitor visitor, String page, String start) {
        return visitor.submit("/book/1", hidden(page, answer(value(page, "puzzle")), start));
    }

    private static String[] hidden(String page, String answer, String start) {
        return new String[] {
            "form",
            value(page, "form"),
            "puzzle",
            value(page, "puzzle"),
            "answer",
            answer,
            "patient",
            "",
            "with",
            "",
            "at",
            "1",
            "start",
            start
        };
    }

    private static String value(String page, String name) {
        return HIDDEN.matcher(page)
                .results()
                .filter(found -> found.group(1).equals(name))
                .map(found -> found.group(2))
                .findFirst()
                .orElseThrow();
    }

    /** What the page's script works out. */
    private static String answer(String puzzle) {
        int number = 0;
        while (ByteBuffer.wrap(Digests.sha256(puzzle + " " + number)).getInt() >>> 17 != 0) {
            number++;
        }
        return Integer.toString(number);
    }

    private static MockHttpServletResponse say(Visitor visitor, String address) {
        return say(visitor, body(visitor.open("/book/details")), address);
    }

    private static MockHttpServletResponse say(Visitor visitor, String page, String address) {
        return visitor.submit(
                "/book/details",
                "time",
                value(page, "time"),
                "givenName",
                "Nora",
                "familyName",
                "Nguyen",
                "born.day",
                "3",
                "born.month",
                "7",
                "born.year",
                "1990",
                "address",
                address,
                "note",
                "My <left> knee");
    }

    private static MockHttpServletResponse enter(Visitor visitor) {
        return visitor.submit("/sign-in/code", "code", Clinics.CODE);
    }

    private static String location(MockHttpServletResponse answer) {
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private static String body(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** Without what is drawn anew for each page. */
    private static String bare(String page) {
        return page.replaceAll("(hx-headers|value)=\"[^\"]*\"", "");
    }

    private void practice(Tenant clinic) {
        clinics.switchPortal(clinic, true);
        run(clinic, """
                insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)
                values ('High Street', '1 High Street', 'N1 1AA', 'London', 'GB', 'Europe/London', 1, 0)""");
        run(clinic, """
                insert into __tenant__.service (name, description, preparation, minutes, for_new_patients, position, version)
                values ('First visit', '', '', 30, true, 1, 0), ('Follow-up', '', '', 30, false, 2, 0)""");
        run(clinic, "insert into __tenant__.service_location (service_id, location_id) values (1, 1), (2, 1)");
        run(clinic, """
                insert into __tenant__.practitioner (name, title, about, position, version)
                values ('Pia Hands', 'Physiotherapist', '', 1, 0)""");
        run(clinic, "insert into __tenant__.service_practitioner (service_id, practitioner_id) values (1, 1), (2, 1)");
        run(clinic, """
                insert into __tenant__.working_hours (practitioner_id, location_id, weekday, from_time, until_time, valid_from)
                select 1, 1, weekday, '09:00', '17:00', '2020-01-01' from generate_series(1, 7) weekday""");
    }

    private void switchOff() {
        var plain = PortalDesign.plain("North Clinic");
        CurrentTenant.run(
                north(),
                () -> setup.publish(
                        new Actor.Staff("rosa", "Rosa Reception"),
                        new PortalDesign(
                                "North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, Set.of())));
    }

    private void run(Tenant clinic, String sql) {
        CurrentTenant.run(
                clinic,
                () -> transaction.executeWithoutResult(_ -> jdbc.sql(sql).update()));
    }

    private long number(String sql) {
        return number(north(), sql);
    }

    private long number(Tenant clinic, String sql) {
        return Objects.requireNonNull(CurrentTenant.call(
                clinic,
                () -> transaction.execute(_ -> jdbc.sql(sql).query(Long.class).single())));
    }
}
