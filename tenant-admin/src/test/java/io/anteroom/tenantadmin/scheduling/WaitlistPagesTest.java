package io.anteroom.tenantadmin.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.Tenants;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clock stands on Saturday, 21 November 2026, nine o'clock in London. */
class WaitlistPagesTest extends AppointmentPagesFixture {

    private static final String PAGE = "/o/north/appointments/waitlist";

    @Autowired
    StatementCount statements;

    WaitlistPagesTest() {
        super(StaffRole.ADMIN);
    }

    @BeforeEach
    void threeWhoWait() {
        sql("insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)"
                + " values ('High Street', '', '', '', 'GB', 'Europe/London', 1, 0)");
        sql("insert into __tenant__.practitioner (name, title, about, position, version)"
                + " values ('Beth', '', '', 1, 0), ('Carl', '', '', 2, 0)");
        sql("insert into __tenant__.service (name, description, preparation, minutes, position, version)"
                + " values ('First visit', '', '', 30, 1, 0), ('Follow-up', '', '', 30, 2, 0)");
        addLee(Tenants.north(), "Anna", "1980-03-27");
        addLee(Tenants.north(), "Bob", "1981-03-27");
        sql("insert into __tenant__.portal_account (created_at) values (now()), (now())");
        sql(
                "insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at, granted_by)"
                        + " values (1, 1, 'self', 'full', '{bookings}', now(), 'test'), (2, 2, 'self', 'full', '{bookings}', now(), 'test')");
        entry(1, 1, "null", "{1,2,3,4,5}", "{morning}", "2026-11-03T10:00Z");
        entry(2, 1, "2", "{6}", "{morning,afternoon,evening}", "2026-11-01T10:00Z");
        entry(1, 2, "null", "{1,2,3,4,5,6,7}", "{evening}", "2026-11-02T10:00Z");
        offer("aaaaaaaaaaaaaaaa", 1, "2026-11-23T10:00Z", "2026-11-21T09:30Z");
        offer("bbbbbbbbbbbbbbbb", 2, "2026-11-21T09:00Z", "2026-11-20T09:30Z");
    }

    @Test
    void whoWaitsIsListedByServiceWhoeverWaitsLongestFirst() {
        assertThat(get(PAGE))
                .hasStatusOk()
                .bodyText()
                .contains("All <span class=\"num\">3</span>", "First visit <span class=\"num\">2</span>")
                .contains(
                        "Follow-up <span class=\"num\">1</span>",
                        "Mon to Fri, morning, until 23 Dec 2026",
                        "since 3 Nov 2026")
                .contains("Sat, until 23 Dec 2026", "Carl, anywhere", "Any day, evening", "None yet")
                .contains(
                        "Mon 23 Nov 2026, 10:00, Beth",
                        "Asked, until 09:30",
                        "Sat 21 Nov 2026, 09:00, Beth",
                        "No answer")
                .containsSubsequence("Bob Lee", "Anna Lee")
                .doesNotContain("No longer waiting");
        assertThat(get(PAGE + "?service=2")).bodyText().contains("Anna Lee").doesNotContain("Bob Lee");
        assertThat(get(PAGE + "?service=nonsense")).hasStatusOk().bodyText().contains("Bob Lee");
        assertThat(get(PAGE + "?service=77")).bodyText().contains("Nobody waits for this");
        assertThat(get("/o/south/appointments/waitlist"))
                .bodyText()
                .contains("Nobody waits")
                .doesNotContain("Anna");
        assertThat(get("/o/north/appointments")).bodyText().contains("href=\"" + PAGE + "\"");
    }

    @Test
    void somebodyIsTakenOffTheListOnceAndStaysInSightForAMonth() {
        assertThat(get(PAGE + "/2/removal"))
                .hasStatusOk()
                .bodyText()
                .contains("Take Bob Lee off the waitlist?", "First visit");
        assertThat(post(PAGE + "/2/removal", List.of())).hasStatus(303).hasHeader("Location", PAGE);
        assertThat(post(PAGE + "/2/removal", List.of())).as("again").hasStatus(303);

        assertThat(get(PAGE))
                .bodyText()
                .contains("All <span class=\"num\">2</span>", "No longer waiting", "Taken off", "21 Nov 2026, 09:00");
        assertThat(get(PAGE + "/2/removal")).hasStatus(404);
        assertThat(get("/o/south/appointments/waitlist/1/removal")).hasStatus(404);
    }

    @Test
    void theListTakesAsManyStatementsHoweverManyWait() {
        get(PAGE);
        statements.reset();
        get(PAGE);
        int few = statements.count();
        for (int i = 0; i < 20; i++) {
            entry(1, 2, "null", "{1}", "{evening}", "2026-11-02T10:00Z");
        }
        statements.reset();
        get(PAGE);

        assertThat(statements.count()).isEqualTo(few);
    }

    @Test
    void theClinicSaysAfterHowManyMinutesOthersAreTold() {
        String settings = "/o/north/settings/appointments/waitlist";
        String seen = hidden(get(settings), "version");
        assertThat(get(settings)).bodyText().contains("name=\"minutes\" value=\"30\"");

        assertThat(post(settings, List.of("version", seen, "minutes", "5")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number of minutes from 10 to 1,440", "value=\"5\"");
        assertThat(post(settings, List.of("version", seen, "minutes", "45"))).hasStatus(303);
        assertThat(post(settings, List.of("version", seen, "minutes", "45")))
                .as("the same again")
                .hasStatus(303);
        assertThat(post(settings, List.of("version", seen, "minutes", "60")))
                .hasStatus(409)
                .bodyText()
                .contains("45 \u2192 60");
        assertThat(get(settings)).bodyText().contains("name=\"minutes\" value=\"45\"");
        assertThat(get("/o/south/settings/appointments/waitlist")).bodyText().contains("value=\"30\"");
    }

    private void entry(long patient, long service, String practitioner, String days, String parts, String since) {
        sql("""
                insert into __tenant__.waitlist_entry
                    (attempt, account_id, patient_id, service_id, practitioner_id, weekdays, day_parts, last_day, created_at)
                values (gen_random_uuid(), %d, %d, %d, %s, '%s', '%s', '2026-12-23', '%s')""".formatted(patient, patient, service, practitioner, days, parts, since));
    }

    private void offer(String reference, long entry, String start, String until) {
        sql("""
                insert into __tenant__.waitlist_offer
                    (reference, attempt, entry_id, freed, practitioner_id, location_id, starts_at, offered_at, round_until)
                values ('%s', gen_random_uuid(), %d, 'some', 1, 1, '%s', '2026-11-20T09:00Z', '%s')""".formatted(reference, entry, start, until));
    }
}
