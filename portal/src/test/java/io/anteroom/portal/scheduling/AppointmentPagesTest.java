package io.anteroom.portal.scheduling;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.StatementCount;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The clock stands on Saturday, 21 November 2026, nine o'clock in London. */
class AppointmentPagesTest extends SignedInFixture {

    private static final String SUNDAY_NINE = "2026-11-22T09:00:00Z";
    private static final String MONDAY_NINE = "2026-11-23T09:00:00Z";
    private static final String FIRST = "/appointments/new/1/forms";
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([0-9a-f-]{36})\"");

    @Autowired
    StatementCount statements;

    @BeforeEach
    void aPractice() {
        run("update __tenant__.access_grant set scope = array['bookings', 'money']");
        run("""
                insert into __tenant__.location (name, street, postcode, city, country, map_link, time_zone, position, version)
                values ('High Street', '1 High Street', 'N1 1AA', 'London', 'GB', 'https://maps.example/1', 'Europe/London', 1, 0)""");
        run("""
                insert into __tenant__.service (name, description, preparation, minutes, price_minor, currency, position, version)
                values ('Physiotherapy', 'A first look', 'Bring loose clothes.', 30, 4500, 'GBP', 1, 0)""");
        run("insert into __tenant__.service_location (service_id, location_id) values (1, 1)");
        practitioner("Pia Hands");
    }

    @Test
    void aBookingGoesFromTheServiceToTheReceiptAndCanBeUndone() {
        assertThat(get("/appointments")).hasStatusOk().bodyText().contains("Nothing booked", "Book an appointment");
        assertThat(get("/appointments/new")).hasStatusOk().bodyText().contains("Physiotherapy", "30 min, \u00a345.00");
        assertThat(get("/appointments/new/1"))
                .hasStatusOk()
                .bodyText()
                .contains("Saturday", "11:00", "Morning", "Afternoon")
                .doesNotContain("10:45", "Anyone");

        String held = hold(SUNDAY_NINE);
        assertThat(get(held + "/booking"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "We hold it for you until",
                        "09:05",
                        "22 November 2026",
                        "Pia Hands",
                        "Bring loose clothes.",
                        "https://maps.example/1",
                        "until 24 hours before");
        assertThat(get("/appointments")).bodyText().doesNotContain("Physiotherapy");

        assertThat(post(held + "/booking", Map.of("note", "My <left> knee")))
                .hasStatus(303)
                .hasHeader("Location", held);
        assertThat(get(held))
                .hasStatusOk()
                .bodyText()
                .contains("Your appointment is booked.", "My &lt;left&gt; knee", "Undo", "Booked");
        assertThat(get("/appointments")).bodyText().contains("Physiotherapy, with Pia Hands", held);

        assertThat(post(held + "/cancellation", Map.of())).hasStatus(303).hasHeader("Location", held);
        assertThat(get(held)).bodyText().contains("The appointment is cancelled.", "Undo, keep it");
        assertThat(post(held + "/restoration", Map.of())).hasStatus(303);
        assertThat(get(held)).bodyText().contains("Booked");
    }

    @Test
    void whatTheClinicLeavesToThePhoneIsNotOffered() {
        String booked = book(MONDAY_NINE);
        run("update __tenant__.appointment set booked_at = booked_at - interval '1 hour'");
        run("insert into __tenant__.booking_settings (patients_cancel) values (false)");
        assertThat(get(booked))
                .bodyText()
                .contains(booked + "/time", "To cancel it, please call")
                .doesNotContain(booked + "/cancellation");
        assertThat(get(booked + "/cancellation")).hasStatus(303);
        assertThat(post(booked + "/cancellation", Map.of())).hasStatus(303);
        assertThat(get(booked)).bodyText().contains("Booked");

        run("update __tenant__.booking_settings set patients_book = false, patients_move = false");
        assertThat(get(booked))
                .bodyText()
                .contains("To move or cancel it, please call")
                .doesNotContain(booked + "/time");
        assertThat(get(booked + "/time")).hasStatus(303);
        assertThat(get("/appointments"))
                .bodyText()
                .contains("To make an appointment, please call")
                .doesNotContain("/appointments/new");
        assertThat(get("/appointments/new")).bodyText().contains("Nothing can be booked here yet");
        assertThat(get("/appointments/new/1")).hasStatus(303);
    }

    @Test
    void lookingChangesNothing() {
        String booked = book(MONDAY_NINE);
        String before = everything();

        for (var path : new String[] {
            "/appointments",
            "/appointments/new",
            "/appointments/new/1?day=2026-11-24",
            booked,
            booked + "/booking",
            booked + "/time",
            booked + "/time/confirmation?start=2026-11-24T09:00:00Z&at=1&with=",
            booked + "/cancellation"
        }) {
            assertThat(get(path).getResponse().getStatus()).as(path).isIn(200, 303);
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whoIsSecondIsToldSoAndMayChooseAgain() {
        String page = bodyOf("/appointments/new/1");
        long bob = account(north(), patient(north(), "Bob"));
        run("update __tenant__.access_grant set scope = array['bookings']");
        String annas = hold(SUNDAY_NINE);
        assertThat(annas).startsWith("/appointments/");

        var answer = mvc.post()
                .uri("https://north.anteroom.test/appointments/new/1")
                .header(SignedInPages.ACCOUNT, bob)
                .param("form", form(page))
                .param("patient", "2")
                .param("at", "1")
                .param("with", "")
                .param("day", "2026-11-22")
                .param("from", "2026-11-22")
                .param("start", SUNDAY_NINE)
                .exchange();
        assertThat(answer)
                .as("back among the same times")
                .hasStatus(303)
                .hasHeader("Location", "/appointments/new/1?at=1&day=2026-11-22&from=2026-11-22");
        assertThat(mvc.get()
                        .uri("https://north.anteroom.test" + annas)
                        .header(SignedInPages.ACCOUNT, bob)
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void theSameFormSentTwiceHoldsOneTime() {
        String form = form(bodyOf("/appointments/new/1"));

        assertThat(location(holdWith(form, SUNDAY_NINE))).isEqualTo(location(holdWith(form, SUNDAY_NINE)));
        assertThat(location(holdWith(form, MONDAY_NINE)))
                .as("another time of the same page")
                .isNotEqualTo(location(holdWith(form, SUNDAY_NINE)));
    }

    @Test
    void aTimeThatRanOutSaysSoAndIsStillBookedIfNobodyTookIt() {
        String held = hold(SUNDAY_NINE);
        clock.advance(Duration.ofMinutes(6));

        assertThat(get(held)).hasStatus(303).hasHeader("Location", held + "/booking");
        assertThat(get(held + "/booking"))
                .bodyText()
                .contains("We no longer hold this time", "/appointments/new/1?at=1&amp;day=2026-11-22");
        assertThat(post(held + "/booking", Map.of())).hasStatus(303).hasHeader("Location", held);
    }

    @Test
    void anAppointmentMovesAndKeepsItsLink() {
        String booked = book(MONDAY_NINE);
        assertThat(get(booked + "/time"))
                .hasStatusOk()
                .bodyText()
                .contains("When would suit you?", "Keep the appointment");
        assertThat(get(booked + "/time/confirmation?start=2026-11-24T10:00:00Z&at=1&with="))
                .hasStatusOk()
                .bodyText()
                .contains("23 November 2026", "24 November 2026");

        assertThat(post(booked + "/time", Map.of("start", "2026-11-24T10:00:00Z", "at", "1", "with", "")))
                .hasStatus(303)
                .hasHeader("Location", booked);
        assertThat(get(booked)).bodyText().contains("24 November 2026", "10:00", "Undo, keep the old time");
        assertThat(post(booked + "/time/restoration", Map.of())).hasStatus(303);
        assertThat(get(booked))
                .bodyText()
                .contains("23 November 2026")
                .doesNotContain("24 November 2026", "keep the old time");
    }

    @Test
    void beforeAMoveItIsSaidWhereAndByTheClocksOfThatPlace() {
        run("""
                insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)
                values ('Ginza', '1 Ginza', '104', 'Tokyo', 'JP', 'Asia/Tokyo', 2, 0)""");
        run("insert into __tenant__.service_location (service_id, location_id) values (1, 2)");
        run("update __tenant__.working_hours set location_id = 2 where weekday = 2");
        String booked = book(MONDAY_NINE);

        assertThat(get(booked + "/time/confirmation?start=2026-11-24T01:00:00Z&at=2&with=1&day=2026-11-24"))
                .hasStatusOk()
                .bodyText()
                .contains("24 November 2026, 10:00 to 10:30", "Ginza, with Pia Hands", "Asia/Tokyo")
                .contains("High Street, with Pia Hands", booked + "/time?at=2&amp;with=1&amp;day=2026-11-24");
    }

    @Test
    void aTimeThatIsTakenOrTheAppointmentsOwnIsNotAskedAbout() {
        String booked = book(MONDAY_NINE);
        assertThat(get(booked + "/time/confirmation?start=" + MONDAY_NINE + "&at=1&with="))
                .as("where the back button leads after a move")
                .hasStatus(303)
                .hasHeader("Location", booked);

        run("""
                insert into __tenant__.blocked_time (practitioner_id, starts_at, ends_at, reason, created_at, created_by, version)
                values (1, '2026-11-24T00:00Z', '2026-11-25T00:00Z', '', now(), 'Rosa', 0)""");
        assertThat(get(booked + "/time/confirmation?start=2026-11-24T10:00:00Z&at=1&with="))
                .hasStatus(303)
                .hasHeader("Location", booked + "/time?at=1");
    }

    @Test
    void whatCannotBeChangedAnyMoreIsSaidBeforeItIsBooked() {
        run("update __tenant__.service set cancel_until_minutes = 2880");
        assertThat(get(hold(SUNDAY_NINE) + "/booking"))
                .bodyText()
                .contains("You can undo the booking for three minutes")
                .doesNotContain("until 2 days before");
        assertThat(get(hold("2026-11-24T09:00:00Z") + "/booking")).bodyText().contains("until 2 days before");
    }

    @Test
    void browsersAreToldWhichClocksAreMeant() {
        assertThat(get("/appointments/new/1?day=2026-11-22"))
                .bodyText()
                .contains("data-device-time=\"" + SUNDAY_NINE + "\" data-zone=\"Europe/London\"", "device-time.js")
                .contains("those of High Street (Europe/London)");
        assertThat(get(hold(SUNDAY_NINE) + "/booking"))
                .bodyText()
                .contains("data-device-time=\"" + SUNDAY_NINE + "\" data-zone=\"Europe/London\"", "device-time.js");
    }

    @Test
    void ofATimeHeldForNobodyYetItIsSaidForWhomItWillBe() {
        String held = hold(SUNDAY_NINE);
        run("update __tenant__.appointment set patient_id = null");
        assertThat(get(held + "/booking")).bodyText().doesNotContain("It will be booked for");

        grant(account, patient(north(), "Kim"), "full", "bookings");
        assertThat(actingFor(ann, held + "/booking"))
                .bodyText()
                .contains("It will be booked for <strong>Ann Example</strong>", "/for?to=" + held + "/booking");
    }

    @Test
    void aPatientSaysOnItsPageToComeAndThatHoldsForTheTimeSeenAlone() {
        String booked = book(MONDAY_NINE);
        assertThat(get(booked)).bodyText().as("while it can be undone").doesNotContain("/confirmation");
        clock.advance(Duration.ofMinutes(3));
        assertThat(get(booked)).bodyText().contains("Confirm that you’ll come", booked + "/confirmation", MONDAY_NINE);

        assertThat(post(booked + "/confirmation", Map.of("start", SUNDAY_NINE))).hasStatus(303);
        assertThat(post(booked + "/confirmation", Map.of())).hasStatus(303);
        assertThat(get(booked)).bodyText().as("another time").contains("/confirmation");
        for (int i = 0; i < 2; i++) {
            assertThat(post(booked + "/confirmation", Map.of("start", MONDAY_NINE)))
                    .hasStatus(303)
                    .hasHeader("Location", booked);
        }
        assertThat(get(booked)).bodyText().contains("Confirmed").doesNotContain("/confirmation");
        assertThat(in(north(), () -> data.sql("""
                                select count(*) from __tenant__.audit_entry where action = 'appointment-confirmed'""").query(Long.class).single())).isEqualTo(1);

        post(booked + "/time", Map.of("start", "2026-11-24T10:00:00Z", "at", "1", "with", ""));
        assertThat(get(booked)).bodyText().as("while it can be moved back").doesNotContain("/confirmation");
        clock.advance(Duration.ofMinutes(3));
        assertThat(get(booked)).bodyText().as("asked again").contains("/confirmation");
    }

    @Test
    void nobodySaysToComeForAnother() {
        String booked = book(MONDAY_NINE);
        long bob = account(north(), patient(north(), "Bob"));
        run("update __tenant__.access_grant set scope = array['bookings']");

        assertThat(mvc.post()
                        .uri("https://north.anteroom.test" + booked + "/confirmation")
                        .header(SignedInPages.ACCOUNT, bob)
                        .param("start", MONDAY_NINE)
                        .exchange())
                .hasStatus(404);
        assertThat(everything()).contains("booked").doesNotContain("confirmed");
    }

    @Test
    void anAppointmentIsTakenIntoACalendarWithoutSayingWhatItIsFor() {
        String booked = book(MONDAY_NINE);

        assertThat(get(booked)).bodyText().contains(booked + "/calendar");
        assertThat(get(booked + "/calendar"))
                .hasStatusOk()
                .hasHeader("Content-Type", "text/calendar;charset=UTF-8")
                .hasHeader("Content-Disposition", "attachment; filename=\"appointment.ics\"")
                .bodyText()
                .contains("DTSTART:20261123T090000Z", "UID:" + booked.substring("/appointments/".length()) + "@north.")
                .doesNotContain("Physiotherapy");
    }

    @Test
    void tooCloseToTheTimeThePageSaysWhomToCall() {
        publish("020 7946 0000", "", true);
        String booked = book(MONDAY_NINE);
        clock.set(Instant.parse(MONDAY_NINE).minus(Duration.ofHours(3)));

        assertThat(get(booked))
                .bodyText()
                .contains("too close to the appointment", "020 7946 0000")
                .doesNotContain("/cancellation");
        assertThat(get(booked + "/cancellation")).hasStatus(303).hasHeader("Location", booked);
        post(booked + "/cancellation", Map.of());
        assertThat(get(booked)).bodyText().contains("Booked");
    }

    @Test
    void whereSeveralDoItOneMayChooseAndAnyoneIsAChoice() {
        practitioner("Quentin Palm");
        run("delete from __tenant__.working_hours where practitioner_id = 2 and weekday <> 2");

        assertThat(get("/appointments/new/1")).bodyText().contains("Anyone", "Quentin Palm", "Saturday");
        assertThat(get("/appointments/new/1?with=2"))
                .bodyText()
                .contains("24 November 2026")
                .doesNotContain("21 Nov");
    }

    @Test
    void aFullFortnightIsPassedOver() {
        run("""
                insert into __tenant__.blocked_time (practitioner_id, starts_at, ends_at, reason, created_at, created_by, version)
                values (1, '2026-11-01T00:00Z', '2026-12-20T00:00Z', '', now(), 'Rosa', 0)""");

        assertThat(get("/appointments/new/1")).bodyText().contains("20 December 2026");
        run("update __tenant__.blocked_time set ends_at = '2028-01-01T00:00Z'");
        assertThat(get("/appointments/new/1")).hasStatusOk().bodyText().contains("No free times", "Later days");
    }

    @Test
    void aClinicThatSwitchesTheSectionOffHasNoneOfItsPages() {
        String booked = book(MONDAY_NINE);
        publish("", "", false);

        assertThat(get("/")).hasStatusOk().bodyText().doesNotContain("/appointments");
        for (var path : new String[] {
            "/appointments",
            "/appointments/new",
            "/appointments/new/1",
            booked,
            booked + "/booking",
            booked + "/time",
            booked + "/time/confirmation?start=2026-11-24T09:00:00Z&at=1&with=",
            booked + "/cancellation",
            booked + "/calendar",
            "/appointments/calendar-feed"
        }) {
            assertThat(get(path)).as(path).hasStatus(404);
        }
        for (var path : new String[] {
            "/appointments/new/1",
            booked + "/booking",
            booked + "/time",
            booked + "/time/restoration",
            booked + "/cancellation",
            booked + "/restoration",
            booked + "/confirmation",
            "/appointments/calendar-feed",
            "/appointments/calendar-feed/removal"
        }) {
            assertThat(post(path, Map.of("start", MONDAY_NINE, "at", "1", "with", "")))
                    .as(path)
                    .hasStatus(404);
        }
    }

    @Test
    void accessWithoutBookingsShowsAndBooksNothing() {
        run("update __tenant__.access_grant set scope = array['money']");

        assertThat(get("/appointments"))
                .bodyText()
                .contains("include appointments")
                .doesNotContain("/appointments/new");
        assertThat(get("/appointments/new")).hasStatus(303).hasHeader("Location", "/appointments");
        assertThat(get("/")).bodyText().doesNotContain("href=\"/appointments\"");
    }

    @Test
    void whatCannotBeReadLeadsBackAndNeverFails() {
        assertThat(get("/appointments/new/1?with=x&at=999999999999999999999&day=tomorrow&from=1"))
                .hasStatusOk();
        assertThat(get("/appointments/new/77")).hasStatus(404);
        assertThat(get("/appointments/nonsense")).hasStatus(404);
        assertThat(post("/appointments/new/1", Map.of("start", "noon", "at", "1", "form", "x")))
                .hasStatus(303);
        String booked = book(MONDAY_NINE);
        for (var nonsense : new String[] {"+1000000000-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z"}) {
            assertThat(holdWith(form(bodyOf("/appointments/new/1")), nonsense))
                    .hasStatus(303)
                    .hasHeader("Location", "/appointments/new/1");
            assertThat(post(booked + "/time", Map.of("start", nonsense, "at", "1")))
                    .hasStatus(303)
                    .hasHeader("Location", booked + "/time");
            assertThat(get(booked + "/time/confirmation?at=1&start=" + nonsense.replace("+", "%2B")))
                    .hasStatus(303);
        }
        String held = hold(SUNDAY_NINE);
        assertThat(post(held + "/booking", Map.of("note", "x".repeat(501))))
                .hasStatus(422)
                .bodyText()
                .contains("Say it in 500 characters");
    }

    @Test
    void theListTakesFewStatements() {
        book(MONDAY_NINE);
        statements.reset();
        get("/appointments");

        assertThat(statements.statements()).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void whatIsAskedFirstIsFilledInThenATimeIsChosenAndWhatComesWithItStandsOnTheAppointment() {
        offerForms();
        asked(1, "About <your> pain", "before");
        asked(2, "Before you come", "after");
        assertThat(get("/appointments/new/1")).hasStatus(303).hasHeader("Location", FIRST);
        assertThat(post("/appointments/new/1", held())).hasStatus(303).hasHeader("Location", FIRST);
        assertThat(get(FIRST))
                .hasStatusOk()
                .bodyText()
                .contains("Before you choose a time", "Physiotherapy", "Fill in About &lt;your&gt; pain")
                .doesNotContain("Before you come");
        assertThat(post(FIRST + "/2", Map.of())).as("not asked first").hasStatus(404);

        String form = location(post(FIRST + "/1", Map.of()));
        assertThat(location(post(FIRST + "/1", Map.of()))).as("pressed twice").isEqualTo(form);
        assertThat(get(FIRST)).bodyText().contains("In progress", "Continue About");
        completeAll();
        assertThat(get(form)).bodyText().contains("Go on with the booking", "href=\"" + FIRST + "\"");
        assertThat(get(FIRST)).hasStatus(303).hasHeader("Location", "/appointments/new/1");

        String booked = book(MONDAY_NINE);
        assertThat(get(booked)).bodyText().contains("To fill in before you come", "Before you come", "Due by Sunday");
        assertThat(post(booked + "/cancellation", Map.of())).hasStatus(303);
        assertThat(get(booked)).bodyText().doesNotContain("To fill in before you come");
    }

    @Test
    void whatIsHeldIsBookedOnlyOnceTheFormWasSent() {
        String held = hold(MONDAY_NINE);
        offerForms();
        asked(1, "About your pain", "before");
        assertThat(get(held + "/booking")).hasStatus(303).hasHeader("Location", FIRST);
        assertThat(post(held + "/booking", Map.of())).hasStatus(303).hasHeader("Location", FIRST);
        assertThat(get(FIRST)).bodyText().contains("We hold", "until 09:05");
        clock.advance(Duration.ofMinutes(6));
        assertThat(get(FIRST)).bodyText().contains("We no longer hold");

        post(FIRST + "/1", Map.of());
        completeAll();
        assertThat(get(FIRST)).hasStatus(303).hasHeader("Location", held + "/booking");
        assertThat(post(held + "/booking", Map.of())).hasStatus(303).hasHeader("Location", held);
    }

    @Test
    void whatAServiceOfAnotherClinicAsksIsNotThereNorWhatNobodyMayBook() {
        offerForms();
        asked(1, "About your pain", "before");
        CurrentTenant.run(south(), () -> setup.switchTo(STAFF, true));
        account(south(), patient(south(), "Bob"));
        in(
                south(),
                () -> data.sql("update __tenant__.access_grant set scope = array['bookings']")
                        .update());
        assertThat(at("south", FIRST)).hasStatus(404);
        run("update __tenant__.service set online = false");
        assertThat(get(FIRST)).hasStatus(404);
        assertThat(post(FIRST + "/1", Map.of())).hasStatus(404);
        run("update __tenant__.access_grant set scope = array['money']");
        assertThat(get(FIRST)).hasStatus(303).hasHeader("Location", "/appointments");
        assertThat(post(FIRST + "/1", Map.of())).hasStatus(303).hasHeader("Location", "/appointments");
    }

    private Map<String, String> held() {
        return Map.of(
                "form",
                "7d7d1c1e-2b1f-4f5a-9a6a-0f6e5b1c2d3e",
                "patient",
                ann.toString(),
                "at",
                "1",
                "with",
                "",
                "start",
                MONDAY_NINE);
    }

    private void offerForms() {
        PortalDesign plain = PortalDesign.plain("North Clinic");
        var sections = Set.of(Section.APPOINTMENTS, Section.QUESTIONNAIRES);
        var design = new PortalDesign("North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, sections);
        CurrentTenant.run(north(), () -> setup.publish(STAFF, design));
    }

    private void asked(long id, String title, String moment) {
        in(
                north(),
                () -> data.sql("""
                        with q as (insert into __tenant__.questionnaire (id, title, state, created_at, created_by)
                                   overriding system value values (:id, :title, 'active', now(), 'test') returning id),
                             v as (insert into __tenant__.questionnaire_version
                                       (questionnaire_id, number, title, fhir, published_at, published_by)
                                   select id, 1, :title, '{"resourceType":"Questionnaire","status":"active","title":"x","item":'
                                          || '[{"linkId":"a","type":"string","text":"Where?"}]}', now(), 'test' from q)
                        insert into __tenant__.service_form (service_id, questionnaire_id, moment) select 1, id, :moment from q""")
                        .param("id", id)
                        .param("title", title)
                        .param("moment", moment)
                        .update());
    }

    private void completeAll() {
        run("""
                update __tenant__.questionnaire_assignment set state = 'completed', started_at = '%1$s', completed_at = '%1$s', completed_by = %2$d
                 where state = 'not_started'""".formatted(clock.instant(), account));
    }

    private void practitioner(String name) {
        long id = in(north(), () -> data.sql("""
                        insert into __tenant__.practitioner (name, title, about, position, version)
                        values (?, 'Physiotherapist', '', 1, 0) returning id""").param(name).query(Long.class).single());
        run("insert into __tenant__.service_practitioner (service_id, practitioner_id) values (1, %d)".formatted(id));
        run("""
                insert into __tenant__.working_hours (practitioner_id, location_id, weekday, from_time, until_time, valid_from)
                select %d, 1, weekday, '09:00', '17:00', '2020-01-01' from generate_series(1, 7) weekday""".formatted(id));
    }

    private String book(String start) {
        String held = hold(start);
        assertThat(post(held + "/booking", Map.of())).hasStatus(303).hasHeader("Location", held);
        return held;
    }

    /** Chooses the time on its page; gives the appointment's address. */
    private String hold(String start) {
        String day = start.substring(0, 10);
        String page = bodyOf("/appointments/new/1?day=" + day);
        assertThat(page).contains("value=\"" + start + "\"");
        String to = location(holdWith(form(page), start));
        assertThat(to).endsWith("/booking");
        return to.substring(0, to.length() - "/booking".length());
    }

    private MvcTestResult holdWith(String form, String start) {
        return post(
                "/appointments/new/1",
                Map.of("form", form, "patient", ann.toString(), "at", "1", "with", "", "start", start));
    }

    private static String form(String page) {
        var found = FORM.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String bodyOf(String path) {
        try {
            return get(path).getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String location(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getHeader("Location"));
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = mvc.post().uri("https://north.anteroom.test" + path).header(SignedInPages.ACCOUNT, account);
        form.forEach(request::param);
        return request.exchange();
    }

    private void run(String sql) {
        in(north(), () -> data.sql(sql).update());
    }

    private String everything() {
        return in(north(), () -> data.sql("""
                        select coalesce(string_agg(a::text, ';' order by a.id), '') from __tenant__.appointment a""").query(String.class).single());
    }
}
