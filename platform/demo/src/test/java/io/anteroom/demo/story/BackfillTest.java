package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.anteroom.demo.browser.Album;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BackfillTest {

    private static final String CREDENTIALS = "/o/sakura/settings/authentication/credentials";

    private static final String LONG_ADDRESS =
            "maximiliana.wolfeschlegelsteinhausenbergerdorff@a-hospital-with-a-long-name.example";

    private static final String FILE = """
            First name,Surname,Date of birth,Email,Mobile
            Mio,Mori,1985-03-14,mio@mori.example,090-1234-5601
            Ren,Mori,2016-11-02,family@mori.example,
            Sho,Mori,2018-11-02,family@mori.example,
            Maximiliana-Theodora,Wolfeschlegelsteinhausenbergerdorff-Konstantinopolska,1979-01-30,%s,
            """.formatted(LONG_ADDRESS);

    private final Album album = new Album("backfill-");

    @Test
    void staffSetCredentialsForAllPatientsFindThemAndTakeThemBack() {
        try (var staff = Person.atADesk(album)) {
            KeycloakDoor.signsIn(staff, "kenji@sakura.example", CREDENTIALS);
            imports(staff);
            looks(staff);
            var credentials = sets(staff);
            finds(staff);
            takesBack(staff, credentials);
            looksSomebodyUpWithoutAMouse(staff);
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void imports(Person staff) {
        staff.goesTo("app.", "/o/sakura/patients/import");
        staff.field("CSV file")
                .setInputFiles(new FilePayload("mori.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        staff.presses("Continue");
        staff.presses("Check the rows");
        staff.reads("Check before importing");
        staff.presses("Import 4 patients");
        staff.reads("4 patients imported");
    }

    private static void looks(Person staff) {
        staff.goesTo("app.", CREDENTIALS);
        staff.looks("list");
        staff.follows("Set credentials for all patients");
        staff.reads("Set credentials for all patients");
        staff.looks("front");
        staff.presses("Look through the records");
        staff.reads("Check before setting credentials");
        staff.isTold("Mori, Mio");
        staff.looks("preview");
        staff.follows("Shared");
        staff.isTold("Mori, Ren");
    }

    /** Sets those of this story's patients, and of whom another story left in this clinic, and returns how many that are. */
    private static String sets(Person staff) {
        var set = staff.main()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("Set \\d+ credentials")));
        var credentials = set.first().innerText().replaceAll("\\D", "");
        assertThat(Integer.parseInt(credentials)).isGreaterThanOrEqualTo(3);
        set.first().click();
        staff.reads(credentials + " credentials set");
        staff.looks("report");
        return credentials;
    }

    private static void finds(Person staff) {
        staff.goesTo("app.", CREDENTIALS);
        staff.looks("long");
        staff.types("mio", "Find an account");
        assertThat(staff.main().getByRole(AriaRole.ROW)).hasCount(2);
        staff.looks("found");
        staff.page().keyboard().press("ArrowDown");
        staff.page().keyboard().press("Enter");
        staff.reads("Mio Mori");
        assertThat(staff.field("Email")).hasValue("mio@mori.example");
        staff.looks("panel");
        staff.follows("Locked");
        staff.isTold("Nobody found");
        staff.looks("nobody");
        staff.goesTo("app.", CREDENTIALS);
        staff.follows("No credentials");
        staff.isTold("Mori, Sho");
        staff.looks("no-credentials");
    }

    /** By the search of everything, its arrow keys, and the tabs of the record. */
    private static void looksSomebodyUpWithoutAMouse(Person staff) {
        var keyboard = new Keyboard(staff);
        staff.page().keyboard().press("Control+k");
        keyboard.types("mio mori");
        assertThat(staff.page().locator("#staff-found a").first()).isVisible();
        staff.page().keyboard().press("ArrowDown");
        keyboard.enters();
        staff.reads("Mio Mori");
        keyboard.tabsTo("Online access");
        keyboard.enters();
        staff.reads("Credentials");
    }

    private static void takesBack(Person staff, String credentials) {
        staff.goesTo("app.", CREDENTIALS + "/backfill");
        staff.main().getByRole(AriaRole.ROW).nth(1).getByRole(AriaRole.LINK).click();
        staff.follows("Take back");
        staff.reads("Take back what nobody has used?");
        staff.looks("undo");
        staff.presses("Take back");
        staff.reads(credentials + " credentials taken back");
        staff.looks("undone");
        staff.goesTo("app.", CREDENTIALS + "?q=mio");
        staff.isTold("Nobody found");
    }
}
