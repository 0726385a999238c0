package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Links and QR codes on a patient's record, and the poster. */
final class WaysIn {

    private final Person staff;
    private final String clinic;

    WaysIn(Person staff, String clinic) {
        this.staff = staff;
        this.clinic = clinic;
    }

    /** As one of the demo's people who works there. */
    void signsIn(String email) {
        KeycloakDoor.signsIn(staff, email, "/o/" + clinic + "/patients");
    }

    void addsAPatient(String given, String family, String born) {
        staff.goesTo("app.", "/o/" + clinic + "/patients/new");
        staff.types(given, "First name");
        staff.types(family, "Family name");
        staff.types(born, "Date of birth");
        staff.presses("Add patient");
        staff.isTold("Patient added");
    }

    /** Gives what the page's QR code leads to, as a camera reads it. */
    String makesALink(String name) {
        opensTheTab(name);
        staff.looks("record-links");
        staff.presses("Make a link");
        staff.reads("Link for " + name);
        staff.looks("link-made");
        return theLink();
    }

    String makesAnAccessLink(String name) {
        opensTheTab(name);
        staff.page().getByLabel(Pattern.compile("^\\s*Access link:")).check();
        staff.presses("Make a link");
        staff.reads("Link for " + name);
        return theLink();
    }

    /** The tab of the record that is open, or found by the name. */
    void opensTheTab(String name) {
        staff.goesTo("app.", "/o/" + clinic + "/patients?q=" + name.replace(' ', '+'));
        staff.main().locator("tbody a").first().click();
        staff.follows("Online access");
        staff.reads("Links for the patient");
    }

    void letsPeopleOpenAccounts() {
        staff.goesTo("app.", "/o/" + clinic + "/settings/authentication");
        staff.reads("Patient Authentication");
        staff.ticks("People may open an account themselves");
        staff.presses("Save");
        staff.isTold("Saved");
    }

    /** From the list of requests to the record that agrees. */
    void joins(String name) {
        opensTheTab(name);
        staff.isTold("Possible match");
        staff.looks("possible-match");
        staff.goesTo("app.", "/o/" + clinic + "/patients");
        staff.follows("Requests to match");
        staff.reads("Requests to match");
        staff.looks("requests");
        staff.follows(name);
        staff.reads("Possible matches");
        staff.looks("request");
        staff.presses("Join to " + name);
        staff.isTold("Joined, with limited access");
    }

    private String theLink() {
        var scanned = scans();
        assertThat(scanned)
                .isEqualTo(staff.page().locator("#link-made").textContent().strip());
        return scanned;
    }

    /** The poster's code leads to the portal, also from a screen as wide as a phone. */
    String scansThePoster() {
        staff.goesTo("app.", "/o/" + clinic + "/portal-poster");
        staff.reads("Your patient portal");
        staff.looks("poster");
        return scans();
    }

    private String scans() {
        var picture = staff.page().locator("svg.qr").screenshot();
        try {
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (ReaderException unreadable) {
            throw new AssertionError("No camera reads this", unreadable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
