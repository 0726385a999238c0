package io.anteroom.tenantadmin.patient;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.invitation.InvitationList;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.StatementCount;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PatientPagesTest extends StaffPagesFixture {

    private static final Actor.Staff STAFF = new Actor.Staff("staff-2", "Sam Other");

    @Autowired
    PatientRecords records;

    @Autowired
    List<WorkHandler> workers;

    @Autowired
    Billing billing;

    @Autowired
    StatementCount statements;

    @Autowired
    PortalSetup portal;

    @Autowired
    InvitationList invitations;

    PatientPagesTest() {
        super(StaffRole.OWNER);
    }

    @Test
    void anEmptyListSaysHowPatientsGetThere() {
        assertThat(get("/patients")).hasStatusOk().bodyText().contains("No patients yet", "Add a patient");
    }

    @Test
    void aPatientIsAddedFoundAndOpened() {
        assertThat(add("Zoë", "Cruz", "27/3/1980")).hasStatus(303).hasHeader("Location", "/o/north/patients/1");

        assertThat(get("/patients?q=zoe")).hasStatusOk().bodyText().contains("Cruz, Zoë", "<html", "27 Mar 1980");
        assertThat(get("/patients?q=bob")).bodyText().contains("Nobody found").doesNotContain("Cruz");
        assertThat(get("/patients/1"))
                .hasStatusOk()
                .bodyText()
                .contains("Zoë Cruz", "46 years", "Online access", "Robin Desk");
    }

    @Test
    void whoOpensARecordIsInTheLogOnceADayWhicheverPageOfItIsOpened() {
        add("Zoë", "Cruz", "27/3/1980");
        assertThat(get("/settings/audit")).bodyText().doesNotContain("</strong> opened the record:");

        for (String page : List.of("", "/details", "/invoices", "")) {
            assertThat(get("/patients/1" + page)).hasStatusOk();
        }
        assertThat(get("/settings/audit?what=record-opened"))
                .bodyText()
                .containsOnlyOnce("</strong> opened the record:");
        assertThat(get("/patients/1"))
                .as("what was done stands there, and not who looked")
                .bodyText()
                .contains("added the patient")
                .doesNotContain("opened the record");
    }

    @Test
    void aNewPatientIsInvitedAtOnceAndWhatStandsAgainstItIsToldBeforeAnythingIsStored() {
        var off = add("Zoë", "Cruz", "27/3/1980", "email", "zoe@example.org", "inviteByEmail", "true");
        assertThat(off).hasStatus(422).bodyText().contains("Your portal is switched off", "value=\"zoe@example.org\"");
        assertThat(get("/patients")).bodyText().contains("No patients yet");
        inNorth(() -> portal.switchTo(STAFF, true));
        assertThat(add("Zoë", "Cruz", "27/3/1980", "inviteByEmail", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the email address to send it to");

        assertThat(add("Zoë", "Cruz", "27/3/1980", "email", "zoe@example.org", "inviteByEmail", "true"))
                .hasStatus(303)
                .hasHeader("Location", "/o/north/patients/1");
        inNorth(() -> assertThat(invitations.of(new PatientId(1)))
                .singleElement()
                .satisfies(one -> assertThat(one.email()).isEqualTo("zoe@example.org")));
        assertThat(get("/patients/1")).bodyText().contains("sent an invitation to the portal");
    }

    @Test
    void aNewPatientsFormOffersAnInvitation() {
        assertThat(get("/patients/new"))
                .bodyText()
                .contains("Send portal access by email", "Send portal access by SMS");
    }

    @Test
    void whileTypingOnlyTheRowsAreSentInOneStatement() {
        add("Zoë", "Cruz", "27/3/1980");
        statements.reset();

        assertThat(opensPart("/o/north/patients?q=cru"))
                .hasStatusOk()
                .bodyText()
                .contains("Cruz, Zoë")
                .doesNotContain("<html");
        assertThat(statements.count()).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldsAndWhatWasTypedIsKept() {
        assertThat(add("Zoë", "", "31/2/1980"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the family name", "like 27/3/1980", "value=\"31/2/1980\"", "value=\"Zoë\"");
    }

    @Test
    void whoSeemsKnownIsShownBeforeAnythingIsAdded() {
        add("Zoë", "Cruz", "27/3/1980");

        assertThat(add("zoe", "CRUZ", "27/3/1980"))
                .hasStatus(422)
                .bodyText()
                .contains("There is a patient", "/o/north/patients/1", "add anyway");
    }

    @Test
    void aChangeOverAnothersShowsBothAndSavesNothing() {
        inNorth(() -> records.register(PatientDetails.of("Zoë", "Cruz", LocalDate.of(1980, 3, 27)), false, STAFF));
        assertThat(change(1, 0, "Jones")).hasStatus(303);

        assertThat(change(1, 0, "Brown"))
                .hasStatus(409)
                .bodyText()
                .contains("Robin Desk changed this record while you edited it", "Jones", "Brown");
        assertThat(get("/patients/1")).bodyText().contains("Zoë Jones");
    }

    @Test
    void aRecordOfTheOtherClinicIsNotThere() {
        inSouth(() -> records.register(PatientDetails.of("Taro", "Yamada", LocalDate.of(1980, 3, 27)), false, STAFF));

        for (String path : List.of("/patients/1", "/patients/1/details", "/patients/1/invoices")) {
            assertThat(get(path)).hasStatus(404);
        }
        assertThat(change(1, 0, "Jones")).hasStatus(404);
        assertThat(get("/patients")).bodyText().doesNotContain("Yamada");
    }

    @Test
    void aFileIsBroughtMappedCheckedAndTakenIn() throws Exception {
        String page = upload("Surname,DOB,Mobile\nCruz,27/3/1980,07400 123456\nJones,nonsense,\n");
        assertThat(get(page)).hasStatusOk().bodyText().contains("What is in the columns?", "07400 123456");

        assertThat(post(page + "/columns", "column-0", "familyName", "column-1", "birthDate", "column-2", "mobile"))
                .hasStatus(303);
        assertThat(get(page)).bodyText().contains("Checked 0 of 2 rows");
        work(page);
        assertThat(get(page)).bodyText().contains("Import 1 patient<", "Date of birth: Enter the date of birth");
        assertThat(get(page + "/left-out.csv")).hasStatusOk().bodyText().contains("Jones,nonsense,,3,");

        assertThat(post(page + "/start")).hasStatus(303);
        assertThat(post(page + "/discard")).as("too late").hasStatus(303).hasHeader("Location", "/o/north" + page);
        work(page);
        assertThat(get(page)).bodyText().contains("1 patient imported");
        assertThat(get("/patients?q=cruz")).bodyText().contains("Cruz");
        assertThat(get("/settings/audit")).bodyText().contains("Robin Desk", "imported patients from a file");
    }

    @Test
    void aMappingWithoutANameIsRefused() {
        String page = upload("Surname,DOB\nCruz,27/3/1980\n");

        assertThat(post(page + "/columns", "column-0", "", "column-1", "birthDate"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose the column that holds the family name");
    }

    @Test
    void everyPageAsksForItsPermission() {
        add("Zoë", "Cruz", "27/3/1980");
        role = StaffRole.BILLING;
        for (String path : List.of("/patients/new", "/patients/import", "/settings/audit")) {
            assertThat(get(path)).hasStatus(403);
        }
        assertThat(change(1, 0, "Jones")).hasStatus(403);
        assertThat(get("/patients")).hasStatusOk().bodyText().doesNotContain("New patient");
        assertThat(get("/patients/1/details")).hasStatusOk().bodyText().doesNotContain("<textarea");
    }

    @Test
    void theHeadOfARecordSaysWhatThePatientOwesToThoseWhoMaySeeInvoices() {
        post("/patients", "familyName", "Cruz", "birthDate", "27/3/1980", "email", "zoe@example.org");
        assertThat(get("/patients/1")).bodyText().contains("Owes nothing");
        inNorth(() -> billing.send(
                billing.draft(
                        new PatientId(1),
                        new InvoiceDraft(
                                LocalDate.of(2026, 12, 5),
                                "",
                                List.of(new InvoiceLine("Visit", BigDecimal.ONE, 8450, 0))),
                        STAFF),
                STAFF));

        for (String tab : List.of("", "/details", "/invoices")) {
            assertThat(get("/patients/1" + tab)).bodyText().contains("Owes £84.50", "27 Mar 1980, 46 years");
        }
    }

    @Test
    void everythingIsSearchedAtOnceInOneStatement() {
        add("Zoë", "Cruz", "27/3/1980");
        statements.reset();
        assertThat(get("/search?q=zo"))
                .hasStatusOk()
                .bodyText()
                .contains("<html", "/o/north/patients/1\"", "value=\"zo\"");
        assertThat(statements.count()).isEqualTo(1);

        assertThat(get("/search?q=%3Cb%3E")).bodyText().contains("Nothing found for “&lt;b&gt;”");
        assertThat(get("/search")).hasStatusOk().bodyText().doesNotContain("Nothing found");
        assertThat(opensPart("/o/north/search?q=zoe"))
                .bodyText()
                .contains("Zoë Cruz", "1 result")
                .doesNotContain("<html");
    }

    @Test
    void onlyPagesThatTheRoleMayOpenAreFoundAndInTheNavigation() {
        assertThat(get("/search?q=logo")).bodyText().contains("/o/north/settings/portal\"><svg");
        assertThat(get("/search?q=audit")).bodyText().contains("Settings: Audit log");
        assertThat(get("/search?q=pay")).bodyText().contains("Settings: Payments");
        assertThat(get("/patients")).bodyText().contains("<span>Settings</span>");

        role = StaffRole.RECEPTIONIST;
        assertThat(get("/search?q=audit")).bodyText().contains("Nothing found");
        assertThat(get("/search?q=new%20pat")).bodyText().contains("/o/north/patients/new");
        assertThat(get("/patients")).bodyText().doesNotContain("<span>Settings</span>", "/o/north/patients/import");

        role = StaffRole.BILLING;
        assertThat(get("/search?q=new%20pat")).bodyText().contains("Nothing found");
    }

    @Test
    void theLogIsFilteredByWhomWhatAndWhen() {
        add("Zoë", "Cruz", "27/3/1980");
        assertThat(get("/settings/audit?what=patient-created&patient=cruz&who=staff&from=2026-11-21&until=2026-11-21"))
                .hasStatusOk()
                .bodyText()
                .contains("Robin Desk</strong> added the patient");
        assertThat(get("/settings/audit?until=2026-11-20")).bodyText().contains("Nothing found");
        assertThat(get("/settings/audit?who=x&what=y&from=z&after=q")).hasStatusOk();
    }

    private void work(String page) throws Exception {
        String id = page.substring(page.lastIndexOf('/') + 1);
        WorkHandler imports = workers.stream()
                .filter(worker -> worker.kind().equals("patient-import"))
                .findFirst()
                .orElseThrow();
        inNorth(() -> {
            try {
                imports.handle(id);
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
    }

    private String upload(String text) {
        MvcTestResult brought = asRobin(
                        mvc.post()
                                .multipart()
                                .file(new MockMultipartFile(
                                        "file", "patients.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8))),
                        "/o/north/patients/import")
                .exchange();
        assertThat(brought).hasStatus(303);
        String location = Objects.requireNonNull(brought.getResponse().getHeader("Location"));
        return location.substring("/o/north".length());
    }

    private MvcTestResult add(String given, String family, String born, String... more) {
        var names = Stream.of("givenName", given, "familyName", family, "birthDate", born);
        return post("/patients", Stream.concat(names, Stream.of(more)).toArray(String[]::new));
    }

    private MvcTestResult change(long id, int version, String family) {
        return post(
                "/patients/" + id + "/details",
                "version",
                Integer.toString(version),
                "givenName",
                "Zoë",
                "familyName",
                family,
                "birthDate",
                "27/3/1980");
    }

    private MvcTestResult post(String path, String... fields) {
        return sends("/o/north" + path, fields);
    }

    private MvcTestResult get(String path) {
        return opens("/o/north" + path);
    }
}
