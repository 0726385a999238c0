package io.anteroom.tenantadmin.access;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class LinksAndRequestsPagesTest extends StaffPagesFixture {

    private static final String TAB = "/patients/1/online-access";

    LinksAndRequestsPagesTest() {
        super(StaffRole.RECEPTIONIST);
    }

    @BeforeEach
    void annaOfTheNorth() {
        run(north(), """
                insert into __tenant__.patient (version, given_name, family_name, birth_date, family_key, given_key,
                    search, email, created_at, changed_at, changed_by)
                values (0, 'Anna', 'Lee', '1980-03-27', 'lee', 'anna', '', 'anna@example.org', now(), now(), 'test')""");
    }

    @ParameterizedTest
    @EnumSource(
            value = StaffRole.class,
            names = {"ADMIN", "PRACTITIONER", "RECEPTIONIST"})
    void aLinkIsShownOnceAsTextAndAsAQrCode(StaffRole whose) {
        role = whose;
        assertThat(get(TAB)).bodyText().contains("No link has been made yet", "Send it by email to anna@example.org");

        assertThat(post(TAB + "/links", "kind", "access"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("anteroom\\.test/link/[A-Za-z0-9_-]{43}<")
                .contains("This access link works once", "<svg class=\"qr\"", "data-copy=\"#link-made\"");
        assertThat(get(TAB))
                .bodyText()
                .contains("The access link that Robin Desk made", "Nobody has gone on from its page yet")
                .doesNotContain("/link/");
    }

    @Test
    void aLinkIsSentToAnAddressOfThePatientAndToNoOther() {
        assertThat(post(TAB + "/links", "kind", "patient", "delivery", "email:anna@example.org"))
                .hasStatus(303)
                .hasHeader("Location", "/o/north" + TAB);
        assertThat(texts("select recipient from __tenant__.message")).containsExactly("anna@example.org");

        assertThat(post(TAB + "/links", "kind", "patient", "delivery", "email:eve@example.org"))
                .hasStatus(303);
        assertThat(texts("select recipient from __tenant__.message")).containsExactly("anna@example.org");
    }

    @Test
    void aLinkIsTakenBack() {
        post(TAB + "/links", "kind", "patient");

        assertThat(post(TAB + "/links/revocation")).hasStatus(303);
        assertThat(get(TAB)).bodyText().contains("was taken back");
        assertThat(post(TAB + "/links/revocation")).as("twice does no harm").hasStatus(303);
    }

    @Test
    void thePosterHasTheAddressAndItsQrCode() {
        assertThat(get("/portal-poster"))
                .hasStatusOk()
                .bodyText()
                .contains("north.anteroom.test", "<svg class=\"qr\"", "data-print", "Your patient portal")
                .doesNotContain("style=");
    }

    @Test
    void aRequestIsListedWithWhatAgreesAndOnTheRecord() {
        registration("Anna", "Lee", "anna@example.org");

        assertThat(get("/patients/requests")).bodyText().contains("Anna Lee", "Opened an account");
        assertThat(get("/patients/requests/1"))
                .bodyText()
                .contains(
                        "Same name, date of birth and address",
                        "number 1",
                        "Join<span class=\"visually-hidden\"> to Anna Lee");
        assertThat(get(TAB)).bodyText().contains("Possible match", "/patients/requests/1");
    }

    @Test
    void manyRequestsComeInPages() {
        run(north(), """
                insert into __tenant__.portal_account (created_at, origin, holder_name)
                select now(), 'registration', 'x' from generate_series(1, 51)""");
        run(north(), """
                insert into __tenant__.registration (account_id, given_name, family_name, birth_date, family_key, given_key,
                    channel, value, made_at, state)
                select n, 'Nora', 'Number' || n, '1980-03-27', 'n', 'n', 'email', 'n' || n || '@example.org', now(), 'open'
                  from generate_series(1, 51) n""");

        assertThat(get("/patients/requests"))
                .bodyText()
                .contains("Number50<", "href=\"/o/north/patients/requests?after=50\"", "More requests")
                .doesNotContain("Number51<", "From the beginning");
        assertThat(get("/patients/requests?after=50"))
                .bodyText()
                .contains("Number51<", "From the beginning")
                .doesNotContain("Number50<", "More requests");
        assertThat(get("/patients/requests?after=51"))
                .bodyText()
                .contains("No more requests", "href=\"/o/north/patients/requests\"");
        assertThat(get("/patients/requests?after=x")).hasStatus(404);
    }

    @Test
    void aRequestShowsWhatWasBookedAndTheRecordGetsIt() {
        registration("Anna", "Lee", "anna@example.org");
        booked();

        assertThat(get("/patients/requests")).bodyText().contains("23 Nov 2026, 09:00");
        assertThat(get("/patients/requests/1"))
                .bodyText()
                .contains("First visit, with Pia Hands", "My &lt;left&gt; knee", "/o/north/appointments/1");
        assertThat(get("/appointments/1"))
                .bodyText()
                .contains("Somebody new booked this online", "/o/north/patients/requests/1");

        assertThat(post("/patients/requests/1/joining", "patient", "1")).hasStatus(303);
        assertThat(texts("select patient_id::text from __tenant__.appointment")).containsExactly("1");
        assertThat(get("/patients/requests/1")).bodyText().doesNotContain("First visit");
        assertThat(get("/appointments/1"))
                .bodyText()
                .contains("Anna Lee")
                .doesNotContain("Somebody new booked this online");
    }

    @Test
    void aRequestIsJoinedToARecordAndThenDecided() {
        registration("Anna", "Lee", "nora@example.org");

        assertThat(post("/patients/requests/1/joining", "patient", "1")).hasStatus(303);
        assertThat(texts("select relationship || ' ' || level from __tenant__.access_grant"))
                .containsExactly("self limited");
        assertThat(get("/patients/requests")).bodyText().contains("No requests");
        assertThat(get("/patients/requests/1")).bodyText().contains("It was joined to a record, by Robin Desk");
        assertThat(post("/patients/requests/1/refusal", "word", "No")).hasStatus(303);
        assertThat(texts("select state from __tenant__.registration")).containsExactly("joined");
    }

    @Test
    void whatThePersonEnteredIsMarkedWhereALinkIsSent() {
        registration("Anna", "Lee", "nora@example.org");
        run(
                north(),
                "insert into __tenant__.credential (account_id, channel, value, added_at, added_by)"
                        + " values (1, 'email', 'nora@example.org', now(), 'Nora')");
        post("/patients/requests/1/joining", "patient", "1");

        assertThat(get(TAB))
                .bodyText()
                .contains(
                        "Send it by email to nora@example.org (entered by the person, not from the record: confirm who they"
                                + " are first)")
                .containsPattern("Send it by email to anna@example\\.org\\s*<");
    }

    @Test
    void aNewPatientIsMadeOfARequest() {
        registration("Nora", "Nguyen", "nora@example.org");

        assertThat(post("/patients/requests/1/patient"))
                .hasStatus(303)
                .hasHeader("Location", "/o/north/patients/2/online-access");
        assertThat(texts(
                        "select given_name || ' ' || family_name || ' ' || email from __tenant__.patient where id = 2"))
                .containsExactly("Nora Nguyen nora@example.org");
    }

    @Test
    void aRefusalNeedsAWordAndSendsIt() {
        registration("Nora", "Nguyen", "nora@example.org");

        assertThat(post("/patients/requests/1/refusal", "word", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Write what the person should know");
        assertThat(post("/patients/requests/1/refusal", "word", "x".repeat(10_000)))
                .hasStatus(422);
        assertThat(post("/patients/requests/1/refusal", "word", "Please call us <b>"))
                .hasStatus(303);
        assertThat(texts("select content::text from __tenant__.message"))
                .singleElement()
                .asString()
                .contains("Please call us");
        assertThat(get("/patients/requests/1")).bodyText().contains("Please call us &lt;b&gt;");
    }

    @Test
    void whatIsNoNumberOrNobodysIsSaidBesideTheField() {
        registration("Nora", "Nguyen", "nora@example.org");

        for (var number : List.of("", "abc", "99999999999999999999")) {
            assertThat(post("/patients/requests/1/joining", "patient", number))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Enter the number of the patient");
        }
        assertThat(post("/patients/requests/1/joining", "patient", "77"))
                .hasStatus(422)
                .bodyText()
                .contains("There is no patient of that number", "value=\"77\"");
        assertThat(post("/patients/requests/77/joining", "patient", "1")).hasStatus(404);
        assertThat(get("/patients/requests/77")).hasStatus(404);
    }

    @Test
    void aRecordWithWhichNothingAgreesIsNamedBeforeAnythingIsJoined() {
        registration("Nora", "Nguyen", "nora@example.org");

        assertThat(post("/patients/requests/1/joining", "patient", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("Number 1 is Anna Lee, born", "name=\"checked\" value=\"1\"");
        assertThat(post("/patients/requests/1/joining", "patient", "1", "checked", "2"))
                .as("told of another record")
                .hasStatus(422);
        assertThat(texts("select relationship from __tenant__.access_grant")).isEmpty();

        assertThat(post("/patients/requests/1/joining", "patient", "1", "checked", "1"))
                .hasStatus(303);
        assertThat(texts("select relationship from __tenant__.access_grant")).containsExactly("self");
    }

    @Test
    void whoMayNotManageAccessDoesNoneOfIt() {
        registration("Nora", "Nguyen", "nora@example.org");
        role = StaffRole.BILLING;

        assertThat(get("/patients/requests")).hasStatus(403);
        assertThat(get("/patients/requests/1")).hasStatus(403);
        for (var path : List.of(TAB + "/links", TAB + "/links/revocation", "/patients/requests/1/joining")) {
            assertThat(post(path)).hasStatus(403);
        }
        assertThat(texts("select kind from __tenant__.patient_link")).isEmpty();
    }

    /** What the account of the request booked online. */
    private void booked() {
        run(north(), """
                insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)
                values ('High Street', '', '', '', 'GB', 'Europe/London', 1, 0)""");
        run(north(), """
                insert into __tenant__.service (name, description, preparation, minutes, position, version)
                values ('First visit', '', '', 30, 1, 0)""");
        run(
                north(),
                "insert into __tenant__.practitioner (name, title, about, position, version) values ('Pia Hands', '', '', 1, 0)");
        run(north(), """
                insert into __tenant__.appointment (reference, attempt, service_id, practitioner_id, location_id, account_id,
                    state, starts_at, ends_at, occupied, rules, note, created_at, created_by_kind, created_by, booked_at, version)
                values ('aaaaaaaaaaaaaaaa', gen_random_uuid(), 1, 1, 1, 1, 'booked', '2026-11-23T09:00Z', '2026-11-23T09:30Z',
                    tstzrange('2026-11-23T09:00Z', '2026-11-23T09:30Z'),
                    '{"service": "First visit", "minutes": 30, "cancelUntilMinutes": 60, "zone": "Europe/London"}',
                    'My <left> knee', now(), 'patient', 'Somebody new', now(), 1)""");
    }

    private void registration(String given, String family, String email) {
        run(
                north(),
                "insert into __tenant__.portal_account (created_at, origin, holder_name) values (now(), 'registration', 'x')");
        run(north(), """
                insert into __tenant__.registration (account_id, given_name, family_name, birth_date, family_key, given_key,
                    channel, value, made_at, state)
                values (1, '%s', '%s', '1980-03-27', '%s', '%s', 'email', '%s', now(), 'open')""".formatted(
                        given,
                        family,
                        family.toLowerCase(java.util.Locale.ROOT),
                        given.toLowerCase(java.util.Locale.ROOT),
                        email));
    }

    private MvcTestResult get(String path) {
        return opens("/o/north" + path);
    }

    private MvcTestResult post(String path, String... fields) {
        return sends("/o/north" + path, fields);
    }
}
