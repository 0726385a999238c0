package io.anteroom.portal.home;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.StatementCount;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
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
    void formsComeFirstThenWhatIsToBePaidWithOneMainButton() {
        offering(EnumSet.of(Section.APPOINTMENTS, Section.INVOICES, Section.QUESTIONNAIRES));
        InvoiceId invoice = sent(north(), ann, 8_450, LocalDate.of(2026, 11, 23));
        booked(ann, "2026-11-24T09:00Z", "booked");
        for (int i = 1; i <= 4; i++) {
            form("Form " + i, "2026-11-2" + (9 - i), "not_started", "by_hand");
        }
        form("Only looked at", "2026-11-21", "not_started", "before_booking");
        form("Theirs", "2026-11-20T09:00Z", "in_progress", "by_hand");
        statements.reset();

        String page = page();

        assertThat(statements.statements())
                .filteredOn(sql -> sql.contains("questionnaire"))
                .singleElement()
                .asString()
                .contains("invoice", "appointment");
        assertThat(page)
                .contains("There are 6 things to do.", "2 more forms to fill in", "Overdue", "Fill in Theirs")
                .doesNotContain("Only looked at", "Form 1", "Form 2");
        assertThat(page.indexOf("Theirs")).isLessThan(page.indexOf("Form 4"));
        assertThat(page.indexOf("Form 3")).isLessThan(page.indexOf("/invoices/" + invoice + "\""));
        assertThat(page.split("btn-primary", -1)).as("one main button").hasSize(2);

        offering(EnumSet.of(Section.APPOINTMENTS, Section.INVOICES));
        assertThat(page()).as("the clinic offers none").doesNotContain("Form 3");
        offering(EnumSet.of(Section.APPOINTMENTS, Section.INVOICES, Section.QUESTIONNAIRES));
        change("update __tenant__.access_grant set scope = array['money']");
        assertThat(page()).doesNotContain("Form 3");
    }

    private void offering(Set<Section> sections) {
        PortalDesign plain = PortalDesign.plain("North Clinic");
        var design = new PortalDesign("North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, sections);
        CurrentTenant.run(north(), () -> setup.publish(STAFF, design));
    }

    private void form(String title, String due, String state, String why) {
        change("""
                with q as (insert into __tenant__.questionnaire (title, state, created_at, created_by)
                           values ('%1$s', 'active', now(), 'test') returning id),
                     v as (insert into __tenant__.questionnaire_version
                               (questionnaire_id, number, title, fhir, published_at, published_by)
                           select id, 1, '%1$s', '{}', now(), 'test' from q returning id)
                insert into __tenant__.questionnaire_assignment
                    (reference, version_id, patient_id, why, state, due_at, assigned_at, assigned_by, started_at)
                select translate(substr(md5('%1$s'), 1, 16), '0189', 'wxyz'), id, %2$s, '%5$s', '%4$s', '%3$s', now(), 'Rosa',
                       case when '%4$s' = 'in_progress' then now() end from v""".formatted(title, ann, due, state, why));
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
