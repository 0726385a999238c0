package io.anteroom.tenantadmin.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.testing.Tenants;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class NewPatientBookingPagesTest extends AppointmentPagesFixture {

    private static final String NEW = "/o/north/appointments/new";
    private static final String PAGE = NEW + "/patient";
    private static final String TIME = "?practitioner=1&location=1&day=2026-11-23&time=09:30&service=1";

    @Autowired
    PortalSetup portal;

    NewPatientBookingPagesTest() {
        super(StaffRole.RECEPTIONIST);
    }

    @BeforeEach
    void aPracticeInTheNorth() {
        for (String statement : List.of(
                "insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)"
                        + " values ('High Street', '', '', '', 'GB', 'Europe/London', 1, 0)",
                "insert into __tenant__.practitioner (name, title, about, position, version) values ('Beth', '', '', 1, 0)",
                "insert into __tenant__.service (name, description, preparation, minutes, position, version)"
                        + " values ('First visit', '', '', 45, 1, 0)",
                "insert into __tenant__.service_practitioner (service_id, practitioner_id) values (1, 1)",
                "insert into __tenant__.service_location (service_id, location_id) values (1, 1)",
                "insert into __tenant__.working_hours (practitioner_id, location_id, weekday, from_time, until_time,"
                        + " valid_from) values (1, 1, 1, '09:00', '17:00', '2020-01-01')")) {
            sql(statement);
        }
        in(Tenants.north(), () -> {
            portal.switchTo(new Actor.Staff("ada", "Ada Admin"), true);
            return true;
        });
    }

    @Test
    void theBookingWindowLeadsToAFormThatKeepsTheTimeThatWasChosen() {
        assertThat(get(NEW + TIME))
                .bodyText()
                .contains("formaction=\"" + PAGE + "\"", "New patient", "name=\"time\" value=\"09:30\"");
        assertThat(get(PAGE + TIME))
                .bodyText()
                .contains(
                        "Book for a new patient",
                        "Send portal access by email",
                        "Send portal access by SMS",
                        "Give access to someone other than the patient",
                        "value=\"09:30\"",
                        "value=\"2026-11-23\"",
                        "<option value=\"1\" selected>First visit, 45 min");
    }

    @Test
    void somebodyNewIsAddedBookedAndInvitedOnceHoweverOftenTheFormIsSent() {
        List<String> wanted = wanted(get(PAGE + TIME), "09:30", "inviteByEmail", "true", "email", "mia@example.org");

        assertThat(post(PAGE, wanted)).hasStatus(303).hasHeader("Location", "/o/north/calendar?day=2026-11-23");
        assertThat(post(PAGE, wanted)).hasStatus(303);
        assertThat(get("/o/north/calendar?day=2026-11-23")).bodyText().contains("09:30–10:15", "Mia Moss");
        assertThat(made()).containsExactly("1 1 1");
        assertThat(texts("select action from __tenant__.audit_entry order by id"))
                .contains("patient-created", "invitation-sent", "appointment-booked");
    }

    @Test
    void somebodyElseIsInvitedToLookAfterTheRecord() {
        MvcTestResult form = get(PAGE + TIME);
        List<String> other = wanted(form, "09:30", "inviteOther", "true", "inviteByEmail", "true");

        assertThat(post(PAGE, other))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the person’s name", "Enter the email address to send it to", "value=\"Moss\"");
        assertThat(made()).containsExactly("0 0 0");
        other.addAll(List.of(
                "inviteName",
                "Nora Moss",
                "inviteRelationship",
                "parent",
                "inviteEmail",
                "nora@example.org",
                "inviteLevel",
                "full",
                "inviteBookings",
                "true"));
        assertThat(post(PAGE, other)).hasStatus(303);
        assertThat(texts("select person_name || ' ' || email from __tenant__.invitation"))
                .containsExactly("Nora Moss nora@example.org");
    }

    @Test
    void whoNamesSomebodyElseIsAskedHowTheInvitationIsSent() {
        List<String> other = wanted(get(PAGE + TIME), "09:30", "inviteOther", "true", "inviteName", "Nora Moss");
        other.addAll(List.of("inviteRelationship", "parent", "inviteEmail", "nora@example.org", "inviteMoney", "true"));

        assertThat(post(PAGE, other))
                .hasStatus(422)
                .bodyText()
                .contains("Choose how the invitation is sent", "value=\"nora@example.org\"");
        assertThat(made()).containsExactly("0 0 0");
    }

    @Test
    void theNameThatWasLookedForInVainStandsInTheForm() {
        assertThat(get(PAGE + TIME + "&q=mia%20de%20la%20Cruz"))
                .bodyText()
                .contains("name=\"givenName\" value=\"mia de la\"", "name=\"familyName\" value=\"Cruz\"");
        assertThat(get(PAGE + TIME + "&q=Moss,%20Mia"))
                .bodyText()
                .contains("name=\"givenName\" value=\"Mia\"", "name=\"familyName\" value=\"Moss\"");
        assertThat(get(PAGE + TIME + "&q=27/3/1980")).bodyText().contains("name=\"familyName\" value=\"\"");
    }

    @Test
    void whereTheTimeIsTakenNobodyIsAddedOrInvited() {
        assertThat(post(PAGE, wanted(get(PAGE + TIME), "09:30"))).hasStatus(303);
        List<String> second = wanted(
                get(PAGE + TIME), "10:00", "givenName", "Noah", "inviteByEmail", "true", "email", "noah@example.org");

        assertThat(post(PAGE, second))
                .hasStatus(409)
                .bodyText()
                .contains("Another appointment is there by now", "value=\"Noah\"", "value=\"noah@example.org\"");
        assertThat(made()).containsExactly("1 1 0");
        assertThat(texts("select action from __tenant__.audit_entry where action = 'invitation-sent'"))
                .isEmpty();
    }

    @Test
    void patientsOfThatNameAndBirthDateAreShownFirst() {
        assertThat(post(PAGE, wanted(get(PAGE + TIME), "09:30"))).hasStatus(303);
        List<String> again = wanted(get(PAGE + TIME), "11:00");

        assertThat(post(PAGE, again))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "There is a patient",
                        "Nothing was added or booked yet",
                        NEW
                                + "?patient=1&amp;service=1&amp;practitioner=1&amp;location=1&amp;day=2026-11-23&amp;time=11%3A00");
        assertThat(made()).containsExactly("1 1 0");
        again.addAll(List.of("another", "true"));
        assertThat(post(PAGE, again)).hasStatus(303);
        assertThat(made()).containsExactly("2 2 0");
    }

    @Test
    void aTimeOutsideTheHoursIsAskedBackAndAllThatIsWrongSaidAtOnce() {
        MvcTestResult asked = post(PAGE, wanted(get(PAGE + TIME), "18:00"));
        assertThat(asked).hasStatus(409).bodyText().contains("outside working hours", "Book anyway", "value=\"Moss\"");
        assertThat(made()).containsExactly("0 0 0");
        List<String> meant = wanted(asked, "18:00");
        meant.addAll(List.of("anyway", "true"));
        assertThat(post(PAGE, meant)).hasStatus(303);

        assertThat(post(PAGE, List.of("email", "nobody", "inviteBySms", "true")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter the family name",
                        "Enter the mobile number to send it to",
                        "Choose a service",
                        "Enter the time it starts");
        assertThat(made()).containsExactly("1 1 0");
    }

    @Test
    void whoMayNotInviteIsOfferedNoInvitationAndWhoMayNotBookNothing() {
        role = StaffRole.BILLING;
        assertThat(get(PAGE)).hasStatus(403);
        assertThat(post(PAGE, List.of("familyName", "Moss"))).hasStatus(403);
        assertThat(made()).containsExactly("0 0 0");
    }

    /** How many patients, appointments and invitations there are. */
    private List<String> made() {
        return texts(
                "select (select count(*) from __tenant__.patient) || ' ' || (select count(*) from __tenant__.appointment)"
                        + " || ' ' || (select count(*) from __tenant__.invitation)");
    }

    /** Mia Moss, unless {@code more} says otherwise. */
    private static List<String> wanted(MvcTestResult form, String time, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of(
                "attempt",
                hidden(form, "attempt"),
                "givenName",
                "Mia",
                "familyName",
                "Moss",
                "birthDate",
                "03/02/1991",
                "service",
                "1",
                "practitioner",
                "1",
                "location",
                "1",
                "day",
                "2026-11-23",
                "time",
                time));
        return all;
    }
}
