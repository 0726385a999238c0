package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Petra Vale, who cares for two patients of Harbour Physiotherapy, until one of them ends it; and Paula Vale, a parent, until
 * the clinic does. Leaves the clinic on family
 * accounts, on which all that other stories do there works as well.
 */
class FamilyTest {

    private static final String HARBOUR = "harbour.";
    private static final String OLIVIA = "olivia@harbour.example";
    private static final String PETRA = "petra@families.example";
    private static final String PAULA = "paula@families.example";

    private static final RunningDemo DEMO = RunningDemo.shared();

    private final NewPatient bruno = NewPatient.at(DEMO, "Bruno");
    private final NewPatient celia = NewPatient.at(DEMO, "Celia");
    private final Album album = new Album("family-");

    @Test
    void aCarerChoosesForWhomToActAndSwitchesUntilAPatientEndsIt() {
        try (var olivia = Person.atADesk(album);
                var petra = Person.onAPhone(album);
                var phone = Person.onAPhone(album)) {
            KeycloakDoor.signsIn(olivia, OLIVIA, "/o/harbour/patients");
            allowsFamilyAccounts(olivia);
            gives(olivia, bruno, true);
            gives(olivia, celia, false);
            choosesAndSwitches(petra);
            maySwitchBackOnlyOnceNobodyHasTwoRecords(olivia);
            endsIt(phone);
            petra.goesTo(HARBOUR, "/");
            petra.reads("Hello, Petra Vale");
            assertThat(petra.page().locator(".chip").first()).containsText(celia.name());
            petra.goesTo(HARBOUR, "/access");
            assertThat(petra.main()).not().containsText(bruno.name());
        }
        assertThat(album.flaws()).isEmpty();
    }

    @Test
    void aParentIsLimitedByTheChildsAgeAndThenShutOutWhileThePageIsOpen() {
        var dina = NewPatient.at(DEMO, "Dina");
        try (var _ = new SettingsAsTheyWere();
                var olivia = Person.atADesk(album);
                var paula = Person.onAPhone(album)) {
            KeycloakDoor.signsIn(olivia, OLIVIA, "/o/harbour/patients");
            gives(olivia, dina, "Paula Vale", PAULA, "Parent, or who has parental responsibility");
            signsIn(paula, PAULA, "/");
            paula.reads("Hello, Paula Vale");
            paula.isTold("Nothing to do");

            setsTheAgeOfParents(olivia);
            paula.page().reload();
            paula.isTold("Your access to the record of " + dina.name() + " is limited");

            opensTheTab(olivia, dina);
            olivia.follows("End access of Paula Vale");
            olivia.presses("End access");
            olivia.isTold("The access has ended");
            paula.page().locator("summary.chip").first().click();
            paula.follows("Who has access");
            paula.isTold("There is no record here that you can see");
            paula.looks("shut-out");
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void setsTheAgeOfParents(Person olivia) {
        olivia.goesTo("app.", "/o/harbour/settings/authentication");
        olivia.types("12", "Limited from the age of");
        olivia.presses("Save");
        olivia.reads("Save these settings?");
        assertThat(olivia.main())
                .containsText(Pattern.compile("parent(’s access|s’ accesses) to a child becomes? limited"));
        olivia.looks("ages-affected");
        olivia.presses("Save");
        olivia.isTold("Saved");
    }

    private static void allowsFamilyAccounts(Person olivia) {
        olivia.goesTo("app.", "/o/harbour/settings/authentication");
        olivia.reads("Patient Authentication");
        olivia.looks("authentication");
        olivia.follows("Account model");
        wants(olivia, "Family accounts");
        olivia.reads("Switch the account model?");
        olivia.looks("model-switch");
        olivia.presses("Switch");
        olivia.isTold("Now: Family accounts");
    }

    private void maySwitchBackOnlyOnceNobodyHasTwoRecords(Person olivia) {
        olivia.goesTo("app.", "/o/harbour/settings/authentication/model");
        wants(olivia, "One patient per account");
        olivia.reads("You can’t switch yet");
        assertThat(olivia.main()).containsText("Petra Vale");
        olivia.looks("model-contradicted");
        olivia.follows(celia.name());
        olivia.reads(celia.name());
    }

    private static void wants(Person olivia, String model) {
        olivia.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(model))
                .check();
        olivia.presses("See who would be affected");
    }

    private static void opensTheTab(Person olivia, NewPatient patient) {
        olivia.goesTo("app.", "/o/harbour/patients?q=" + patient.familyName());
        olivia.follows(patient.listed());
        olivia.follows("Online access");
    }

    private static void gives(Person olivia, NewPatient patient, String who, String address, String relationship) {
        opensTheTab(olivia, patient);
        olivia.follows("Give access");
        fillsIn(olivia, who, address, relationship);
    }

    private static void fillsIn(Person olivia, String who, String address, String relationship) {
        olivia.types(who, "Name");
        olivia.types(address, "Email");
        olivia.ticks("I have verified this with the person");
        olivia.ticks(relationship);
        olivia.presses("Give access");
        olivia.isTold(who + " has access to this record now");
    }

    private void gives(Person olivia, NewPatient patient, boolean looks) {
        opensTheTab(olivia, patient);
        olivia.follows("Give access");
        olivia.reads("Give access to this record");
        if (looks) {
            olivia.presses("Give access");
            olivia.reads("There is a problem");
            olivia.looks("give-with-mistakes");
        }
        fillsIn(olivia, "Petra Vale", PETRA, "Carer");
        if (looks) {
            olivia.looks("people-with-access");
            olivia.follows("Change the access of Petra Vale");
            olivia.reads("Change the access of Petra Vale");
            olivia.looks("change");
            olivia.follows("Cancel");
            olivia.follows("End access of Petra Vale");
            olivia.reads("End the access of Petra Vale?");
            olivia.looks("ending");
            olivia.follows("Cancel");
        }
    }

    private void choosesAndSwitches(Person petra) {
        signsIn(petra, PETRA, "/invoices");
        petra.reads("Who are you here for?");
        petra.looks("choose");
        petra.presses("Choose " + bruno.name());
        petra.reads("Invoices");
        assertThat(petra.page().locator(".chip").first()).containsText(bruno.name());
        petra.looks("acting-for-bruno");
        petra.page().locator("summary.chip").first().click();
        petra.looks("menu");
        petra.follows("Change who you’re here for");
        petra.presses("Choose " + celia.name());
        petra.reads("Hello, Petra Vale");
        assertThat(petra.page().locator(".chip").first()).containsText(celia.name());
        petra.page().locator("summary.chip").first().click();
        petra.follows("Who has access");
        petra.reads("Who can see the record of " + celia.name());
        petra.looks("who-of-another");
        petra.follows("Give up my access");
        petra.reads("Give up your access");
        petra.looks("giving-up");
        petra.follows("Cancel");
    }

    private void endsIt(Person phone) {
        signsIn(phone, bruno.email(), "/access");
        phone.reads("Who can see my record");
        phone.looks("who-has-access");
        phone.presses("End the access of Petra Vale");
        phone.isTold("That access has ended");
        phone.looks("ended");
    }

    private static void signsIn(Person person, String address, String path) {
        person.goesTo(HARBOUR, path);
        person.reads("Sign in to Harbour Physiotherapy");
        person.types(address, "Email or mobile number");
        person.presses("Send me a code");
        person.reads("Enter your code");
        person.types(person.post().code(address), "Six-digit code");
        person.presses("Sign in");
    }
}
