package io.anteroom.tenantadmin.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.scheduling.setup.LocationDetails;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.PractitionerDetails;
import io.anteroom.clinic.scheduling.setup.Practitioners;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.Tenants;
import java.io.UnsupportedEncodingException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CalendarPagesTest extends AppointmentPagesFixture {

    private static final String PAGE = "/o/north/settings/appointments";
    private static final Actor.Staff ROBIN = new Actor.Staff("staff-1", "Robin Desk");

    @Autowired
    Locations locations;

    @Autowired
    Practitioners practitioners;

    @Autowired
    StatementCount statements;

    CalendarPagesTest() {
        super(StaffRole.ADMIN);
    }

    @Test
    void theCalendarShowsWhoWorksWhenAndWhatIsBooked() {
        assertThat(get("/o/north/calendar"))
                .bodyText()
                .contains("Nobody is in the calendar yet", "Set up appointments");
        place("High Street");
        beth();
        post(PAGE + "/services", service("First visit", "1"));
        String week = PAGE + "/hours/1/locations/1/week";
        post(week, week(get(week), "2026-11-21", "", "9-12, 13-17", ""));
        appointment("booked", "2026-11-23T09:30:00Z");
        appointment("cancelled", "2026-11-23T13:00:00Z");
        appointment("held", "2026-11-23T15:00:00Z");

        assertThat(get("/o/north/calendar"))
                .bodyText()
                .contains("Saturday 21 Nov 2026", "Not working", "Nothing booked", "day=2026-11-20", "day=2026-11-22");
        assertThat(get("/o/north/calendar?day=2026-11-23"))
                .bodyText()
                .contains(
                        "09:00–12:00, 13:00–17:00",
                        "cal-open cal-r5 cal-s12",
                        "cal-booked cal-r7 cal-s3",
                        "09:30–10:15",
                        "<a href=\"/o/north/appointments/1\">Anna &lt;b&gt;Lee</a>",
                        "First visit")
                .doesNotContain("Held", "13:00–13:45");
        assertThat(get("/o/north/calendar?view=week&day=2026-11-25&practitioner=1"))
                .bodyText()
                .contains("23 Nov 2026 to 29 Nov 2026", "Mon 23", "Sun 29", "09:30–10:15", "day=2026-11-18");
        assertThat(get("/o/north/calendar?view=x&day=yesterday&practitioner=99"))
                .hasStatusOk()
                .bodyText()
                .contains("Saturday 21 Nov 2026");
        assertThat(get("/o/south/calendar?day=2026-11-23")).bodyText().doesNotContain("Anna");
        role = StaffRole.BILLING;
        assertThat(get("/o/north/calendar")).hasStatus(403);
    }

    @Test
    void whatIsFreeBeginsAfterTheTimeKeptFreeAroundAnAppointmentAndLiesBelowNothing() {
        place("High Street");
        beth();
        post(PAGE + "/services", service("First visit", "1"));
        String week = PAGE + "/hours/1/locations/1/week";
        post(week, week(get(week), "2026-11-21", "", "9-12", ""));
        appointment("booked", "2026-11-23T09:30:00Z");
        appointment("confirmed", "2026-11-23T10:40:00Z");

        assertThat(get("/o/north/calendar?day=2026-11-23"))
                .bodyText()
                .contains(
                        "time=09:00", "cal-free cal-r5 cal-s2", "time=11:35", "11:35–12:00", "cal-free cal-r16 cal-s1")
                .doesNotContain("time=10:15", "time=10:25", "time=11:25");
    }

    @Test
    void aPageAsksByOneStatementWhetherSomethingChangedAndIsGivenTheCalendarIfSo() {
        place("High Street");
        beth();
        post(PAGE + "/services", service("First visit", "1"));
        String changes = "/o/north/calendar/changes?view=day&day=2026-11-23&seen=";
        String seen = mark(get("/o/north/calendar?day=2026-11-23"));

        statements.reset();
        assertThat(get(changes + seen)).hasStatus(204);
        assertThat(statements.statements()).hasSize(1);
        appointment("booked", "2026-11-23T09:30:00Z");
        MvcTestResult changed = get(changes + seen);
        assertThat(changed)
                .hasStatusOk()
                .bodyText()
                .startsWith("<div class=\"cal\"")
                .contains("09:30–10:15", "Anna &lt;b&gt;Lee", "data-key=\"a1\"")
                .doesNotContain("<html");
        assertThat(get(changes + mark(changed))).hasStatus(204);
        assertThat(get(changes)).hasStatusOk();
        assertThat(get("/o/south/calendar/changes?view=day&day=2026-11-23&seen=" + mark(changed)))
                .bodyText()
                .doesNotContain("Anna");
        role = StaffRole.BILLING;
        assertThat(get(changes + seen)).hasStatus(403);
    }

    @Test
    void theCalendarShowsOnePractitionerOrOneLocationAsItsAddressSays() {
        place("High Street");
        place("Harbour");
        beth();
        read(() -> practitioners.add(new PractitionerDetails(null, "Carl", "", ""), ROBIN));
        post(PAGE + "/services", service("First visit", "1"));
        String high = PAGE + "/hours/1/locations/1/week";
        post(high, week(get(high), "2026-11-21", "", "9-12", ""));
        String harbour = PAGE + "/hours/2/locations/2/week";
        post(harbour, week(get(harbour), "2026-11-21", "", "9-12", ""));

        assertThat(get("/o/north/calendar?day=2026-11-23"))
                .bodyText()
                .contains(
                        "data-heading=\"Beth\"",
                        "data-heading=\"Carl\"",
                        "All locations",
                        "Everybody",
                        "As it was at 09:00");
        assertThat(get("/o/north/calendar?day=2026-11-23&practitioner=2"))
                .bodyText()
                .contains("data-heading=\"Carl\"", "calendar?view=day&amp;day=2026-11-24&amp;practitioner=2")
                .doesNotContain("data-heading=\"Beth\"");
        assertThat(get("/o/north/calendar?day=2026-11-23&location=1"))
                .bodyText()
                .contains("data-heading=\"Beth\"", "calendar?view=week&amp;day=2026-11-23&amp;location=1")
                .doesNotContain("data-heading=\"Carl\"");
        assertThat(get("/o/north/calendar?view=week&day=2026-11-23&practitioner=1&location=2"))
                .bodyText()
                .doesNotContain("Free: book");
        assertThat(get("/o/north/calendar?day=2026-11-24&location=1"))
                .bodyText()
                .contains("Nobody works or is booked at this location then");
        assertThat(get("/o/north/calendar?day=2026-11-23&location=7&practitioner=-1"))
                .bodyText()
                .contains("data-heading=\"Beth\"", "data-heading=\"Carl\"");
    }

    private static String mark(MvcTestResult page) {
        try {
            var found = Pattern.compile("data-mark=\"([^\"]*)\"")
                    .matcher(page.getResponse().getContentAsString());
            assertThat(found.find()).isTrue();
            return found.group(1);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void timeIsBlockedAndFreed() {
        place("High Street");
        beth();
        role = StaffRole.RECEPTIONIST;
        String blocks = "/o/north/calendar/blocks";

        assertThat(get(blocks + "/new?day=2026-11-23&practitioner=1"))
                .bodyText()
                .contains("<option value=\"1\" selected>", "value=\"2026-11-23\"");
        assertThat(post(blocks, List.of("practitioner", "1", "day", "", "times", "noon", "reason", "Lunch")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the day", "Enter the hours, like", "value=\"Lunch\"");
        assertThat(post(blocks, List.of("practitioner", "9", "day", "2026-11-23")))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a practitioner");
        List<String> lunch = List.of("practitioner", "1", "day", "2026-11-23", "times", "12-13", "reason", "Lunch");
        assertThat(post(blocks, lunch)).hasStatus(303);
        assertThat(post(blocks, lunch)).hasStatus(303);
        assertThat(get("/o/north/calendar?day=2026-11-23"))
                .bodyText()
                .contains("12:00–13:00", "Lunch", blocks + "/1/removal")
                .doesNotContain(blocks + "/2/removal");
        assertThat(post(blocks, List.of("practitioner", "1", "day", "2026-11-24", "lastDay", "2026-11-26")))
                .hasStatus(303);
        assertThat(get("/o/north/calendar?day=2026-11-25")).bodyText().contains("All day", "cal-block cal-r1 cal-s40");
        assertThat(post("/o/south/calendar/blocks/1/removal", List.of())).hasStatus(303);
        assertThat(get("/o/north/calendar?day=2026-11-23")).bodyText().contains("Lunch");
        assertThat(post(blocks + "/1/removal", List.of())).hasStatus(303);
        assertThat(post(blocks + "/1/removal", List.of())).hasStatus(303);
        assertThat(get("/o/north/calendar?day=2026-11-23")).bodyText().doesNotContain("Lunch");
    }

    private void appointment(String state, String start) {
        read(() -> transaction.execute(_ -> {
            jdbc.sql("""
                    insert into __tenant__.patient (id, version, given_name, family_name, birth_date, family_key, given_key,
                        search, created_at, changed_at, changed_by)
                    values (1, 0, 'Anna', '<b>Lee', '1980-03-27', 'lee', 'x', '', now(), now(), 'test') on conflict do nothing""").update();
            return jdbc.sql("""
                    insert into __tenant__.appointment
                        (reference, attempt, service_id, practitioner_id, location_id, patient_id, state, starts_at, ends_at,
                         occupied, held_until, rules, created_at, created_by_kind, created_by, booked_at, cancelled_at,
                         cancelled_by_kind, cancelled_by, version)
                    select :reference, gen_random_uuid(), 1, 1, 1, 1, :state, at, at + interval '45 minutes',
                           tstzrange(at, at + interval '55 minutes'),
                           case when :state = 'held' then timestamptz '2026-11-21T08:55:00Z' end, '{}', now(), 'staff', 'x',
                           case when :state <> 'held' then now() end, case when :state = 'cancelled' then now() end,
                           case when :state = 'cancelled' then 'staff' end, case when :state = 'cancelled' then 'x' end, 0
                      from (select cast(:start as timestamptz) as at) times""")
                    .param("reference", (state + "aaaaaaaaaaaaaaaa").substring(0, 16))
                    .param("state", state)
                    .param("start", start)
                    .update();
        }));
    }

    private void place(String name) {
        read(() -> locations.add(
                new LocationDetails(name, "", "", "", "GB", null, null, ZoneId.of("Europe/London")), ROBIN));
    }

    private void beth() {
        read(() -> practitioners.add(new PractitionerDetails(null, "Beth", "", ""), ROBIN));
    }

    private static List<String> service(String name, String practitioner) {
        return List.of(
                "name",
                name,
                "minutes",
                "45",
                "before",
                "0",
                "after",
                "10",
                "price",
                "84.50",
                "online",
                "true",
                "notice",
                "2",
                "noticeUnit",
                "hours",
                "cancelUntil",
                "24",
                "cancelUntilUnit",
                "hours",
                "horizon",
                "90",
                "practitioner",
                practitioner,
                "location",
                "1");
    }

    private static List<String> week(MvcTestResult page, String from, String until, String monday, String tuesday) {
        return List.of(
                "seen",
                hidden(page, "seen"),
                "plan",
                hidden(page, "plan"),
                "from",
                from,
                "until",
                until,
                "monday",
                monday,
                "tuesday",
                tuesday);
    }

    private static <T> T read(Supplier<T> work) {
        return CurrentTenant.call(Tenants.north(), work::get);
    }
}
