package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.LocatorOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.AriaRole;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Olivia Hart at the desk of Harbour Physiotherapy: her calendar, a booking of which its patient is reminded, what becomes of
 * it, the lists, the set-up.
 */
class CalendarTest {

    private static final String OLIVIA = "olivia@harbour.example";
    private static final String ANNA = "anna@patients.example";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final RunningDemo DEMO = RunningDemo.shared();
    private static final String CALENDAR = "/o/harbour/calendar";
    private static final String LIST = "/o/harbour/appointments";
    private static final String SETTINGS = "/o/harbour/settings/appointments";

    private final Album album = new Album("calendar-");

    /** Far enough ahead that there is room. */
    private final LocalDate monday =
            LocalDate.now(LONDON).plusWeeks(4).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));

    @Test
    void aDayAtTheDesk() {
        try (var olivia = Person.atADesk(album);
                var anna = Person.onAPhone(album)) {
            KeycloakDoor.signsIn(olivia, OLIVIA, CALENDAR);
            looksAtTheCalendar(olivia);
            var desk = new CalendarDesk(olivia, monday);
            desk.opensTheDayElsewhere();
            books(olivia);
            desk.seesItElsewhere("07:15");
            setsReminders(olivia);
            isRemindedAndConfirms(anna);
            findsItConfirmed(olivia);
            desk.booksForSomebodyNew("05:30");
            desk.movesByKeyboardAndByMouse();
            desk.movesByALongTouch();
            movesAndCancels(olivia);
            blocksTime(olivia);
            readsTheLists(olivia);
            setsUp(olivia);
        }
        assertThat(album.flaws()).isEmpty();
    }

    private void looksAtTheCalendar(Person olivia) {
        olivia.looks("today");
        olivia.goesTo("app.", CALENDAR + "?day=" + monday);
        olivia.isTold("Olivia Hart");
        olivia.looks("day");
        olivia.goesTo("app.", CALENDAR + "?view=week&day=" + monday);
        olivia.isTold("Mon " + monday.getDayOfMonth());
        olivia.looks("week");
        olivia.goesTo("app.", "/o/harbour");
        olivia.isTold("Appointments by week");
        olivia.looks("home");
    }

    private void books(Person olivia) {
        olivia.goesTo("app.", LIST + "/new?practitioner=1&location=1&day=" + monday + "&time=08:05&service=2");
        olivia.reads("Book appointment");
        olivia.types("bell", "Whom is it for?");
        olivia.presses("Search");
        olivia.looks("whom");
        olivia.presses("Choose Bell, Anna");
        olivia.isTold("For Anna Bell");
        olivia.looks("book");
        olivia.types("25 o’clock", "Time");
        olivia.presses("Book");
        olivia.reads("There is a problem");
        olivia.looks("book-with-mistakes");
        olivia.types("7:15", "Time");
        olivia.main().locator("button.btn-primary").click();
        olivia.isTold("This is outside working hours");
        olivia.looks("book-outside");
        olivia.presses("Book anyway");
        olivia.isTold("Booked for Anna Bell");
    }

    /** At any hour, since nobody knows when this test runs. */
    private static void setsReminders(Person olivia) {
        olivia.goesTo("app.", SETTINGS + "/reminders");
        olivia.reads("Quiet hours");
        olivia.looks("settings-reminders");
        olivia.types("", "From");
        olivia.types("", "Until");
        olivia.presses("Save");
        olivia.isTold("Quiet hours saved");
        olivia.goesTo("app.", SETTINGS + "/services/2");
        assertThat(olivia.main().locator("[name=reminder4Way]")).isHidden();
        olivia.main().locator("[name=reminder3Way]").selectOption("email");
        olivia.main().locator("[name=reminder3]").fill("5");
        olivia.main().locator("[name=reminder3Unit]").selectOption("days");
        olivia.presses("Save");
        olivia.goesTo("app.", SETTINGS + "/reminders");
        olivia.isTold("email 5 days before");
    }

    private void isRemindedAndConfirms(Person anna) {
        fiveDaysBefore();
        var inbox = new Inbox(anna);
        inbox.opensAndLooks(
                ANNA,
                "Reminder: your appointment at Harbour Physiotherapy on "
                        + DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).format(monday),
                "reminder");
        inbox.follows("/confirm/");
        anna.reads("Will you come?");
        anna.looks("confirm");
        anna.presses("Yes, I’ll come");
        anna.reads("Thank you, we expect you");
        anna.looks("confirmed");
    }

    /** The worker takes the reminder for due. */
    private void fiveDaysBefore() {
        var application = DEMO.application();
        CurrentTenant.run(
                DEMO.tenant("harbour"),
                () -> application.getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
                    var reminder = application
                            .getBean(JdbcClient.class)
                            .sql("""
                                    insert into __tenant__.appointment_reminder as r
                                           (appointment_id, starts_at, channel, minutes_before, due_at, state)
                                    select a.id, a.starts_at, 'email', 7200, now(), 'due' from __tenant__.appointment a
                                      join __tenant__.patient p on p.id = a.patient_id
                                     where a.starts_at = cast(:start as timestamptz) and a.state = 'booked' and p.email = :email
                                    on conflict (appointment_id, starts_at, channel, minutes_before) do update set state = 'due'
                                    returning r.appointment_id || ':' || cast(extract(epoch from r.starts_at) as bigint)
                                              || ':email:7200'""")
                            .param(
                                    "start",
                                    monday.atTime(7, 15)
                                            .atZone(LONDON)
                                            .toInstant()
                                            .toString())
                            .param("email", ANNA)
                            .query(String.class)
                            .single();
                    application.getBean(WorkQueue.class).add("appointment-reminder", reminder);
                }));
    }

    private void findsItConfirmed(Person olivia) {
        olivia.goesTo("app.", CALENDAR + "?day=" + monday);
        opensTheOneAt(olivia, "07:15");
        olivia.isTold("Confirmed");
        olivia.isTold("Reminder, 5 days before");
        olivia.looks("confirmed-by-the-patient");
    }

    private void movesAndCancels(Person olivia) {
        olivia.goesTo("app.", CALENDAR + "?day=" + monday);
        opensTheOneAt(olivia, "07:30");
        olivia.looks("appointment");
        olivia.follows("Move");
        olivia.reads("Move appointment");
        olivia.looks("move");
        olivia.types("6:30", "Time");
        olivia.main().locator("button.btn-primary").click();
        olivia.presses("Move anyway");
        olivia.isTold("is moved to");
        opensTheOneAt(olivia, "06:30");
        olivia.presses("Confirmed by the patient");
        olivia.isTold("Confirmed");
        olivia.follows("Cancel appointment");
        olivia.reads("Cancel this appointment?");
        olivia.looks("cancel");
        olivia.types("We are closed that morning.", "What the patient is told");
        olivia.presses("Cancel appointment");
        olivia.isTold("We are closed that morning.");
        olivia.looks("cancelled");
        olivia.follows("Anna Bell");
        olivia.follows("Appointments");
        olivia.reads("Ahead");
        olivia.looks("of-a-patient");
    }

    private static void opensTheOneAt(Person olivia, String time) {
        olivia.main()
                .locator(".cal-items > .cal-booked", new LocatorOptions().setHasText(time + "\u2013"))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        olivia.reads("Anna Bell");
    }

    private void blocksTime(Person olivia) {
        olivia.goesTo("app.", CALENDAR + "/blocks/new?day=" + monday);
        olivia.reads("Block time");
        olivia.types("lunch", "Hours");
        olivia.presses("Block");
        olivia.reads("There is a problem");
        olivia.looks("block-with-mistakes");
        olivia.types("12:30-13:30", "Hours");
        olivia.types("Lunch with the team", "Reason");
        olivia.main().locator("button.btn-primary").click();
        olivia.isTold("Time blocked");
        olivia.looks("blocked");
        olivia.presses("Unblock");
        olivia.isTold("Time freed");
    }

    private void readsTheLists(Person olivia) {
        olivia.goesTo("app.", LIST);
        olivia.reads("Today’s appointments");
        olivia.looks("list-today");
        olivia.goesTo("app.", LIST + "?show=missed&from=" + monday.minusWeeks(16) + "&until=" + monday);
        olivia.isTold("Did not come");
        olivia.looks("list-missed");
        olivia.goesTo("app.", LIST + "?show=to-match");
        olivia.isTold("Nothing here");
        olivia.looks("list-to-match");
        olivia.goesTo("app.", LIST + "/waitlist");
        olivia.reads("Waitlist");
        olivia.isTold("Ben Carter");
        olivia.looks("waitlist");
        olivia.goesTo("app.", LIST + "?show=to-match");
        var file = olivia.page().waitForDownload(() -> olivia.presses("Download as CSV"));
        assertThat(file.suggestedFilename()).isEqualTo("appointments.csv");
        assertThat(olivia.main()).not().containsText("problem");
    }

    private static void setsUp(Person olivia) {
        for (String page : new String[] {
            "",
            "/locations/1",
            "/locations/new",
            "/practitioners",
            "/practitioners/1",
            "/services",
            "/services/1",
            "/services/new",
            "/hours",
            "/hours/1",
            "/hours/1/locations/1/week",
            "/holidays",
            "/online",
            "/waitlist"
        }) {
            olivia.goesTo("app.", SETTINGS + page);
            assertThat(olivia.main()).isVisible();
            olivia.looks("settings" + page.replace('/', '-'));
        }
        olivia.page().setViewportSize(390, 844);
        olivia.goesTo("app.", SETTINGS + "/waitlist");
        assertThat(olivia.main().locator(".tabs [aria-current]")).isInViewport(new IsInViewportOptions().setRatio(0.9));
    }
}
