package io.anteroom.tenantadmin.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.Tenants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clock stands on Saturday, 21 November 2026, nine o'clock in London. */
class AgendaPagesTest extends AppointmentPagesFixture {

    private static final String PAGE = "/o/north/appointments";

    @Autowired
    StatementCount statements;

    AgendaPagesTest() {
        super(StaffRole.RECEPTIONIST);
    }

    @BeforeEach
    void aSaturday() {
        sql("insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)"
                + " values ('High Street', '', '', '', 'GB', 'Europe/London', 1, 0)");
        sql("insert into __tenant__.practitioner (name, title, about, position, version)"
                + " values ('Beth', '', '', 1, 0), ('Carl', '', '', 2, 0)");
        sql("insert into __tenant__.service (name, description, preparation, minutes, position, version)"
                + " values ('First visit', '', '', 30, 1, 0)");
        addLee(Tenants.north(), "Anna", "1980-03-27");
        addLee(Tenants.north(), "=Bob", "1981-03-27");
        appointment(1, 1, "booked", "2026-11-21T10:00Z");
        appointment(2, 1, "arrived", "2026-11-21T09:00Z");
        appointment(2, 2, "no_show", "2026-11-21T08:00Z");
        appointment(1, 2, "cancelled", "2026-11-21T11:00Z");
        appointment(2, 2, "no_show", "2026-11-02T08:00Z");
        appointment(null, 2, "booked", "2026-11-24T08:00Z");
        appointment(1, 1, "held", "2026-11-21T12:00Z");
        appointment(1, 2, "completed", "2026-10-01T09:00Z");
    }

    @Test
    void todaysAreListedByTheirTimeAndCountedByWhereTheyStand() {
        assertThat(get(PAGE))
                .hasStatusOk()
                .bodyText()
                .contains("Today\u2019s appointments", "Sat 21 Nov 2026", "10:00\u201310:30", "Anna Lee", "=Bob Lee")
                .contains("All <span class=\"num\">4</span>", "Expected <span class=\"num\">1</span>")
                .contains("Here <span class=\"num\">1</span>", "Did not come <span class=\"num\">1</span>")
                .contains("To match <span class=\"num\">0</span>")
                .doesNotContain("12:00\u201312:30", "24 Nov");
        assertThat(get(PAGE + "?practitioner=1")).bodyText().contains("All <span class=\"num\">2</span>");
        assertThat(get("/o/south/appointments"))
                .bodyText()
                .contains("Nothing here")
                .doesNotContain("Anna");
    }

    @Test
    void whoDidNotComeInTheLastMonthAndWhoIsNotOnRecordYetAreOneClickAway() {
        assertThat(get(PAGE + "?show=missed"))
                .bodyText()
                .contains("22 Oct 2026 to 21 Nov 2026", "Mon 2 Nov 2026, 08:00", "Sat 21 Nov 2026, 08:00")
                .doesNotContain("Anna Lee");
        assertThat(get(PAGE + "?show=to-match"))
                .bodyText()
                .contains("New patient, to be matched", "Tue 24 Nov 2026, 08:00")
                .doesNotContain("Bob");
        assertThat(get(PAGE + "?show=x&from=yesterday&until=0&practitioner=me&page=-1"))
                .hasStatusOk()
                .bodyText()
                .contains("Today\u2019s appointments");
        assertThat(get(PAGE + "?from=2026-01-01&until=2199-01-01")).bodyText().contains("1 Jan 2026 to 2 Jan 2027");
    }

    @Test
    void aPatientIsCheckedInFromTheListAndOneIsBackThere() {
        assertThat(post(PAGE + "/1/state", List.of("version", "0", "to", "arrived", "then", "today")))
                .hasStatus(303)
                .hasHeader("Location", PAGE);
        assertThat(get(PAGE)).bodyText().contains("Here <span class=\"num\">2</span>");
        assertThat(post(PAGE + "/1/state", List.of("version", "1", "to", "completed", "then", "//evil.example")))
                .hasStatus(303)
                .hasHeader("Location", PAGE + "/1");
    }

    @Test
    void theListIsAFileToo() {
        var file = post(PAGE + "/export", List.of("show", "all", "from", "2026-11-01", "until", "2026-11-21"));

        assertThat(file)
                .hasStatusOk()
                .hasHeader("Content-Type", "text/csv;charset=UTF-8")
                .bodyText()
                .contains("Appointment,Day,From,Until,Time zone,Patient number,Patient")
                .contains(
                        "1,2026-11-21,10:00,10:30,Europe/London,1,Anna Lee,1980-03-27,First visit,Beth,High Street,,booked,no,")
                .contains(",2,'=Bob Lee,")
                .doesNotContain("held", "2026-11-24", "2026-10-01");
        assertThat(texts("select detail::text from __tenant__.audit_entry where action = 'appointments-exported'"))
                .singleElement()
                .asString()
                .contains("2026-11-01 to 2026-11-21");
        assertThat(get(PAGE + "/export"))
                .as("a file leaves a trace, so it is posted for")
                .hasStatus(404);
    }

    @Test
    void aPageTakesFewStatements() {
        get(PAGE);
        statements.reset();
        get(PAGE);

        assertThat(statements.statements())
                .filteredOn(sql -> sql.contains("appointment"))
                .hasSize(2);
    }

    @Test
    void whoLandsSeesTodayAndTheWeeksAround() {
        assertThat(get("/o/north"))
                .hasStatusOk()
                .bodyText()
                .contains("3 appointments today: 1 expected, 1 here, 0 completed, 1 did not come.")
                .contains("Anna Lee", "href=\"/o/north/appointments?show=to-match\"", "To match: 1")
                .contains("Appointments by week", "16 Nov", "(this week)", "from=2026-11-16&amp;until=2026-11-22");
        role = StaffRole.BILLING;
        assertThat(get("/o/north")).bodyText().doesNotContain("Appointments by week", "Anna");
        assertThat(get(PAGE)).hasStatus(403);
        assertThat(post(PAGE + "/export", List.of())).hasStatus(403);
        role = StaffRole.RECEPTIONIST;
        assertThat(get("/o/south")).bodyText().doesNotContain("Appointments by week");
    }

    private void appointment(@Nullable Integer patient, int practitioner, String state, String start) {
        sql("""
                insert into __tenant__.appointment
                    (reference, attempt, service_id, practitioner_id, location_id, patient_id, state, starts_at, ends_at, occupied,
                     held_until, rules, created_at, created_by_kind, created_by, booked_at, cancelled_at, cancelled_by_kind,
                     cancelled_by, version)
                select translate(substr(md5('%1$s'), 1, 16), '0189', 'wxyz'), gen_random_uuid(), 1, %2$d, 1, %3$s, '%4$s', at,
                       at + interval '30 minutes', tstzrange(at, at + interval '30 minutes'),
                       case when '%4$s' = 'held' then at end,
                       '{"service": "First visit", "minutes": 30, "cancelUntilMinutes": 60, "zone": "Europe/London"}', now(),
                       'staff', 'Rosa', now(), case when '%4$s' = 'cancelled' then now() end,
                       case when '%4$s' = 'cancelled' then 'staff' end, case when '%4$s' = 'cancelled' then 'Rosa' end, 0
                  from (select cast('%1$s' as timestamptz) as at) day""".formatted(start, practitioner, patient, state));
    }
}
