package io.anteroom.tenantadmin.directory;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.Registered;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.StatementCount;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DirectoryPagesTest extends StaffPagesFixture {

    private static final String PAGE = "/o/north/settings/authentication/credentials";
    private static final Actor.Staff STAFF = new Actor.Staff("staff-2", "Sam Other");

    @Autowired
    PatientRecords records;

    @Autowired
    OnlineAccess access;

    @Autowired
    StatementCount statements;

    DirectoryPagesTest() {
        super(StaffRole.OWNER);
    }

    @Test
    void anEmptyListSaysHowCredentialsGetThere() {
        assertThat(get(""))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody can sign in yet", "Set credentials for all patients");
        assertThat(get("?q=zoe")).bodyText().contains("Nobody found");
        assertThat(get("?show=no-credentials")).bodyText().contains("Every patient has credentials");
    }

    @Test
    void whileTypingOnlyTheRowsAreSentInOneStatementAndNobodyOfTheOtherClinic() {
        inSouth(() -> patient("Sora", "Cruz", "sora@example.org", true));
        inNorth(() -> patient("Zoë", "Cruz", "zoe@example.org", true));
        statements.reset();

        assertThat(fragment("?q=cru"))
                .hasStatusOk()
                .bodyText()
                .contains("Zoë Cruz", "zoe@example.org", "Unverified", "Never signed in", "hx-get=")
                .doesNotContain("<html", "Sora");
        assertThat(statements.count()).isEqualTo(1);
        assertThat(get("?q=sora")).bodyText().contains("Nobody found");
    }

    @Test
    void filtersAndOrdersStandInTheAddress() {
        inNorth(() -> {
            patient("Zoë", "Cruz", "zoe@example.org", true);
            patient("Bob", "Abel", "bob@example.org", false);
        });
        assertThat(get("?q=&show=no-credentials"))
                .bodyText()
                .contains("Abel, Bob", "/o/north/patients/2/online-access", "bob@example.org")
                .doesNotContain("zoe@example.org", "Download as CSV");
        assertThat(get("?show=locked")).bodyText().contains("Nobody found");
        run(
                north(),
                "insert into __tenant__.recovery_limit (channel, typed, locked_until)"
                        + " values ('email', 'zoe@example.org', timestamptz '2126-11-21 09:00:00+00')");
        assertThat(get("?show=locked")).bodyText().contains("Zoë Cruz", "Printed codes locked until 21 Nov 2126");
        run(
                north(),
                "insert into __tenant__.password_limit (channel, typed, locked_until)"
                        + " values ('email', 'zoe@example.org', timestamptz '2126-11-21 09:00:00+00')");
        assertThat(get("?show=locked")).bodyText().contains("Passwords locked until 21 Nov 2126");
        assertThat(get("?show=never-signed-in&sort=newest&page=-3"))
                .bodyText()
                .contains("Zoë Cruz", "aria-sort=\"descending\"", "show=never-signed-in&amp;sort=oldest");
        assertThat(get("?show=nonsense&sort=nonsense&page=nonsense"))
                .hasStatusOk()
                .bodyText()
                .contains("Zoë Cruz");
    }

    @Test
    void thePanelIsAFragmentAndWithoutScriptAPage() {
        inNorth(() -> patient("Zoë", "Cruz", "zoe@example.org", true));
        assertThat(fragment("/1?q=zo&show=unverified"))
                .bodyText()
                .contains("Zoë Cruz", "value=\"zoe@example.org\"", "Remove email", "q=zo&amp;show=unverified")
                .doesNotContain("<html", "Remove mobile");
        assertThat(get("/1")).bodyText().contains("<html", "Opens the records of", "value=\"zoe@example.org\"");
        assertThat(get("/2")).hasStatus(404);
        assertThat(get("/x")).hasStatus(404);
    }

    @Test
    void thePanelChangesCredentialsAndLeadsBackToWhereOneWas() {
        inNorth(() -> {
            patient("Zoë", "Cruz", "zoe@example.org", true);
            patient("Bob", "Abel", "bob@example.org", true);
        });
        assertThat(save("/1?q=zo", "bob@example.org", "x", ""))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Bob Abel already signs in with this email",
                        "Enter a mobile number",
                        "tick the box",
                        "value=\"x\"");
        assertThat(save("/1?q=zo", "", "07400 123456", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("choose Remove email");
        assertThat(save("/1?q=zo", "zoe2@example.org", "07400 123456", "true"))
                .hasStatus(303)
                .hasHeader("Location", "/o/north/settings/authentication/credentials?q=zo&show=all&sort=name&page=1");
        assertThat(get("/1")).bodyText().contains("zoe2@example.org", "+447400123456");
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotUndone() {
        inNorth(() -> patient("Zoë", "Cruz", "zoe@example.org", true));
        assertThat(save("/1", "zoe2@example.org", "", "true")).hasStatus(303);

        assertThat(save("/1", "zoe@example.org", "07400 123456", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("Somebody else has changed this meanwhile: it signs in with zoe2@example.org now")
                .contains("name=\"seenEmail\" value=\"zoe2@example.org\"", "value=\"07400 123456\"");
        assertThat(get("")).bodyText().contains("zoe2@example.org").doesNotContain("+447400123456");
    }

    @Test
    void removingSaysWhatIsLostAndIsDoneOnce() {
        inNorth(() -> patient("Zoë", "Cruz", "zoe@example.org", true));
        assertThat(get("/1/email/removal?q=zo"))
                .bodyText()
                .contains("Remove this email?", "loses all access", "?q=zo&amp;show=all");
        assertThat(get("/1/mobile/removal")).hasStatus(404);
        assertThat(get("/1/pigeon/removal")).hasStatus(404);
        assertThat(post("/1/email/removal?q=zo")).hasStatus(303);
        assertThat(post("/1/email/removal?q=zo")).as("twice is once").hasStatus(303);
        assertThat(get("")).bodyText().contains("Zoë Cruz", "Nothing to sign in with");
    }

    @Test
    void theListIsDownloadedAsAFile() {
        inNorth(() -> {
            patient("Zoë", "Cruz", "zoe@example.org", true);
            patient("Bob", "Abel", "bob@example.org", true);
        });
        assertThat(post("/export?q=zoe"))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"credentials.csv\"")
                .bodyText()
                .startsWith("\ufeffAccount,Name")
                .contains("1,Zoë Cruz,\"Zoë Cruz (1, self)\",zoe@example.org,no,")
                .doesNotContain("bob");
        assertThat(get("/export")).hasStatus(404);
    }

    @Test
    void whoMayNotChangeSettingsSeesAndDoesNothing() {
        inNorth(() -> patient("Zoë", "Cruz", "zoe@example.org", true));
        role = StaffRole.RECEPTIONIST;
        for (var path : List.of("", "/1", "/1/email/removal")) {
            assertThat(get(path)).hasStatus(403);
        }
        for (var path : List.of("/1", "/1/email/removal", "/export")) {
            assertThat(post(path)).hasStatus(403);
        }
    }

    private void patient(String given, String family, String email, boolean signsIn) {
        var registered = records.register(
                PatientDetails.of(given, family, LocalDate.of(1980, 3, 27))
                        .reachedBy(EmailAddress.parse(email).orElseThrow(), null),
                false,
                STAFF);
        if (signsIn) {
            var id = ((Registered.Created) registered).id();
            assertThat(access.configure(id, new WantedCredentials(email, "", true), STAFF))
                    .isEqualTo(new Configured.Saved());
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

    private MvcTestResult save(String path, String email, String mobile, String tick) {
        return sends(
                PAGE + path,
                "email",
                email,
                "mobile",
                mobile,
                "seenEmail",
                "zoe@example.org",
                "seenMobile",
                "",
                "verified",
                tick);
    }
}
