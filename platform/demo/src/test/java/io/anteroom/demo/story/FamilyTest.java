package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import org.junit.jupiter.api.Test;

/**
 * Petra Vale, who cares for two patients of Harbour Physiotherapy, until one of them ends it. Leaves the clinic on family
 * accounts, on which all that other stories do there works as well.
 */
class FamilyTest {

    private static final String HARBOUR = "harbour.";
    private static final String OLIVIA = "olivia@harbour.example";
    private static final String PETRA = "petra@families.example";

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

    private void gives(Person olivia, NewPatient patient, boolean looks) {
        olivia.goesTo("app.", "/o/harbour/patients?q=" + patient.familyName());
        olivia.follows(patient.listed());
        olivia.follows("Online access");
        olivia.follows("Give access");
        olivia.reads("Give access to this record");
        if (looks) {
            olivia.presses("Give access");
            olivia.reads("There is a problem");
            olivia.looks("give-with-mistakes");
        }
        olivia.types("Petra Vale", "Name");
        olivia.types(PETRA, "Email");
        olivia.ticks("I have verified this with the person");
        olivia.ticks("Carer");
        olivia.presses("Give access");
        olivia.isTold("Petra Vale has access to this record now");
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
        petra.page().locator(".menu summary").first().click();
        petra.looks("menu");
        petra.follows("Change who you’re here for");
        petra.presses("Choose " + celia.name());
        petra.reads("Hello, Petra Vale");
        assertThat(petra.page().locator(".chip").first()).containsText(celia.name());
        petra.page().locator(".menu summary").first().click();
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
