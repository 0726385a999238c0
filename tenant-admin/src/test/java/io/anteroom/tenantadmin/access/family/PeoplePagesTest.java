package io.anteroom.tenantadmin.access.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PeoplePagesTest extends StaffPagesFixture {

    private static final String BORN = "2015-03-27";

    PeoplePagesTest() {
        super(StaffRole.RECEPTIONIST);
    }

    @BeforeEach
    void patients() {
        addLee(Tenants.north(), "Cleo", BORN);
        addLee(Tenants.north(), "Dora", BORN);
        addLee(Tenants.south(), "Sora", BORN);
    }

    @Test
    void accessIsGivenAndListedWithWhoWhatAndUntilWhen() {
        assertThat(get("north", "/people/new")).hasStatusOk().bodyText().contains("Give access to this record");

        assertThat(give("name", "Petra Lee", "email", "petra@example.org", "verified", "true"))
                .hasStatus(303)
                .hasHeader("Location", "/o/north/patients/1/online-access");

        assertThat(get("north", ""))
                .bodyText()
                .contains("Petra Lee", "petra@example.org", "parent", "full access")
                .contains("bookings and forms, invoices and payments", "31 December 2026", "/people/1/ending");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedIsKept() {
        assertThat(post("/people", "name", "", "email", "<b>", "mobile", "x".repeat(10_000), "until", "31/12/2026"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose what this person is", "Choose full or limited", "Choose at least one part")
                .contains("Enter the last day as a date", "&lt;b>")
                .contains("Enter the person’s name", "Check these details with the person");
        assertThat(give("name", " ", "email", "petra@", "mobile", "12"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the person’s name", "Enter an email address, like", "Enter a mobile number")
                .contains("Check these details with the person", "value=\"petra@\"");
        assertThat(get("north", "")).bodyText().contains("Nobody else sees this record");
    }

    @Test
    void anAddressOfSomebodyElseIsRefusedByName() {
        give("name", "Petra Lee", "email", "petra@example.org", "verified", "true");

        assertThat(give("name", "Peter Park", "email", "petra@example.org", "verified", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("Petra Lee already signs in with this email");
    }

    @Test
    void aParentOfSomebodyPastTheAgeIsRefusedWithTheDay() {
        run(Tenants.north(), "update __tenant__.authentication_settings set parents_end_at = 9");

        assertThat(give("name", "Petra Lee", "email", "petra@example.org", "verified", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("a parent’s access to this record ended on 27 Mar 2024", "Choose carer or nominated");
    }

    @Test
    void whoActsForThePatientIsInTheTimelineAndAmongTheSessionsByName() {
        give("name", "Petra Lee", "mobile", "07400 123456", "verified", "true");
        assertThat(get("north", ""))
                .bodyText()
                .contains("Nobody has tried to sign in yet", "Not signed in anywhere", ">07400 123456</td>");

        run(Tenants.north(), """
                insert into __tenant__.portal_settings (sole, switched_on) values (true, true)
                on conflict (sole) do update set switched_on = true""");
        run(Tenants.north(), """
                insert into __tenant__.portal_session (token_hash, account_id, credential_id, device, created_at,
                       last_seen_at, expires_at)
                values (sha256('petra'), 1, 1, 'Firefox on Android', NOW, NOW, NOW + interval '1 day')""".replace("NOW", "timestamptz '" + TestClock.START + "'"));

        assertThat(get("north", ""))
                .bodyText()
                .contains(
                        "<th scope=\"col\">Who</th>",
                        "<td>Petra Lee (parent)</td>",
                        "Signed in with Firefox on Android")
                .contains("/online-access/sessions/1/end")
                .doesNotContain("Nobody has tried to sign in yet", "Not signed in anywhere");
        assertThat(post("/sessions/1/end")).hasStatus(303);
        assertThat(get("north", "")).bodyText().contains("Not signed in anywhere", "Staff ended the session");
    }

    @Test
    void aChangeStartsFromWhatHoldsAndCounts() {
        give("name", "Petra Lee", "email", "petra@example.org", "verified", "true");
        assertThat(get("north", "/people/1"))
                .hasStatusOk()
                .bodyText()
                .contains("Change the access of Petra Lee", "value=\"2026-12-31\"");

        assertThat(post("/people/1", "relationship", "carer", "level", "limited", "bookings", "true"))
                .hasStatus(303);

        assertThat(get("north", "")).bodyText().contains("carer", "limited access", "No end");
        assertThat(post("/people/1", "relationship", "carer", "level", "full", "bookings", "true"))
                .as("somebody else changed it meanwhile")
                .hasStatus(303);
        assertThat(get("north", "")).bodyText().contains("has limited access").doesNotContain("has full access");
        assertThat(post("/people/2", "relationship", "self", "level", "full", "bookings", "true"))
                .hasStatus(422);
    }

    @Test
    void endingSaysWhatIsLostAndThenEnds() {
        give("name", "Petra Lee", "email", "petra@example.org", "verified", "true");

        assertThat(get("north", "/people/1/ending"))
                .hasStatusOk()
                .bodyText()
                .contains("End the access of Petra Lee?", "will see nothing of Cleo Lee", "Cancel");
        assertThat(get("north", "")).bodyText().contains("Petra Lee");
        assertThat(post("/people/1/ending")).hasStatus(303);
        assertThat(get("north", "")).bodyText().contains("Nobody else sees this record");
        for (var answer : List.of(
                post("/people/1/ending"),
                get("north", "/people/1/ending"),
                get("north", "/people/1"),
                post("/people/1"))) {
            assertThat(answer)
                    .as("somebody else ended it meanwhile")
                    .hasStatus(303)
                    .hasHeader("Location", "/o/north/patients/1/online-access");
        }
    }

    @Test
    void thatOfAnotherRecordOrClinicIsNotThere() {
        give("name", "Petra Lee", "email", "petra@example.org", "verified", "true");

        for (int i = 0; i < 2; i++) {
            for (String path : new String[] {"/people/1", "/people/1/ending"}) {
                assertThat(get("south", path)).hasStatus(404);
                assertThat(at("north", 2, path)).hasStatus(404);
            }
            assertThat(post("/people/9/ending")).hasStatus(404);
            assertThat(post("/people/1/ending")).hasStatus(303);
        }
        assertThat(at("north", 9, "/people/new")).hasStatus(404);
    }

    @Test
    void whoMayNotManageAccessGivesAndEndsNone() {
        give("name", "Petra Lee", "email", "petra@example.org", "verified", "true");
        role = StaffRole.BILLING;

        for (String path : new String[] {"/people/new", "/people/1", "/people/1/ending"}) {
            assertThat(get("north", path)).hasStatus(403);
        }
        for (String path : new String[] {"/people", "/people/1", "/people/1/ending"}) {
            assertThat(post(path)).hasStatus(403);
        }
    }

    /** A parent's full access to bookings and money until the end of the year. */
    private MvcTestResult give(String... person) {
        String[] terms = {
            "relationship", "parent", "level", "full", "bookings", "true", "money", "true", "until", "2026-12-31"
        };
        String[] all = new String[person.length + terms.length];
        System.arraycopy(person, 0, all, 0, person.length);
        System.arraycopy(terms, 0, all, person.length, terms.length);
        return post("/people", all);
    }

    private MvcTestResult post(String path, String... fields) {
        return sends(path("north", 1, path), fields);
    }

    private MvcTestResult get(String organisation, String path) {
        return at(organisation, 1, path);
    }

    private MvcTestResult at(String organisation, long patient, String path) {
        return opens(path(organisation, patient, path));
    }

    private static String path(String organisation, long patient, String path) {
        return "/o/" + organisation + "/patients/" + patient + "/online-access" + path;
    }
}
