package io.anteroom.tenantadmin.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.hours.Holidays;
import io.anteroom.clinic.scheduling.hours.WorkingHours;
import io.anteroom.clinic.scheduling.setup.LocationDetails;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.PractitionerDetails;
import io.anteroom.clinic.scheduling.setup.Practitioners;
import io.anteroom.clinic.scheduling.setup.Service;
import io.anteroom.clinic.scheduling.setup.Services;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.payments.Money;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SetupPagesTest extends AppointmentPagesFixture {

    private static final String PAGE = "/o/north/settings/appointments";
    private static final Actor.Staff ROBIN = new Actor.Staff("staff-1", "Robin Desk");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Autowired
    Locations locations;

    @Autowired
    Practitioners practitioners;

    @Autowired
    Services services;

    @Autowired
    WorkingHours hours;

    @Autowired
    Holidays holidays;

    SetupPagesTest() {
        super(StaffRole.ADMIN);
    }

    @Test
    void aNewClinicIsToldWhatToDoFirst() {
        assertThat(get(PAGE)).bodyText().contains("No locations yet", PAGE + "/locations/new");
        assertThat(get(PAGE + "/practitioners")).bodyText().contains("No practitioners yet");
        assertThat(get(PAGE + "/services")).bodyText().contains("No services yet");
        assertThat(get(PAGE + "/hours")).bodyText().contains("Nobody works here yet");
        assertThat(get(PAGE + "/holidays")).bodyText().contains("No holidays ahead");
        assertThat(get(PAGE + "/locations/new"))
                .bodyText()
                .contains("<option value=\"GB\" selected>", "<option value=\"Europe/London\" selected>");
    }

    @Test
    void aLocationIsAddedChangedAndShownAtItsClinicAlone() {
        assertThat(post(PAGE + "/locations", location("High <b>Street")))
                .hasStatus(303)
                .hasHeader("Location", PAGE + "/locations/1");
        assertThat(get(PAGE)).bodyText().contains("High &lt;b&gt;Street", "Europe/London");
        assertThat(get("/o/south/settings/appointments")).bodyText().contains("No locations yet");
        assertThat(get("/o/south/settings/appointments/locations/1")).hasStatus(404);

        var changed = new ArrayList<>(location("Harbour"));
        changed.addAll(List.of("version", "0"));
        assertThat(post(PAGE + "/locations/1", changed)).hasStatus(303);
        assertThat(get(PAGE)).bodyText().contains("Harbour").doesNotContain("Street");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost() {
        assertThat(post(
                        PAGE + "/locations",
                        List.of(
                                "name",
                                "",
                                "street",
                                "1 <The> Road",
                                "country",
                                "GB",
                                "zone",
                                "Mars",
                                "phone",
                                "call me")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "href=\"#f-name\"",
                        "Enter a name, as patients know the place",
                        "Choose a time zone",
                        "Enter a phone number",
                        "value=\"1 &lt;The> Road\"",
                        "value=\"call me\"")
                .containsPattern("id=\"unsaved\" class=\"unsaved\">");
        assertThat(read(locations::all)).isEmpty();

        assertThat(post(
                        PAGE + "/services",
                        List.of("name", "Long", "minutes", "9999", "price", "abc", "deposit", "0.10")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter a whole number of minutes from 5 to 480",
                        "Enter the price as a number",
                        "Enter an amount that a card can pay",
                        "value=\"9999\"",
                        "value=\"abc\"");
        assertThat(post(PAGE + "/practitioners", List.of("name", "x".repeat(101), "staff", "nobody")))
                .hasStatus(422)
                .bodyText()
                .contains("Shorten this to 100 characters or fewer");
    }

    @Test
    void whatPatientsMayDoOnlineIsDecidedOnOnePage() {
        String page = PAGE + "/online";
        assertThat(get(page))
                .bodyText()
                .contains(
                        "Online booking",
                        "name=\"upcoming\" value=\"5\"",
                        "name=\"book\" value=\"true\" checked",
                        "no number is set yet");
        assertThat(post(page, List.of("version", "0", "upcoming", "99", "book", "true")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number of appointments from 1 to 50", "value=\"99\"");

        List<String> wanted = List.of("version", "0", "upcoming", "3", "book", "true", "move", "true");
        assertThat(post(page, wanted)).hasStatus(303);
        assertThat(post(page, wanted)).hasStatus(303);
        assertThat(get(page))
                .bodyText()
                .contains("value=\"3\"")
                .doesNotContain("name=\"cancel\" value=\"true\" checked");
        assertThat(texts("select detail::text from __tenant__.audit_entry where action = 'booking-settings-changed'"))
                .singleElement()
                .asString()
                .contains("5 → 3", "Yes → No");
        assertThat(post(page, List.of("version", "0", "upcoming", "4")))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody saved something else", "3 → 4");
        assertThat(get("/o/south/settings/appointments/online")).bodyText().contains("name=\"upcoming\" value=\"5\"");
        role = StaffRole.RECEPTIONIST;
        assertThat(get(page)).hasStatus(403);
        assertThat(post(page, wanted)).hasStatus(403);
    }

    @Test
    void whoSavesAfterSomebodyElseIsToldAndKeepsWhatTheyTyped() {
        place("High Street");
        var first = new ArrayList<>(location("Harbour"));
        first.addAll(List.of("version", "0"));
        post(PAGE + "/locations/1", first);
        var mine = new ArrayList<>(location("Main Street"));
        mine.addAll(List.of("version", "0"));

        assertThat(post(PAGE + "/locations/1", mine))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "Somebody saved something else",
                        "Harbour → Main Street",
                        "value=\"Main Street\"",
                        "name=\"version\" value=\"1\"");
    }

    @Test
    void roomsAreAddedRenamedAndTakenOutOfUse() {
        place("High Street");
        String rooms = PAGE + "/locations/1/rooms";

        assertThat(post(rooms, List.of("room", "Room 1"))).hasStatus(303);
        assertThat(post(rooms, List.of("room", "room 1")))
                .hasStatus(422)
                .bodyText()
                .contains("There is a room of this name here already", "value=\"room 1\"", "value=\"High Street\"");
        assertThat(post(rooms + "/1", List.of("room", "Studio"))).hasStatus(303);
        assertThat(post(rooms + "/1/ending", List.of())).hasStatus(303);
        assertThat(get(PAGE + "/locations/1")).bodyText().contains("Studio", "Not in use", "Use Studio again");
        assertThat(post(rooms + "/1/return", List.of())).hasStatus(303);
        assertThat(get(PAGE + "/locations/2/rooms/1")).hasStatus(404);
        assertThat(post(rooms + "/7", List.of("room", "x"))).hasStatus(404);
    }

    @Test
    void aServiceIsToldWhichQuestionnairesItAsks() {
        place("High Street");
        beth();
        post(PAGE + "/services", service("First visit", "1"));
        String page = PAGE + "/services/1/forms";
        assertThat(get(PAGE + "/services/1")).bodyText().contains("Patients are asked none", page);
        assertThat(get(page)).hasStatusOk().bodyText().contains("None is published yet", "offers no forms");
        run(Tenants.north(), """
                insert into __tenant__.questionnaire (title, state, created_at, created_by)
                values ('Pain & <more>', 'active', now(), 'test'), ('Intake', 'active', now(), 'test')""");
        run(Tenants.north(), """
                insert into __tenant__.questionnaire_version (questionnaire_id, number, title, fhir, published_at, published_by)
                select id, 1, title, '{}', now(), 'test' from __tenant__.questionnaire""");

        assertThat(get(page)).bodyText().contains("Pain &amp; &lt;more&gt;", "Before booking", "With the appointment");
        assertThat(post(page, List.of("seen", "", "ask1", "before", "ask2", "")))
                .hasStatus(303)
                .hasHeader("Location", PAGE + "/services/1");
        assertThat(get(PAGE + "/services/1"))
                .bodyText()
                .contains("Pain &amp; &lt;more&gt;")
                .doesNotContain("Intake");
        assertThat(post(page, List.of("seen", "", "ask1", "", "ask2", "after")))
                .as("by somebody who saw none of it")
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else changed this", "<option value=\"after\" selected>", "value=\"1:before\"");
        assertThat(post(page, List.of("seen", "1:before", "ask9", "after"))).hasStatus(422);
        assertThat(post(page, List.of("seen", "1:before", "ask2", "after"))).hasStatus(303);
        assertThat(post(page, List.of("seen", "2:after", "ask2", "after", "due", "31", "counts", "0")))
                .hasStatus(422)
                .bodyText()
                .contains("from 0 to 30", "from 1 to 365", "value=\"31\"");
        assertThat(post(page, List.of("seen", "2:after", "ask2", "after", "due", "3", "counts", "90")))
                .hasStatus(303);
        assertThat(get(page)).bodyText().contains("value=\"3\"", "value=\"90\"", "value=\"2:after;3,90\"");
        run(Tenants.north(), "update __tenant__.questionnaire set state = 'retired' where id = 2");
        assertThat(get(page)).bodyText().contains("Intake (retired");
        assertThat(texts(
                        "select detail::text from __tenant__.audit_entry where action = 'service-changed' order by id"))
                .hasSize(3);

        assertThat(get("/o/south/settings/appointments/services/1/forms")).hasStatus(404);
        role = StaffRole.RECEPTIONIST;
        assertThat(get(page)).hasStatus(403);
        assertThat(post(page, List.of("seen", ""))).hasStatus(403);
    }

    @Test
    void aServiceIsMadeWithByWhomAndWhere() {
        place("High Street");
        beth();
        assertThat(get(PAGE + "/services/new"))
                .bodyText()
                .containsPattern("name=\"practitioner\" value=\"1\" checked")
                .containsPattern("name=\"location\" value=\"1\" checked")
                .contains("name=\"notice\" value=\"2\"", "<option value=\"hours\" selected>");

        assertThat(post(PAGE + "/services", service("First visit", "1"))).hasStatus(303);
        Service made = read(services::all).getFirst();
        assertThat(made.details().booking().deposit()).isEqualTo(Money.of(2_000, "GBP"));
        assertThat(made.details().price()).isEqualTo(Money.of(8_450, "GBP"));
        assertThat(made.details().givers().practitioners()).containsExactly(1L);
        assertThat(get(PAGE + "/services"))
                .bodyText()
                .contains("First visit", "45 min · £84.50 · deposit £20.00 · Beth", "Booked online");
        assertThat(get(PAGE + "/services/1"))
                .bodyText()
                .contains(
                        "name=\"price\" value=\"84.50\"",
                        "name=\"deposit\" value=\"20.00\"",
                        "name=\"cancelUntil\" value=\"1\"",
                        "value=\"days\" selected");

        assertThat(post(PAGE + "/services", service("Nobody’s", ""))).hasStatus(303);
        assertThat(get(PAGE + "/services")).bodyText().contains("Nobody gives it yet");
        assertThat(post(PAGE + "/services", service("Somebody’s", "9")))
                .hasStatus(422)
                .bodyText()
                .contains("Somebody chosen here is not known", "href=\"#f-practitioner\"");
    }

    @Test
    void whatIsClosedIsAskedBackFirstAndCanComeBack() {
        place("High Street");
        beth();
        post(PAGE + "/services", service("First visit", "1"));

        for (String path : List.of("/locations/1", "/practitioners/1", "/services/1")) {
            assertThat(get(PAGE + path + "/ending"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Appointments that are booked stay");
            assertThat(post(PAGE + path + "/ending", List.of())).hasStatus(303);
            assertThat(post(PAGE + path + "/ending", List.of())).hasStatus(303);
        }
        assertThat(get(PAGE)).bodyText().contains("<h2>Closed</h2>", "Open High Street again");
        assertThat(get(PAGE + "/practitioners")).bodyText().contains("Bring Beth back");
        assertThat(get(PAGE + "/services")).bodyText().contains("Offer First visit again");
        assertThat(get(PAGE + "/hours")).bodyText().contains("Nobody works here yet");
        for (String path : List.of("/locations/1", "/practitioners/1", "/services/1")) {
            assertThat(post(PAGE + path + "/return", List.of())).hasStatus(303);
        }
        assertThat(read(locations::all).getFirst().open()).isTrue();
        assertThat(get(PAGE + "/locations/9/ending")).hasStatus(404);
        assertThat(post(PAGE + "/services/9/return", List.of())).hasStatus(404);
    }

    @Test
    void theOrderIsChangedByButtons() {
        place("One");
        place("Two");
        assertThat(get(PAGE)).bodyText().contains("aria-label=\"Move Two up\"");
        assertThat(post(PAGE + "/locations/2/place", List.of("up", "true"))).hasStatus(303);
        assertThat(read(locations::all)).extracting(one -> one.name()).containsExactly("Two", "One");
        assertThat(post(PAGE + "/locations/9/place", List.of("up", "true"))).hasStatus(404);
    }

    @Test
    void hoursAreTypedDayByDayAndPlannedFromADayOn() {
        place("High Street");
        beth();
        String week = PAGE + "/hours/1/locations/1/week";
        MvcTestResult blank = get(week);
        assertThat(blank).bodyText().contains("Europe/London", "name=\"from\" value=\"2026-11-21\"");

        assertThat(post(week, week(blank, "2026-11-21", "", "9-12, 11-14", "9-5")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the hours of Monday", "Enter the hours of Tuesday", "value=\"9-12, 11-14\"");
        assertThat(post(week, week(blank, "2026-11-21", "", "9-12, 13-17", ""))).hasStatus(303);
        assertThat(get(PAGE + "/hours"))
                .bodyText()
                .contains("High Street: Mon 09:00–12:00, 13:00–17:00", "Since 21 Nov 2026");

        assertThat(post(week, week(blank, "2026-11-21", "", "8-12", "")))
                .hasStatus(409)
                .bodyText()
                .contains("09:00–12:00, 13:00–17:00 → 08:00–12:00", "value=\"8-12\"");
        MvcTestResult again = get(week + "?plan=2026-11-21");
        assertThat(again).bodyText().contains("value=\"09:00–12:00, 13:00–17:00\"");
        assertThat(post(week, week(again, "2026-11-21", "2027-02-28", "10-12", "")))
                .hasStatus(303);
        assertThat(read(() -> hours.of(new PractitionerId(1), TODAY)))
                .hasSize(1)
                .first()
                .satisfies(plan -> assertThat(plan.until()).isEqualTo("2027-02-28"));
        assertThat(get(PAGE + "/hours/1")).bodyText().contains("21 Nov 2026 to 28 Feb 2027", "10:00–12:00");
        assertThat(get(PAGE + "/hours/1/locations/9/week")).hasStatus(404);
        assertThat(get(PAGE + "/hours/9")).hasStatus(404);
    }

    @Test
    void absencesAreAddedAndTakenBack() {
        place("High Street");
        beth();
        String days = PAGE + "/hours/1/days";

        assertThat(post(days, List.of("kind", "works", "first", "2026-12-05", "reason", "Open day")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the hours, like", "Choose where the practitioner works then", "value=\"Open day\"");
        assertThat(post(days, List.of("kind", "away", "first", "2026-12-24", "last", "2026-12-31", "reason", "Skiing")))
                .hasStatus(303);
        assertThat(get(PAGE + "/hours/1"))
                .bodyText()
                .contains("Away all day", "24 Dec 2026 to 31 Dec 2026", "Skiing", "/days/1/removal");
        assertThat(post(days + "/1/removal", List.of())).hasStatus(303);
        assertThat(post(days + "/1/removal", List.of())).hasStatus(303);
        assertThat(get(PAGE + "/hours/1")).bodyText().contains("Nothing is planned");
    }

    @Test
    void holidaysAreAddedAndTakenBack() {
        place("High Street");
        assertThat(post(PAGE + "/holidays", List.of("name", "", "first", "never")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a name, like Christmas", "Enter the first day");
        assertThat(post(PAGE + "/holidays", List.of("name", "Christmas", "first", "2026-12-25", "last", "2026-12-26")))
                .hasStatus(303);
        assertThat(post(PAGE + "/holidays", List.of("name", "Xmas", "first", "2026-12-25")))
                .hasStatus(422)
                .bodyText()
                .contains("There is a holiday then already", "value=\"Xmas\"");
        assertThat(get(PAGE + "/holidays"))
                .bodyText()
                .contains("Christmas", "25 Dec 2026 to 26 Dec 2026", "All locations");
        assertThat(post(PAGE + "/holidays/1/removal", List.of())).hasStatus(303);
        assertThat(read(() -> holidays.from(TODAY))).isEmpty();
    }

    @Test
    void aReceptionistSeesAndChangesNothing() {
        place("High Street");
        beth();
        role = StaffRole.RECEPTIONIST;

        for (String path :
                List.of("", "/locations/1", "/practitioners", "/services/new", "/hours/1", "/holidays", "/reminders")) {
            assertThat(get(PAGE + path)).hasStatus(403);
        }
        assertThat(post(PAGE + "/locations", location("Mine"))).hasStatus(403);
        assertThat(post(PAGE + "/locations/1/ending", List.of())).hasStatus(403);
        assertThat(post(PAGE + "/holidays", List.of("name", "Mine", "first", "2026-12-25")))
                .hasStatus(403);
        assertThat(post(PAGE + "/reminders", List.of("version", "0", "from", "1", "until", "2")))
                .hasStatus(403);
        assertThat(read(locations::all)).hasSize(1);
    }

    private void place(String name) {
        read(() -> locations.add(
                new LocationDetails(name, "", "", "", "GB", null, null, ZoneId.of("Europe/London")), ROBIN));
    }

    private void beth() {
        read(() -> practitioners.add(new PractitionerDetails(null, "Beth", "", ""), ROBIN));
    }

    private static List<String> location(String name) {
        return List.of("name", name, "street", "1 The Road", "country", "GB", "zone", "Europe/London");
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
                "deposit",
                "20",
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
