package io.anteroom.portal.scheduling;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.portal.SignedInFixture;
import io.anteroom.tenancy.CurrentTenant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Nobody is signed in here: who has the link comes from a mail. */
class ConfirmPagesTest extends SignedInFixture {

    private static final String LINK = "/confirm/aaaaaaaaaaaaaaaa/bbbbbbbbbbbbbbbb";

    @BeforeEach
    void anAppointmentOfAnnOfWhichSheWasReminded() {
        run("""
                insert into __tenant__.location (name, street, postcode, city, country, phone, time_zone, position, version)
                values ('High <b>Street', '1 High Street', '', '', 'GB', '+442079460000', 'Europe/Berlin', 1, 0)""");
        run("""
                insert into __tenant__.service (name, description, preparation, minutes, position, version)
                values ('Physiotherapy', '', 'Bring loose clothes.', 30, 1, 0)""");
        run("insert into __tenant__.practitioner (name, title, about, position, version) values ('Pia', '', '', 1, 0)");
        run("""
                insert into __tenant__.appointment
                    (reference, attempt, service_id, practitioner_id, location_id, patient_id, state, starts_at, ends_at, occupied,
                     rules, created_at, created_by_kind, created_by, booked_at, version)
                values ('aaaaaaaaaaaaaaaa', gen_random_uuid(), 1, 1, 1, %s, 'booked', '2026-11-23T09:00Z', '2026-11-23T09:30Z',
                        '[2026-11-23T09:00Z,2026-11-23T09:30Z)',
                        '{"service": "Physiotherapy", "minutes": 30, "cancelUntilMinutes": 60, "zone": "Europe/Berlin"}', now(),
                        'staff', 'Rosa', now(), 0)""".formatted(ann));
        run("""
                insert into __tenant__.appointment_reminder
                    (appointment_id, starts_at, channel, minutes_before, due_at, state, message_id, key_hash)
                values (1, '2026-11-23T09:00Z', 'email', 1440, '2026-11-22T09:00Z', 'sent', gen_random_uuid(),
                        sha256('bbbbbbbbbbbbbbbb'))""");
    }

    @Test
    void theLinkShowsTheLeastAndChangesNothingUntilTheButtonIsPressed() {
        assertThat(fetch("north", LINK))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Will you come?",
                        "23 November 2026, 10:00",
                        "Europe/Berlin",
                        "High &lt;b&gt;Street",
                        "1 High Street")
                .contains(
                        "Yes, I’ll come",
                        "action=\"" + LINK + "\"",
                        "tel:+442079460000",
                        "020 7946 0000",
                        "/appointments/aaaaaaaaaaaaaaaa")
                .doesNotContain("Ann", "Pia", "Physiotherapy", "loose clothes");
        assertThat(state()).isEqualTo("booked");

        assertThat(send(LINK)).hasStatus(303).hasHeader("Location", LINK);
        assertThat(send(LINK)).as("twice").hasStatus(303);
        assertThat(state()).isEqualTo("confirmed");
        assertThat(fetch("north", LINK))
                .bodyText()
                .contains("Thank you, we expect you")
                .doesNotContain("<form");
    }

    @Test
    void aLinkOfATimeThatNoLongerStandsSaysSo() {
        run("update __tenant__.appointment set state = 'cancelled', cancelled_at = now(), cancelled_by_kind = 'staff',"
                + " cancelled_by = 'Rosa'");

        assertThat(fetch("north", LINK))
                .hasStatusOk()
                .bodyText()
                .contains("This time no longer stands")
                .doesNotContain("<form", "10:00");
        assertThat(send(LINK)).hasStatus(409);
        assertThat(state()).isEqualTo("cancelled");
    }

    @Test
    void whoGuessesOrComesToAnotherClinicOrAClosedSectionFindsNothing() {
        CurrentTenant.run(south(), () -> setup.switchTo(STAFF, true));
        for (String path : List.of(
                "/confirm/aaaaaaaaaaaaaaaa/cccccccccccccccc",
                "/confirm/cccccccccccccccc/bbbbbbbbbbbbbbbb",
                "/confirm/1/bbbbbbbbbbbbbbbb")) {
            assertThat(fetch("north", path)).as(path).hasStatus(404);
            assertThat(send(path)).as(path).hasStatus(404);
        }
        assertThat(fetch("south", LINK)).hasStatus(404);
        publish("", "", false);
        assertThat(fetch("north", LINK)).hasStatus(404);
        assertThat(send(LINK)).hasStatus(404);
        assertThat(state()).isEqualTo("booked");
    }

    private MvcTestResult fetch(String slug, String path) {
        return mvc.get().uri("https://" + slug + ".anteroom.test" + path).exchange();
    }

    private MvcTestResult send(String path) {
        return mvc.post().uri("https://north.anteroom.test" + path).exchange();
    }

    private String state() {
        return Objects.requireNonNull(in(
                north(),
                () -> data.sql("select state from __tenant__.appointment")
                        .query(String.class)
                        .single()));
    }

    private void run(String sql) {
        in(north(), () -> data.sql(sql).update());
    }
}
