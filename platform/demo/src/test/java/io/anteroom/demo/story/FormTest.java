package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.anteroom.demo.browser.Album;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Chloe Davies, who fills in a form on a phone, by keyboard and by touch, goes on at a desk, is signed out in the middle of it, and sends
 * it once.
 */
class FormTest {

    private static final String CHLOE = "chloe@patients.example";

    private final Album album = new Album("form-");

    @Test
    void aPatientFillsInAFormOnTwoDevicesAndLosesNothingWhenSignedOut() {
        try (var phone = Person.onAPhone(album);
                var desk = Person.atADesk(album)) {
            String form = beginsByKeyboard(phone);
            isToldWhatElseIsAsked(phone);
            goesOnElsewhere(desk, form);
            isSignedOutInTheMiddle(phone, form);
            sendsIt(phone);
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void signsIn(Person chloe) {
        chloe.goesTo("harbour.", "/");
        chloe.reads("Sign in to Harbour Physiotherapy");
        var before = chloe.post().seen();
        chloe.types(CHLOE, "Email or mobile number");
        chloe.presses("Send me a code");
        chloe.reads("Enter your code");
        chloe.types(chloe.post().newCode(CHLOE, before), "Six-digit code");
        chloe.presses("Sign in");
        chloe.reads("Hello, Chloe");
    }

    private static String beginsByKeyboard(Person chloe) {
        signsIn(chloe);
        var keyboard = new Keyboard(chloe);
        keyboard.tabsTo("More");
        keyboard.enters();
        keyboard.tabsTo("Forms");
        keyboard.enters();
        chloe.reads("To do");
        chloe.looks("list");
        keyboard.tabsTo("Before your visit");
        keyboard.enters();
        chloe.reads("Before your visit");
        String form = chloe.page().url();
        chloe.looks("start");
        keyboard.tabsTo("Start");
        keyboard.enters();
        chloe.isTold("Where does it hurt most?");
        keyboard.tabsTo("Neck or shoulder");
        chloe.page().keyboard().press("ArrowDown");
        chloe.isTold("Saved");
        keyboard.tabsTo("For how many weeks?");
        keyboard.types("six");
        keyboard.tabsTo("How did it begin?");
        chloe.isTold("Enter a whole number, like 4");
        chloe.looks("wrong");
        chloe.types("6", "For how many weeks?");
        isNotContradictedByHerself(chloe);
        keyboard.tabsTo("Save and continue");
        keyboard.enters();
        chloe.isTold("Have you had an operation?");
        return form;
    }

    /** She goes on in the same field while what she typed before is being saved, without the space at its end. */
    private static void isNotContradictedByHerself(Person chloe) {
        saves(chloe, chloe.field("For how many weeks?")::blur);
        var field = chloe.field("How did it begin?");
        saves(chloe, () -> {
            field.fill("Lifting ");
            field.dispatchEvent("change");
        });
        chloe.isTold("Saved");
        field.fill("Lifting a box.");
        Response saved = saves(chloe, field::blur);
        assertThat(saved.text()).contains("How did it begin?").doesNotContain("answered on another device");
        chloe.isTold("Saved");
    }

    /** Does something that is saved, and waits for what is said to it. */
    private static Response saves(Person chloe, Runnable act) {
        return chloe.page().waitForResponse(response -> response.url().endsWith("/saving"), act);
    }

    /** By touch. */
    private static void isToldWhatElseIsAsked(Person chloe) {
        assertThat(chloe.page().getByText("Which, and when?")).hasCount(0);
        chloe.page().getByLabel("Yes").first().tap();
        chloe.isTold("Which, and when?");
        chloe.isTold("Saved");
        chloe.looks("asked-more");
    }

    private static void goesOnElsewhere(Person chloe, String form) {
        signsIn(chloe);
        chloe.page().navigate(form);
        chloe.isTold("answers are saved");
        chloe.follows("Continue");
        chloe.isTold("Have you had an operation?");
        assertThat(chloe.page().getByLabel("Yes").first()).isChecked();
        chloe.types("Appendix, 2011", "Which, and when?");
        chloe.page().getByLabel("No").last().check();
        chloe.isTold("Saved");
        addsAFile(chloe);
        chloe.looks("other-device");
    }

    private static void addsAFile(Person chloe) {
        chloe.page().locator("button[name=attach]").click();
        chloe.reads("Add a file");
        chloe.page()
                .locator("[name=file]")
                .setInputFiles(new FilePayload(
                        "plan.txt", "text/plain", "Ibuprofen, when needed".getBytes(StandardCharsets.UTF_8)));
        chloe.looks("file");
        chloe.presses("Add the file");
        chloe.isTold("plan.txt");
        chloe.isTold("Add another file");
    }

    /** By name, which counts the same as a drawing. */
    private static void signsByKeyboard(Person chloe) {
        var keyboard = new Keyboard(chloe);
        keyboard.tabsTo("What I have said is true");
        keyboard.types("Chloe Davies");
        chloe.page().keyboard().press("Tab");
        chloe.isTold("Saved");
    }

    /** The first one is refused, as where too many are being looked at: the page that says so can be drawn on as well. */
    private static void draws(Person chloe) {
        chloe.presses("Draw it instead");
        chloe.reads("Draw your signature");
        String blank = chloe.page().content();
        chloe.presses("Sign");
        assertThat(chloe.page().locator("[data-upload-note]")).hasText("Draw your signature");
        signs(chloe);
        chloe.looks("signature");
        chloe.page()
                .route(
                        chloe.page().url(),
                        refusing -> refusing.fulfill(new Route.FulfillOptions()
                                .setStatus(422)
                                .setContentType("text/html")
                                .setBody(blank)),
                        new Page.RouteOptions().setTimes(1));
        var refused = chloe.page().locator("canvas").elementHandle();
        chloe.presses("Sign");
        chloe.page().waitForCondition(() -> !(boolean) refused.evaluate("canvas => canvas.isConnected"));
        signs(chloe);
        chloe.presses("Sign");
        chloe.isTold("Signed on");
        chloe.looks("signed");
    }

    private static void signs(Person chloe) {
        var box = chloe.page().locator("canvas").boundingBox();
        var mouse = chloe.page().mouse();
        mouse.move(box.x + 30, box.y + 60);
        mouse.down();
        mouse.move(box.x + 90, box.y + 20, new Mouse.MoveOptions().setSteps(8));
        mouse.move(box.x + 150, box.y + 80, new Mouse.MoveOptions().setSteps(8));
        mouse.move(box.x + 230, box.y + 30, new Mouse.MoveOptions().setSteps(8));
        mouse.up();
    }

    private static void isSignedOutInTheMiddle(Person chloe, String form) {
        chloe.page().context().clearCookies(new ClearCookiesOptions().setName("anteroom-portal-session"));
        chloe.page().getByLabel("Diabetes").tap();
        chloe.isTold("You have been signed out.");
        chloe.looks("signed-out");
        signsInInANewTab(chloe, form);
        assertThat(chloe.page().locator("[data-signed-out]")).isHidden();
        chloe.isTold("Saved");
        chloe.page().reload();
        assertThat(chloe.page().getByLabel("Diabetes")).isChecked();
        assertThat(chloe.field("Which, and when?")).hasValue("Appendix, 2011");
    }

    private static void signsInInANewTab(Person chloe, String form) {
        var before = chloe.post().seen();
        try (Page tab = chloe.page().context().newPage()) {
            tab.navigate(form);
            tab.getByLabel("Email or mobile number").fill(CHLOE);
            tab.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send me a code"))
                    .click();
            tab.getByLabel("Six-digit code").fill(chloe.post().newCode(CHLOE, before));
            tab.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in"))
                    .click();
            assertThat(tab.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Before your visit")))
                    .isVisible();
        }
        chloe.page().bringToFront();
    }

    private static void sendsIt(Person chloe) {
        chloe.presses("Save and continue");
        chloe.isTold("What I have said is true");
        chloe.presses("Save and continue");
        chloe.reads("Check your answers");
        chloe.presses("Send to the clinic");
        chloe.reads("There is a problem");
        chloe.isTold("Type your name to sign");
        chloe.looks("review-refused");
        chloe.page().locator(".form-said").getByText("Type your name to sign").click();
        signsByKeyboard(chloe);
        draws(chloe);
        chloe.presses("Save and continue");
        chloe.reads("Check your answers");
        chloe.looks("review");
        chloe.presses("Send to the clinic");
        chloe.isTold("The clinic has your answers");
        chloe.isTold("Lifting a box.");
        chloe.looks("sent");
        chloe.goesTo("harbour.", "/questionnaires");
        chloe.isTold("Already sent");
    }
}
