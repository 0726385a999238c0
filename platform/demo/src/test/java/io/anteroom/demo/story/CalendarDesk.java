package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.LocatorOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.time.LocalDate;

/** What somebody does in the calendar of Harbour Physiotherapy on one day: with two pages open, by keys, and for somebody new. */
final class CalendarDesk {

    private static final String CALENDAR = "/o/harbour/calendar";
    private static final String NEW = "/o/harbour/appointments/new";
    private static final int QUARTER_PIXELS = 24;

    private final Person staff;
    private final LocalDate day;
    private Page other;

    CalendarDesk(Person staff, LocalDate day) {
        this.staff = staff;
        this.day = day;
        this.other = staff.page();
    }

    /** On a second page, as at another desk, with the focus on the first heading. */
    void opensTheDayElsewhere() {
        staff.goesTo("app.", CALENDAR + "?day=" + day);
        other = staff.page().context().newPage();
        other.navigate(staff.page().url());
        other.locator(".cal-head a").first().focus();
    }

    /** Waits until that page shows an appointment which begins then, and its focus is where it was. */
    void seesItElsewhere(String time) {
        assertThat(other.locator(".cal-booked", new Page.LocatorOptions().setHasText(time + "\u2013")))
                .isVisible();
        assertThat(other.locator(".cal-head a").first()).isFocused();
        assertThat(other.locator("#cal-read")).containsText("Up to date");
        other.close();
    }

    /** Outside the hours, which is asked back about. */
    void booksForSomebodyNew(String time) {
        staff.goesTo("app.", NEW + "?practitioner=1&location=1&day=" + day + "&time=" + time + "&service=2");
        staff.presses("New patient");
        staff.reads("Book for a new patient");
        staff.looks("new-patient");
        staff.presses("Add patient and book");
        staff.reads("There is a problem");
        staff.looks("new-patient-with-mistakes");
        staff.types("Nell", "First name");
        staff.types("Newcomb", "Family name");
        staff.types("03/02/1991", "Date of birth");
        staff.types("nell@patients.example", "Email");
        staff.ticks("Send portal access by email");
        staff.presses("Add patient and book");
        staff.isTold("This is outside working hours");
        staff.looks("new-patient-outside");
        staff.presses("Book anyway");
        staff.isTold("Booked for Nell Newcomb");
        assertThat(staff.post().mail("nell@patients.example", "invitation").text())
                .contains("Harbour Physiotherapy");
    }

    /** The appointment at 7:15 first onto the one at 5:30, which is refused in place, then to 7:30 and back to where it is kept. */
    void movesByKeyboardAndByMouse() {
        staff.goesTo("app.", CALENDAR + "?day=" + day);
        var keyboard = staff.page().keyboard();
        at("07:15").getByRole(AriaRole.LINK).first().focus();
        keyboard.press("Tab");
        keyboard.press("Enter");
        for (int quarter = 0; quarter < 7; quarter++) {
            keyboard.press("ArrowUp");
        }
        keyboard.press("Enter");
        assertThat(staff.page().locator("#cal-bar-told")).containsText("Another appointment is there");
        looksWhileMoving();
        keyboard.press("Escape");
        assertThat(at("07:15").locator(".cal-move")).isFocused();
        keyboard.press("Enter");
        keyboard.press("ArrowDown");
        keyboard.press("Enter");
        staff.reads("Move appointment");
        staff.looks("move-by-keyboard");
        staff.presses("Move anyway");
        staff.isTold("is moved to");
        dragsUp("07:30", 2);
        staff.reads("Move appointment");
        assertThat(staff.field("Time")).hasValue("07:00");
        staff.follows("Keep it");
    }

    /** On a tablet: a finger that rests on an appointment takes it along, and nothing is scrolled or selected. */
    void movesByALongTouch() {
        staff.goesTo("app.", CALENDAR + "?day=" + day);
        at("07:30").scrollIntoViewIfNeeded();
        var box = at("07:30").boundingBox();
        var finger = staff.page().context().newCDPSession(staff.page());
        touches(finger, "touchStart", box.x + 20, box.y + 10);
        assertThat(staff.page().locator(".cal-ghost")).isVisible();
        touches(finger, "touchMove", box.x + 20, box.y + 10 - QUARTER_PIXELS);
        touches(finger, "touchMove", box.x + 20, box.y + 10 - 2 * QUARTER_PIXELS);
        touches(finger, "touchEnd");
        staff.reads("Move appointment");
        assertThat(staff.field("Time")).hasValue("07:00");
        staff.follows("Keep it");
    }

    /** At a place of the page, as x and y, or nowhere. */
    private static void touches(CDPSession finger, String what, double... place) {
        var points = new JsonArray();
        if (place.length == 2) {
            var point = new JsonObject();
            point.addProperty("x", place[0]);
            point.addProperty("y", place[1]);
            points.add(point);
        }
        var event = new JsonObject();
        event.addProperty("type", what);
        event.add("touchPoints", points);
        finger.send("Input.dispatchTouchEvent", event);
    }

    /** On a narrow screen nothing is moved in the grid, so this one is looked at as it is. */
    private void looksWhileMoving() {
        staff.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", "calendar-moving-1280.png"))
                        .setCaret(ScreenshotCaret.INITIAL));
        assertThat(new AxeBuilder(staff.page()).setLegacyMode(true).analyze().getViolations())
                .isEmpty();
    }

    private void dragsUp(String time, int quarters) {
        at(time).scrollIntoViewIfNeeded();
        var box = at(time).boundingBox();
        var mouse = staff.page().mouse();
        mouse.move(box.x + 20, box.y + 10);
        mouse.down();
        mouse.move(box.x + 25, box.y);
        mouse.move(box.x + 25, box.y + 10 - quarters * QUARTER_PIXELS);
        mouse.up();
    }

    private Locator at(String time) {
        return staff.main().locator(".cal-items > .cal-booked", new LocatorOptions().setHasText(time + "\u2013"));
    }
}
