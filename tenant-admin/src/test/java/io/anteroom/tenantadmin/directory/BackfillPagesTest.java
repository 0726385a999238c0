package io.anteroom.tenantadmin.directory;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.backfill.Backfill;
import io.anteroom.clinic.access.backfill.BackfillId;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class BackfillPagesTest extends StaffPagesFixture {

    private static final String PAGE = "/o/north/settings/authentication";
    private static final Actor.Staff STAFF = new Actor.Staff("staff-2", "Sam Other");

    @Autowired
    PatientRecords records;

    @Autowired
    Backfill backfill;

    @Autowired
    List<WorkHandler> workers;

    BackfillPagesTest() {
        super(StaffRole.OWNER);
    }

    @Test
    void aBackfillIsLookedAtCarriedOutAndTakenBack() {
        inNorth(() -> {
            patient("Zoë", "Cruz", "zoe@example.org");
            patient("Bob", "Abel", "both@example.org");
            patient("Cat", "Abel", "both@example.org");
        });
        assertThat(get("/credentials/backfill")).hasStatusOk().bodyText().contains("Look through the records");
        assertThat(post("/credentials/backfill"))
                .hasStatus(303)
                .hasHeader("Location", PAGE + "/credentials/backfill/1");
        assertThat(get("/credentials/backfill/1")).bodyText().contains("Looked at 0 of 3 patients", "Look again");
        assertThat(fragment("/credentials/backfill/1"))
                .doesNotContainHeader("HX-Refresh")
                .bodyText()
                .contains("<progress");
        work();
        assertThat(fragment("/credentials/backfill/1")).hasHeader("HX-Refresh", "true");
        assertThat(get("/credentials/backfill/1"))
                .bodyText()
                .contains(
                        "Check before setting credentials",
                        "1 email and 0 mobiles would be set, for 1 patient",
                        "Set 1 credential",
                        "Shared <span class=\"num\">2</span>",
                        "Cruz, Zoë");
        assertThat(get("/credentials/backfill/1?show=shared"))
                .bodyText()
                .contains("Abel, Bob", "Abel, Cat", "more than one record");
        assertThat(get("/credentials/backfill/1/undo"))
                .as("nothing to take back")
                .hasStatus(303)
                .hasHeader("Location", "/o/north/settings/authentication/credentials/backfill/1");

        assertThat(post("/credentials/backfill/1/start")).hasStatus(303);
        assertThat(post("/credentials/backfill/1/start")).hasStatus(303);
        assertThat(post("/credentials/backfill/1/discard"))
                .as("too late")
                .hasStatus(303)
                .hasHeader("Location", PAGE + "/credentials/backfill/1");
        work();
        assertThat(get("/credentials/backfill/1"))
                .bodyText()
                .contains("1 credential set", "Take back", "by Robin Desk");
        assertThat(get("/credentials?q=zoe")).bodyText().contains("Zoë Cruz", "Unverified");
        assertThat(get("/credentials/backfill")).bodyText().contains("Earlier backfills");

        assertThat(get("/credentials/backfill/1/undo")).bodyText().contains("Take back what nobody has used?");
        assertThat(post("/credentials/backfill/1/undo")).hasStatus(303);
        work();
        assertThat(get("/credentials/backfill/1"))
                .bodyText()
                .contains("1 credential taken back")
                .doesNotContain("Take back</a>");
        assertThat(get("/credentials")).bodyText().contains("Nobody can sign in yet");
    }

    @Test
    void aBackfillWithNothingToSetSaysSoAndIsDiscarded() {
        post("/credentials/backfill");
        work();
        assertThat(get("/credentials/backfill/1")).bodyText().contains("Nothing to set", "Looked at 0 records");
        assertThat(post("/credentials/backfill/1/discard"))
                .hasStatus(303)
                .hasHeader("Location", PAGE + "/credentials/backfill");
        assertThat(get("/credentials/backfill/1")).hasStatus(404);
    }

    @Test
    void whileOneIsUnderWayNoOtherIsCarriedOutAndThePageSaysSo() {
        inNorth(() -> patient("Zoë", "Cruz", "zoe@example.org"));
        post("/credentials/backfill");
        work();
        post("/credentials/backfill/1/start");
        work();
        post("/credentials/backfill");
        assertThat(post("/credentials/backfill"))
                .as("the one under way is the answer")
                .hasHeader("Location", PAGE + "/credentials/backfill/2");

        assertThat(post("/credentials/backfill/1/undo"))
                .hasStatus(303)
                .hasHeader("Location", PAGE + "/credentials/backfill/1");
        inNorth(() -> assertThat(backfill.find(new BackfillId(1)).orElseThrow().undoneAt())
                .isNull());
        assertThat(get("/credentials/backfill/1")).bodyText().contains("1 credential set", "Take back");
    }

    @Test
    void whatIsNotThereOrNotReadableIsAPageAndNoFault() {
        inSouth(() -> backfill.begin(STAFF));
        for (var path : List.of("/1", "/0", "/x", "/99999999999999999999", "/1/undo")) {
            assertThat(get("/credentials/backfill" + path)).as(path).hasStatus(404);
        }
        assertThat(post("/credentials/backfill/1/start")).hasStatus(404);
        assertThat(post("/credentials/backfill/1/discard")).hasStatus(404);

        inNorth(() -> patient("Zoë", "Cruz", "zoe@example.org"));
        post("/credentials/backfill");
        work();
        for (var query : List.of("?show=nonsense", "?page=0", "?page=-7", "?page=99999", "?show=&page=")) {
            assertThat(get("/credentials/backfill/1" + query))
                    .as(query)
                    .hasStatusOk()
                    .bodyText()
                    .contains("Check before setting credentials");
        }
        assertThat(get("/credentials/backfill/1?page=x")).hasStatus(404);
    }

    @Test
    void whoMayNotChangeSettingsSeesAndDoesNothing() {
        role = StaffRole.ADMIN;
        post("/credentials/backfill");
        work();
        for (var other : List.of(StaffRole.PRACTITIONER, StaffRole.RECEPTIONIST, StaffRole.BILLING)) {
            role = other;
            for (var path : List.of("", "/1", "/1/undo")) {
                assertThat(get("/credentials/backfill" + path)).as(path).hasStatus(403);
            }
            for (var path : List.of("", "/1/start", "/1/discard", "/1/undo")) {
                assertThat(post("/credentials/backfill" + path)).as(path).hasStatus(403);
            }
        }
    }

    private void patient(String given, String family, String email) {
        records.register(
                PatientDetails.of(given, family, LocalDate.of(1980, 3, 27))
                        .reachedBy(EmailAddress.parse(email).orElseThrow(), null),
                false,
                STAFF);
    }

    private void work() {
        inNorth(() -> {
            for (var worker : workers) {
                if (worker.kind().equals("credential-backfill")) {
                    handle(worker);
                }
            }
        });
    }

    private static void handle(WorkHandler worker) {
        try {
            worker.handle("1");
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private MvcTestResult get(String path) {
        return opens(PAGE + path);
    }

    private MvcTestResult fragment(String path) {
        return opensPart(PAGE + path);
    }

    private MvcTestResult post(String path) {
        return sends(PAGE + path);
    }
}
