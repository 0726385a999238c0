package io.anteroom.portal.scheduling;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import io.anteroom.tenancy.CurrentTenant;
import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class FeedPagesTest extends SignedInFixture {

    private static final String PAGE = "/appointments/calendar-feed";
    private static final Pattern ADDRESS =
            Pattern.compile("https://north\\.anteroom\\.test(/calendar/[A-Za-z0-9_-]{43})");
    private static final Pattern INSTEAD = Pattern.compile("name=\"instead\" value=\"([^\"]*)\"");

    @BeforeEach
    void anAppointmentOfAnn() {
        run("update __tenant__.access_grant set scope = array['bookings', 'money']");
        run("insert into __tenant__.credential (account_id, channel, value, added_at, added_by, verified_at)"
                + " values (%d, 'email', 'ann@example.org', now(), 'Robin', now())".formatted(account));
        run("""
                insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)
                values ('High Street', '', '', '', 'GB', 'Europe/London', 1, 0)""");
        run("""
                insert into __tenant__.service (name, description, preparation, minutes, position, version)
                values ('Physiotherapy', '', '', 30, 1, 0)""");
        run("insert into __tenant__.practitioner (name, title, about, position, version) values ('Pia', '', '', 1, 0)");
        run("""
                insert into __tenant__.appointment
                    (reference, attempt, service_id, practitioner_id, location_id, patient_id, state, starts_at, ends_at, occupied,
                     rules, created_at, created_by_kind, created_by, booked_at, version)
                values ('aaaaaaaaaaaaaaaa', gen_random_uuid(), 1, 1, 1, %s, 'booked', '2026-11-23T09:00Z', '2026-11-23T09:30Z',
                        '[2026-11-23T09:00Z,2026-11-23T09:30Z)',
                        '{"service": "Physiotherapy", "minutes": 30, "cancelUntilMinutes": 60, "zone": "Europe/London"}', now(),
                        'staff', 'Rosa', now(), 0)""".formatted(ann));
    }

    @Test
    void anAddressIsShownOnceAndACalendarFetchesFromItWithoutSigningIn() {
        assertThat(get("/appointments")).bodyText().contains(PAGE);
        assertThat(get(PAGE))
                .hasStatusOk()
                .bodyText()
                .contains("Make an address")
                .doesNotContain("/calendar/");

        String path = made("");
        assertThat(fetch("north", path))
                .hasStatusOk()
                .bodyText()
                .contains("BEGIN:VCALENDAR", "UID:aaaaaaaaaaaaaaaa@", "DTSTART:20261123T090000Z")
                .doesNotContain("Physiotherapy");
        assertThat(get(PAGE)).bodyText().contains("Make a new address").doesNotContain(path);
        CurrentTenant.run(south(), () -> setup.switchTo(STAFF, true));
        assertThat(fetch("south", path)).as("nobody's at the other clinic").hasStatus(404);
        assertThat(fetch("north", "/calendar/" + "A".repeat(43))).hasStatus(404);
    }

    @Test
    void whereTheSectionIsOffACalendarFetchesNothing() {
        String path = made("");

        publish("", "", false);

        assertThat(fetch("north", path)).hasStatus(404);
        assertThat(get(PAGE)).hasStatus(404);
    }

    @Test
    void theSameFormSentTwiceMakesOneAndANewOneEndsTheOld() {
        String first = made("");
        assertThat(postWith("")).hasStatus(303).hasHeader("Location", PAGE);
        assertThat(fetch("north", first)).hasStatusOk();

        var instead = INSTEAD.matcher(body(get(PAGE)));
        assertThat(instead.find()).isTrue();
        String second = made(instead.group(1));
        assertThat(fetch("north", first)).hasStatus(404);
        assertThat(fetch("north", second)).hasStatusOk();
        assertThat(post(PAGE + "/removal")).hasStatus(303);
        assertThat(fetch("north", second)).hasStatus(404);
    }

    @Test
    void itShowsWhatTheAccountMaySeeNowAndEndsWithTheLastAddress() {
        String path = made("");
        run("update __tenant__.access_grant set level = 'limited'");
        assertThat(fetch("north", path)).hasStatusOk().bodyText().doesNotContain("BEGIN:VEVENT");

        run("delete from __tenant__.credential");
        assertThat(fetch("north", path)).hasStatus(404);
    }

    private String made(String instead) {
        var answer = postWith(instead);
        assertThat(answer).hasStatusOk();
        var found = ADDRESS.matcher(body(answer));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MvcTestResult postWith(String instead) {
        return mvc.post()
                .uri("https://north.anteroom.test" + PAGE)
                .header(SignedInPages.ACCOUNT, account)
                .param("instead", instead)
                .exchange();
    }

    private MvcTestResult fetch(String slug, String path) {
        return mvc.get().uri("https://" + slug + ".anteroom.test" + path).exchange();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) {
        in(north(), () -> data.sql(sql).update());
    }
}
