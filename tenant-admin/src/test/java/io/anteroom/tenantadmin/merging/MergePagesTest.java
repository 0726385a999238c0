package io.anteroom.tenantadmin.merging;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.merging.Merging;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.Tenants;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class MergePagesTest extends StaffPagesFixture {

    private static final Actor.Staff STAFF = new Actor.Staff("staff-2", "Sam Other");
    private static final String PATIENTS = "/o/north/patients";
    private static final LocalDate BORN = LocalDate.of(1980, 3, 27);

    @Autowired
    PatientRecords records;

    @Autowired
    OnlineAccess access;

    @Autowired
    Merging merging;

    MergePagesTest() {
        super(StaffRole.ADMIN);
    }

    @BeforeEach
    void patients() {
        inNorth(() -> {
            register(PatientDetails.of("Anna", "Lee", BORN));
            register(PatientDetails.of("Anna", "Lee", BORN)
                    .reachedBy(new EmailAddress("anna@example.org"), null)
                    .alerting("<b>Latex</b>"));
            register(PatientDetails.of("Ben", "Lee", BORN.plusYears(1)));
        });
        inSouth(() -> {
            register(PatientDetails.of("Sora", "Abe", BORN));
            register(PatientDetails.of("Sora", "Abe", BORN));
        });
    }

    @Test
    void theOtherRecordIsLookedForAmongThoseOfTheSameBirthDateFirst() {
        assertThat(get("1")).bodyText().contains("/o/north/patients/1/merge");
        assertThat(get("1/merge"))
                .hasStatusOk()
                .bodyText()
                .contains("Merge with another record", "/o/north/patients/1/merge/2", "value=\"1980-03-27\"")
                .doesNotContain("/patients/1/merge/1", "/patients/1/merge/3", "Sora");
        assertThat(get("1/merge?q=ben")).bodyText().contains("/o/north/patients/1/merge/3");
        assertThat(get("1/merge?q=zzz")).bodyText().contains("No other record found");
    }

    @Test
    void bothAreComparedAndEitherMayStay() {
        inNorth(() -> access.configure(
                new PatientId(2), new WantedCredentials("anna@example.org", "07400 123456", true), STAFF));

        assertThat(get("1/merge/2"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "anna@example.org, unverified",
                        "Can’t sign in",
                        "&lt;b&gt;Latex&lt;/b&gt;",
                        "Entries in the audit log")
                .contains("/o/north/patients/1/merge/2/check", "/o/north/patients/2/merge/1/check");
    }

    @Test
    void whatHappensIsSaidBeforeAnybodyConfirms() {
        inNorth(() -> access.configure(new PatientId(2), new WantedCredentials("anna@example.org", "", true), STAFF));

        assertThat(get("1/merge/2/check"))
                .hasStatusOk()
                .bodyText()
                .contains("Merge these two records?", "Email anna@example.org; Alerts &lt;b&gt;Latex&lt;/b&gt;")
                .contains("The account of Anna Lee (number 2) becomes the account of Anna Lee (number 1)")
                .contains("Nobody else sees either record", "There are none on Anna Lee (number 2)")
                .contains("This can’t be undone", "Type merge to go on");
        assertThat(get("2")).as("looking changes nothing").hasStatusOk();
    }

    @Test
    void appointmentsAreComparedAndSaidToMove() {
        run(Tenants.north(), """
                insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)
                values ('High Street', '', '', '', 'GB', 'Europe/London', 1, 0)""");
        run(Tenants.north(), """
                insert into __tenant__.practitioner (name, title, about, position, version) values ('Beth', '', '', 1, 0)""");
        run(Tenants.north(), """
                insert into __tenant__.service (name, description, preparation, minutes, position, version)
                values ('First visit', '', '', 30, 1, 0)""");
        run(Tenants.north(), """
                insert into __tenant__.appointment
                    (reference, attempt, service_id, practitioner_id, location_id, patient_id, state, starts_at, ends_at, occupied,
                     rules, created_at, created_by_kind, created_by, booked_at, version)
                select translate(substr(md5(n::text), 1, 16), '0189', 'wxyz'), gen_random_uuid(), 1, 1, 1, 1 + (n + 2) % 2, 'booked', at,
                       at + interval '30 minutes', tstzrange(at, at + interval '30 minutes'), '{}', now(), 'staff', 'Rosa', now(), 0
                  from generate_series(-1, 2) n, lateral (select timestamptz '2026-11-21T12:00Z' + n * interval '2 days' as at) day""");

        assertThat(get("1/merge/2"))
                .bodyText()
                .contains("Appointments", "2, 1 of them to come", "Clinical entries", "Forms");
        assertThat(get("1/merge/2/check"))
                .bodyText()
                .contains("2 appointments of Anna Lee (number 2) move to Anna Lee (number 1), 1 of them to come")
                .contains("Both have appointments to come");
    }

    @Test
    void itIsDoneOnceItIsTickedAndTypedAndItsAddressLeadsToTheOneThatStays() {
        assertThat(post("1/merge/2", "seen", seen(1, 2), "confirm", "yes"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Check with the patient that both records are of the same person",
                        "Type merge",
                        "value=\"yes\"");
        assertThat(get("2")).hasStatusOk();

        var seen = seen(1, 2);
        assertThat(post("1/merge/2", "seen", seen, "checked", "true", "confirm", "merge"))
                .hasStatus(303)
                .hasHeader("Location", "/o/north/patients/1");
        assertThat(post("1/merge/2", "seen", seen, "checked", "true", "confirm", "merge"))
                .as("a second click")
                .hasStatus(303)
                .hasHeader("Location", "/o/north/patients/1");

        assertThat(get("2")).hasStatus(303).hasHeader("Location", "/o/north/patients/1");
        assertThat(get("2/details")).hasStatus(303).hasHeader("Location", "/o/north/patients/1/details");
        assertThat(get("2/merge")).hasStatus(303).hasHeader("Location", "/o/north/patients/1");
        assertThat(get("1"))
                .bodyText()
                .contains("Merged records", "number 2", "&lt;b&gt;Latex&lt;/b&gt;", "merged the record into another");
        assertThat(opens(PATIENTS)).bodyText().contains("/patients/1\"").doesNotContain("/patients/2\"");
    }

    @Test
    void whatChangedMeanwhileIsShownAnew() {
        var seen = seen(1, 2);
        inNorth(() -> access.configure(new PatientId(2), new WantedCredentials("anna@example.org", "", true), STAFF));

        assertThat(post("1/merge/2", "seen", seen, "checked", "true", "confirm", "merge"))
                .hasStatus(409)
                .bodyText()
                .contains("something changed on these records", "becomes the account of");
        assertThat(post("1/merge/2")).as("nothing was seen").hasStatus(409);
        assertThat(get("2")).hasStatusOk();
    }

    @Test
    void whatRefusesItIsSaidWithTheWayToPutItRightAndThereIsNoButton() {
        assertThat(get("1/merge/3/check"))
                .hasStatusOk()
                .bodyText()
                .contains("These two can’t be merged now", "Their dates of birth differ: 27 Mar 1980 and 27 Mar 1981")
                .doesNotContain("Merge the two records");
        assertThat(post("1/merge/3", "seen", seen(1, 3), "checked", "true", "confirm", "Ben Lee"))
                .hasStatus(409);
        assertThat(get("3")).hasStatusOk();
    }

    @Test
    void whoMergedTheOtherWayMeanwhileIsLedThere() {
        var seen = seen(1, 2);
        post("2/merge/1", "seen", seen(2, 1), "checked", "true", "confirm", "merge");

        assertThat(post("1/merge/2", "seen", seen, "checked", "true", "confirm", "merge"))
                .hasStatus(303)
                .hasHeader("Location", "/o/north/patients/2");
    }

    @Test
    void whatWasTypedOnARecordThatWentIsKeptOnTheOneThatStays() {
        var typed = new String[] {
            "version",
            "0",
            "givenName",
            "Anna",
            "familyName",
            "Leigh",
            "birthDate",
            "27/3/1980",
            "mobile",
            "07400 123456"
        };
        assertThat(post("2/details", withBirthDate(typed, "31/2/1980"))).hasStatus(422);
        post("1/merge/2", "seen", seen(1, 2), "checked", "true", "confirm", "merge");

        assertThat(post("2/details", typed))
                .hasStatus(409)
                .bodyText()
                .contains("Robin Desk merged the record you edited, number 2, into this one, number 1")
                .contains("<a href=\"/o/north/patients/1\">the record that stays, Anna Lee</a>")
                .contains("value=\"Leigh\"", "value=\"07400 123456\"", "action=\"/o/north/patients/1/details\"");
        assertThat(post("2/details", withBirthDate(typed, "31/2/1980")))
                .as("what is wrong is said there too")
                .hasStatus(409)
                .bodyText()
                .contains("value=\"31/2/1980\"", "like 27/3/1980", "number 2, into this one");
        assertThat(get("1"))
                .as("nothing was saved")
                .bodyText()
                .contains("Anna Lee")
                .doesNotContain("Leigh");
        assertThat(post("9/details", typed)).hasStatus(404);
    }

    @Test
    void whatIsNoPairOfRecordsIsNotThere() {
        for (String path : List.of("9/merge", "9/merge/1", "1/merge/9", "1/merge/1", "1/merge/x", "1/merge/1/check")) {
            assertThat(get(path)).as(path).hasStatus(404);
        }
        assertThat(post("1/merge/9")).hasStatus(404);
        assertThat(post("1/merge/1")).hasStatus(404);
    }

    @Test
    void onlyWhoMayMergeSeesAndDoesIt() {
        var seen = seen(1, 2);
        for (var other : List.of(StaffRole.PRACTITIONER, StaffRole.RECEPTIONIST, StaffRole.BILLING)) {
            role = other;
            assertThat(get("1")).bodyText().doesNotContain("/patients/1/merge");
            for (String path : List.of("1/merge", "1/merge/2", "1/merge/2/check")) {
                assertThat(get(path)).as(path).hasStatus(403);
            }
            assertThat(post("1/merge/2", "seen", seen, "checked", "true", "confirm", "merge"))
                    .hasStatus(403);
        }
        role = StaffRole.OWNER;
        assertThat(get("1/merge/2/check")).hasStatusOk();
    }

    private String seen(long stays, long goes) {
        return CurrentTenant.call(
                Tenants.north(),
                () -> merging.plan(new PatientId(stays), new PatientId(goes))
                        .orElseThrow()
                        .fingerprint());
    }

    private static String[] withBirthDate(String[] typed, String birthDate) {
        return Stream.of(typed)
                .map(text -> text.equals("27/3/1980") ? birthDate : text)
                .toArray(String[]::new);
    }

    private void register(PatientDetails details) {
        records.register(details, true, STAFF);
    }

    private MvcTestResult get(String path) {
        return opens(PATIENTS + "/" + path);
    }

    private MvcTestResult post(String path, String... fields) {
        return sends(PATIENTS + "/" + path, fields);
    }
}
