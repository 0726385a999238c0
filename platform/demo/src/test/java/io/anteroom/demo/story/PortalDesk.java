package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Settings > Patient Portal: its look, its sections, and its switch. */
final class PortalDesk {

    private final Person staff;

    PortalDesk(Person staff) {
        this.staff = staff;
    }

    void opens() {
        staff.follows("Make the portal yours");
        staff.reads("Patient Portal");
        staff.looks("portal-settings");
    }

    /** Too light a colour is said at once, with one that would do. */
    void chasesAColour() {
        staff.types("#f5d76e", "Main colour");
        assertThat(staff.main()).containsText("Main colour is too light");
        staff.looks("portal-settings-too-light");
        staff.presses("Use it");
        assertThat(staff.main()).containsText("Main colour is easy to tell from the page");
    }

    void brands() {
        staff.types("Elm Tree Practice", "Name patients know you by");
        staff.field("Logo").setInputFiles(new FilePayload("logo.png", "image/png", logo()));
        staff.types("#2e5e4e", "Main colour");
        staff.types("#a4512b", "Second colour");
        staff.types("Welcome to Elm Tree. Your invoices are here.", "Welcome text");
        staff.types("020 7946 0456", "Phone");
        staff.types("hello@elm.example", "Email");
        staff.types("3 Elm Lane\nLondon N1 1AA", "Address");
        staff.types("We keep what we need for your treatment.", "Privacy text");
        assertThat(staff.page().locator(".preview-frame"))
                .hasAttribute("srcdoc", Pattern.compile("Welcome to Elm Tree"));
        staff.presses("Save draft");
        staff.isTold("Draft saved");
        assertThat(staff.page().getByAltText("Your logo now")).isVisible();
        staff.looks("portal-settings-draft");
    }

    void publishesItsSections() {
        var notYet = staff.page().locator("#sections input:not(:checked)");
        assertThat(notYet).hasCount(3);
        while (notYet.count() > 0) {
            notYet.first().check();
        }
        staff.presses("Publish");
        staff.isTold("Published. Patients see it now");
    }

    void switchesItOn() {
        staff.presses("Switch on");
        staff.isTold("The portal is on");
        staff.looks("portal-settings-on");
    }

    private static byte[] logo() {
        var image = new BufferedImage(360, 96, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x2e5e4e));
        pen.fillOval(8, 8, 80, 80);
        pen.fillRect(104, 32, 248, 32);
        pen.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }
}
