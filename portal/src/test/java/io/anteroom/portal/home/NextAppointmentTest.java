package io.anteroom.portal.home;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.testing.StatementCount;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clock stands on Saturday, 21 November 2026. */
class NextAppointmentTest extends SignedInFixture {

    @Autowired
    StatementCount statements;

    @BeforeEach
    void aPractice() {
        change("update __tenant__.access_grant set scope = array['bookings', 'money']");
        change("""
                insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)
                values ('High Street', '1 High Street', 'N1 1AA', 'London', 'GB', 'Europe/London', 1, 0)""");
        change("""
                insert into __tenant__.service (name, description, preparation, minutes, position, version)
                values ('Physiotherapy', '', '', 30, 1, 0)""");
        change("""
                insert into __tenant__.practitioner (name, title, about, position, version)
                values ('Pia Hands', 'Physiotherapist', '', 1, 0)""");
    }

    @Test
    void theNextAppointmentIsOnThePageWithItsPlaceAndAWayToChangeIt() {
        booked(ann, "2026-12-10T09:00Z", "booked");
        booked(ann, "2026-11-24T09:00Z", "confirmed");
        booked(ann, "2026-11-23T09:00Z", "cancelled");
        booked(ann, "2026-11-20T09:00Z", "completed");

        assertThat(page())
                .contains("Your next appointment:", "Tuesday, 24 November 2026", "Confirmed")
                .contains("Physiotherapy, with Pia Hands, Physiotherapist", "High Street, 1 High Street, N1 1AA London")
                .contains("aria-label=\"Change the appointment\">Change</a>")
                .doesNotContain("10 December", "23 November", "20 November", "Nothing to do");
    }

    @Test
    void itStandsAmongTheInvoicesByItsDay() {
        InvoiceId sooner = sent(north(), ann, 8_450, LocalDate.of(2026, 11, 23));
        InvoiceId later = sent(north(), ann, 12_000, LocalDate.of(2026, 12, 24));
        booked(ann, "2026-11-24T09:00Z", "booked");

        String page = page();

        assertThat(page).contains("There are 2 things to do.");
        assertThat(page.indexOf("next-appointment"))
                .isBetween(page.indexOf("/invoices/" + sooner + "\""), page.indexOf("/invoices/" + later + "\""));
        assertThat(page.split("btn-primary", -1)).as("one main button").hasSize(2);
    }

    @Test
    void bothAreReadInOneStatement() {
        sent(north(), ann, 8_450, LocalDate.of(2026, 11, 23));
        booked(ann, "2026-11-24T09:00Z", "booked");
        page();
        statements.reset();
        page();

        assertThat(statements.statements())
                .filteredOn(sql -> sql.contains("invoice"))
                .hasSize(1);
        assertThat(statements.statements())
                .filteredOn(sql -> sql.contains("appointment"))
                .singleElement()
                .asString()
                .contains("invoice");
    }

    @Test
    void anothersAppointmentAndWhatAccessDoesNotReachAreNotThere() {
        booked(patient(north(), "Bob"), "2026-11-24T09:00Z", "booked");
        assertThat(page()).contains("Nothing to do").doesNotContain("next-appointment");

        booked(ann, "2026-11-25T09:00Z", "booked");
        assertThat(page()).contains("next-appointment");
        change("update __tenant__.access_grant set scope = array['money']");
        assertThat(page()).contains("Nothing to do").doesNotContain("next-appointment");
        change("update __tenant__.access_grant set scope = array['bookings', 'money'], level = 'limited'");
        assertThat(page()).doesNotContain("next-appointment");
    }

    @Test
    void ofWhatTheAccountBookedItselfLimitedAccessShowsTheNextOne() {
        booked(ann, "2026-11-24T09:00Z", "booked");
        change("update __tenant__.access_grant set level = 'limited'");
        change("update __tenant__.appointment set account_id = " + account);

        assertThat(page()).contains("next-appointment").doesNotContain("Nothing to show yet");
    }

    @Test
    void whereTheSectionIsOffItIsNotThere() {
        booked(ann, "2026-11-24T09:00Z", "booked");
        publish("", "", false);

        assertThat(page()).contains("Nothing to do").doesNotContain("next-appointment");
    }

    private void booked(PatientId patient, String start, String state) {
        change("""
                insert into __tenant__.appointment
                    (reference, attempt, service_id, practitioner_id, location_id, patient_id, state, starts_at, ends_at, occupied,
                     rules, created_at, created_by_kind, created_by, booked_at, cancelled_at, cancelled_by_kind, cancelled_by, version)
                select translate(substr(md5('%1$s'), 1, 16), '0189', 'wxyz'), '%2$s', 1, 1, 1, %3$s, '%4$s', at,
                       at + interval '30 minutes', tstzrange(at, at + interval '30 minutes'),
                       '{"service": "Physiotherapy", "minutes": 30, "cancelUntilMinutes": 60, "zone": "Europe/London"}', now(),
                       'staff', 'Rosa', now(), case when '%4$s' = 'cancelled' then now() end,
                       case when '%4$s' = 'cancelled' then 'staff' end, case when '%4$s' = 'cancelled' then 'Rosa' end, 0
                  from (select cast('%1$s' as timestamptz) as at) day""".formatted(start, UUID.randomUUID(), patient, state));
    }

    private void change(String statement) {
        in(north(), () -> data.sql(statement).update());
    }

    private String page() {
        var answer = get("/");
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
