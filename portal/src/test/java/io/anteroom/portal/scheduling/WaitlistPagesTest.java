package io.anteroom.portal.scheduling;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import io.anteroom.tenancy.CurrentTenant;
import java.io.UnsupportedEncodingException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The clock stands on Saturday, 21 November 2026, nine o'clock in London. */
class WaitlistPagesTest extends SignedInFixture {

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([0-9a-f-]{36})\"");
    private static final String NEW = "/appointments/waitlist/new/1";
    private static final String OFFER = "/appointments/offers/aaaaaaaaaaaaaaaa";

    @BeforeEach
    void aPractice() {
        run("update __tenant__.access_grant set scope = array['bookings', 'money']");
        run("""
                insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)
                values ('High Street', '1 High Street', 'N1 1AA', 'London', 'GB', 'Europe/London', 1, 0)""");
        run("""
                insert into __tenant__.service (name, description, preparation, minutes, price_minor, currency, position, version)
                values ('Physiotherapy', 'A first look', 'Bring loose clothes.', 30, 4500, 'GBP', 1, 0)""");
        run("insert into __tenant__.service_location (service_id, location_id) values (1, 1)");
        run("""
                insert into __tenant__.practitioner (name, title, about, position, version)
                values ('Pia Hands', 'Physiotherapist', '', 1, 0), ('Quentin Palm', '', '', 2, 0)""");
        run("insert into __tenant__.service_practitioner (service_id, practitioner_id) values (1, 1), (1, 2)");
        run("""
                insert into __tenant__.working_hours (practitioner_id, location_id, weekday, from_time, until_time, valid_from)
                select p, 1, weekday, '09:00', '17:00', '2020-01-01' from generate_series(1, 7) weekday, generate_series(1, 2) p""");
    }

    @Test
    void whoFindsNoTimeSaysWhatWouldSuitAndSeesItAmongTheAppointments() {
        assertThat(get("/appointments/new/1")).bodyText().contains("Nothing that suits?", "href=\"" + NEW + "\"");
        assertThat(get(NEW))
                .hasStatusOk()
                .bodyText()
                .contains("Wait for a time to come free?", "Physiotherapy", "Anyone", "Quentin Palm", "Until when?")
                .contains("name=\"day\" value=\"1\" checked", "value=\"2026-12-19\"")
                .doesNotContain("name=\"day\" value=\"6\" checked", "Anywhere");

        String form = form(NEW);
        assertThat(joins(form)).hasStatus(303).hasHeader("Location", "/appointments");
        assertThat(joins(form)).as("the same form again").hasStatus(303).hasHeader("Location", "/appointments");
        assertThat(get("/appointments"))
                .bodyText()
                .contains(
                        "Waitlist",
                        "Physiotherapy",
                        "Mon, Wed, morning or evening, until",
                        "23 December 2026",
                        "With Quentin Palm")
                .contains("/appointments/waitlist/1");
        assertThat(get(NEW)).hasStatus(303).hasHeader("Location", "/appointments/waitlist/1");
        assertThat(number("select count(*) from __tenant__.waitlist_entry")).isOne();
    }

    @Test
    void whatIsMissingOrCannotBeIsSaidBesideItAndTheRestIsKept() {
        assertThat(post(NEW, "form", form(NEW), "patient", ann.toString(), "until", "2026-11-20", "with", "2"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Choose at least one day",
                        "href=\"#f-day\"",
                        "Choose at least one part of the day",
                        "Choose today or a later day",
                        "<option value=\"2\" selected>");
        assertThat(post(
                        NEW,
                        "form",
                        form(NEW),
                        "patient",
                        ann.toString(),
                        "day",
                        "1",
                        "part",
                        "evening",
                        "until",
                        "soon"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the last day", "name=\"part\" value=\"evening\" checked");
        assertThat(post(NEW, "form", "x")).hasStatus(303).hasHeader("Location", NEW);
        assertThat(post(NEW, "form", form(NEW), "patient", "77")).hasStatus(303).hasHeader("Location", NEW);
        assertThat(get("/appointments/waitlist/new/77")).hasStatus(404);
        assertThat(get("/appointments/waitlist/77")).hasStatus(404);
    }

    @Test
    void oneChangesWhatWouldSuitAndLeaves() {
        joins(form(NEW));
        assertThat(get("/appointments/waitlist/1"))
                .bodyText()
                .contains("You are on the waitlist", "name=\"day\" value=\"3\" checked", "Leave the waitlist");
        assertThat(post("/appointments/waitlist/1", "day", "5", "part", "morning", "until", "2026-12-01"))
                .hasStatus(303)
                .hasHeader("Location", "/appointments");
        assertThat(get("/appointments")).bodyText().contains("Fri, morning, until", "1 December 2026", "With anyone");
        assertThat(post("/appointments/waitlist/1", "day", "5")).hasStatus(422);

        assertThat(get("/appointments/waitlist/1/leaving"))
                .hasStatusOk()
                .bodyText()
                .contains("Leave the waitlist?");
        assertThat(post("/appointments/waitlist/1/leaving")).hasStatus(303).hasHeader("Location", "/appointments");
        assertThat(post("/appointments/waitlist/1/leaving")).as("again").hasStatus(303);
        assertThat(get("/appointments")).bodyText().doesNotContain("/appointments/waitlist/1");
        assertThat(get("/appointments/waitlist/1")).hasStatus(404);
    }

    @Test
    void anOfferIsBookedWithOneButtonAndToLookChangesNothing() {
        joins(form(NEW));
        offer("2026-11-23T09:30Z");
        String before = everything();
        assertThat(get("/appointments"))
                .bodyText()
                .contains("A time has come free", OFFER, "23 November 2026, 09:30 to 10:00");
        assertThat(get(OFFER))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "A time has come free",
                        "Pia Hands, Physiotherapist",
                        "\u00a345.00",
                        "Bring loose clothes.",
                        "09:30")
                .contains("Whoever books it first has it", "Book this time");
        assertThat(everything()).isEqualTo(before);

        var booked = post(OFFER + "/booking");
        assertThat(booked).hasStatus(303);
        String appointment = Objects.requireNonNull(booked.getResponse().getHeader("Location"));
        assertThat(post(OFFER + "/booking")).hasHeader("Location", appointment);
        assertThat(get(appointment))
                .bodyText()
                .contains("Your appointment is booked.")
                .doesNotContain("still on the waitlist");
        assertThat(get(OFFER)).bodyText().contains("You have booked this time", appointment);
        assertThat(get("/appointments")).bodyText().doesNotContain("/appointments/waitlist/1");
    }

    @Test
    void anOfferWithADepositSaysSoLeadsToItAndIsKeptUntilItIsPaid() {
        run("update __tenant__.service set deposit_minor = 2000");
        joins(form(NEW));
        offer("2026-11-23T09:30Z");
        assertThat(get(OFFER))
                .hasStatusOk()
                .bodyText()
                .contains("£20.00, by card when you book", "Go on to the deposit", "for half an hour")
                .doesNotContain("Book this time");

        String appointment =
                Objects.requireNonNull(post(OFFER + "/booking").getResponse().getHeader("Location"));
        assertThat(get(appointment)).hasHeader("Location", appointment + "/deposit");
        assertThat(get(OFFER))
                .bodyText()
                .contains("The deposit is still to pay", appointment)
                .doesNotContain("A time has come free", "don\u2019t want it");
        assertThat(post(OFFER + "/booking")).as("the same again").hasHeader("Location", appointment);
        assertThat(post(OFFER + "/declining")).hasHeader("Location", OFFER);
        assertThat(get("/appointments"))
                .bodyText()
                .contains("Deposit to pay", "/appointments/waitlist/1")
                .doesNotContain(OFFER);

        run("update __tenant__.appointment set state = 'expired'");
        assertThat(get(OFFER)).as("not paid in time, and free again").bodyText().contains("A time has come free");
        assertThat(post(OFFER + "/booking")).hasHeader("Location", appointment);
        assertThat(get(OFFER)).bodyText().contains("The deposit is still to pay");
    }

    @Test
    void whereADepositCannotBePaidAnOfferSaysWhomToCall() {
        provider.chargesEnabled = false;
        run("update __tenant__.service set deposit_minor = 2000");
        joins(form(NEW));
        offer("2026-11-23T09:30Z");

        assertThat(get(OFFER))
                .bodyText()
                .contains("can’t take card payments at the moment")
                .doesNotContain("Go on to the deposit");
        assertThat(post(OFFER + "/booking")).hasStatus(303).hasHeader("Location", OFFER);
        assertThat(number("select count(*) from __tenant__.appointment")).isZero();
    }

    @Test
    void aTimeWhoseBuffersSomebodyElseHasIsGone() {
        run("update __tenant__.service set buffer_after = 15");
        joins(form(NEW));
        offer("2026-11-23T09:30Z");
        run("""
                insert into __tenant__.appointment
                    (reference, attempt, service_id, practitioner_id, location_id, state, starts_at, ends_at, occupied, rules, created_at,
                     created_by_kind, created_by, booked_at, version)
                values ('bbbbbbbbbbbbbbbb', gen_random_uuid(), 1, 1, 1, 'booked', '2026-11-23T10:00Z', '2026-11-23T10:30Z',
                        '[2026-11-23T10:00Z,2026-11-23T10:45Z)', '{}', now(), 'staff', 'Rosa', now(), 0)""");

        assertThat(get(OFFER)).bodyText().contains("This time has gone");
    }

    @Test
    void whoIsTooLateReadsSoAndKeepsThePlace() {
        joins(form(NEW));
        offer("2026-11-23T09:30Z");
        run("""
                insert into __tenant__.appointment
                    (reference, attempt, service_id, practitioner_id, location_id, state, starts_at, ends_at, occupied, rules, created_at,
                     created_by_kind, created_by, booked_at, version)
                values ('bbbbbbbbbbbbbbbb', gen_random_uuid(), 1, 1, 1, 'booked', '2026-11-23T09:30Z', '2026-11-23T10:00Z',
                        '[2026-11-23T09:30Z,2026-11-23T10:00Z)', '{}', now(), 'staff', 'Rosa', now(), 0)""");

        assertThat(post(OFFER + "/booking")).hasStatus(303).hasHeader("Location", OFFER);
        assertThat(get(OFFER))
                .bodyText()
                .contains("This time has gone", "You keep your place on the waitlist")
                .doesNotContain("Book this time");
        assertThat(get("/appointments"))
                .bodyText()
                .contains("/appointments/waitlist/1")
                .doesNotContain(OFFER);
    }

    @Test
    void whoDeclinesKeepsThePlace() {
        joins(form(NEW));
        offer("2026-11-23T09:30Z");
        assertThat(post(OFFER + "/declining")).hasStatus(303).hasHeader("Location", OFFER);
        assertThat(post(OFFER + "/declining")).hasStatus(303);
        assertThat(get(OFFER)).bodyText().contains("You don\u2019t want this time", "You keep your place");
        assertThat(get("/appointments")).bodyText().doesNotContain(OFFER).contains("/appointments/waitlist/1");
    }

    @Test
    void whatPatientsNoLongerBookCanStillBeLeft() {
        joins(form(NEW));
        run("update __tenant__.service set online = false");

        assertThat(get(NEW)).hasStatus(303);
        assertThat(get("/appointments/waitlist/1"))
                .hasStatus(303)
                .hasHeader("Location", "/appointments/waitlist/1/leaving");
        assertThat(post("/appointments/waitlist/1/leaving")).hasStatus(303);
        assertThat(get(NEW)).hasStatus(404);
    }

    @Test
    void anotherBookingOfTheSameAsksWhetherOneStillWaits() {
        joins(form(NEW));
        run("""
                insert into __tenant__.appointment
                    (reference, attempt, service_id, practitioner_id, location_id, patient_id, state, starts_at, ends_at, occupied, rules,
                     created_at, created_by_kind, created_by, booked_at, version)
                values ('bbbbbbbbbbbbbbbb', gen_random_uuid(), 1, 1, 1, %s, 'booked', '2026-11-23T09:30Z', '2026-11-23T10:00Z',
                        '[2026-11-23T09:30Z,2026-11-23T10:00Z)',
                        '{"service":"Physiotherapy","minutes":30,"cancelUntilMinutes":60,"zone":"Europe/London"}', now(), 'staff', 'Rosa',
                        now(), 0)""".formatted(ann));

        assertThat(get("/appointments/bbbbbbbbbbbbbbbb"))
                .bodyText()
                .contains("You are still on the waitlist for Physiotherapy", "/appointments/waitlist/1/leaving");
    }

    @Test
    void nobodyElseFindsAnEntryOrAnOfferAndNorDoesTheOtherClinic() {
        joins(form(NEW));
        offer("2026-11-23T09:30Z");
        PatientId bob = patient(north(), "Bob");
        long bobs = account(north(), bob);
        run("update __tenant__.access_grant set scope = array['bookings', 'money']");
        PatientId sora = patient(south(), "Sora");
        account(south(), sora);
        CurrentTenant.run(south(), () -> setup.switchTo(STAFF, true));
        in(
                south(),
                () -> data.sql("update __tenant__.access_grant set scope = array['bookings', 'money']")
                        .update());
        for (var path : new String[] {"/appointments/waitlist/1", "/appointments/waitlist/1/leaving", OFFER}) {
            assertThat(mvc.get()
                            .uri("https://north.anteroom.test" + path)
                            .header(SignedInPages.ACCOUNT, bobs)
                            .exchange())
                    .as(path)
                    .hasStatus(404);
            assertThat(at("south", path)).as(path).hasStatus(404);
        }
        for (var path : new String[] {"/appointments/waitlist/1", OFFER + "/booking", OFFER + "/declining"}) {
            assertThat(mvc.post()
                            .uri("https://north.anteroom.test" + path)
                            .header(SignedInPages.ACCOUNT, bobs)
                            .exchange())
                    .as(path)
                    .hasStatus(404);
        }
        assertThat(get(OFFER)).bodyText().contains("Book this time");
    }

    @Test
    void withTheSectionOffOrWithoutBookingsThereIsNoWaitlist() {
        joins(form(NEW));
        offer("2026-11-23T09:30Z");
        run("update __tenant__.access_grant set scope = array['money']");
        assertThat(get(NEW)).hasStatus(303).hasHeader("Location", "/appointments");
        assertThat(get(OFFER)).hasStatus(404);
        assertThat(get("/appointments")).bodyText().doesNotContain("/appointments/waitlist/1");

        run("update __tenant__.access_grant set scope = array['bookings']");
        publish("", "", false);
        for (var path : new String[] {NEW, "/appointments/waitlist/1", "/appointments/waitlist/1/leaving", OFFER}) {
            assertThat(get(path)).as(path).hasStatus(404);
        }
        for (var path : new String[] {
            NEW,
            "/appointments/waitlist/1",
            "/appointments/waitlist/1/leaving",
            OFFER + "/booking",
            OFFER + "/declining"
        }) {
            assertThat(post(path)).as(path).hasStatus(404);
        }
    }

    private MvcTestResult joins(String form) {
        return post(
                NEW,
                "form",
                form,
                "patient",
                ann.toString(),
                "with",
                "2",
                "day",
                "1",
                "day",
                "3",
                "part",
                "morning",
                "part",
                "evening",
                "until",
                "2026-12-23");
    }

    private void offer(String start) {
        run("""
                insert into __tenant__.waitlist_offer
                    (reference, attempt, entry_id, freed, practitioner_id, location_id, starts_at, offered_at, round_until)
                values ('aaaaaaaaaaaaaaaa', gen_random_uuid(), 1, '1:1795426200:1795428000:1795251600:0', 1, 1, '%s',
                        '2026-11-21T09:00Z', '2026-11-21T09:30Z')""".formatted(start));
    }

    private String form(String path) {
        try {
            var found = FORM.matcher(get(path).getResponse().getContentAsString());
            assertThat(found.find()).isTrue();
            return found.group(1);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names and values in turn. */
    private MvcTestResult post(String path, String... form) {
        var request = mvc.post().uri("https://north.anteroom.test" + path).header(SignedInPages.ACCOUNT, account);
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private void run(String sql) {
        in(north(), () -> data.sql(sql).update());
    }

    private long number(String sql) {
        return in(north(), () -> data.sql(sql).query(Long.class).single());
    }

    private String everything() {
        return in(north(), () -> data.sql("""
                        select (select coalesce(string_agg(a::text, ';' order by a.id), '') from __tenant__.appointment a)
                            || (select string_agg(o::text, ';') from __tenant__.waitlist_offer o)
                            || (select string_agg(e::text, ';') from __tenant__.waitlist_entry e)""").query(String.class).single());
    }
}
