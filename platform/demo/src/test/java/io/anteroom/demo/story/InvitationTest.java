package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.anteroom.demo.browser.Album;
import org.junit.jupiter.api.Test;

class InvitationTest {

    private static final String OLIVIA = "olivia@harbour.example";
    private static final String CORA = "cora@carers.example";

    private final Album album = new Album("invitation-");

    @Test
    void aCarerIsInvitedByMailAndComesIn() {
        try (var staff = Person.atADesk(album);
                var carer = Person.onAPhone(album)) {
            KeycloakDoor.signsIn(staff, OLIVIA, "/o/harbour/patients");
            opensTheRecord(staff);
            invites(staff);
            accepts(carer);
            opensTheRecord(staff);
            used(staff);
            staff.looks("used");
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void opensTheRecord(Person staff) {
        staff.goesTo("app.", "/o/harbour/patients?q=bell");
        staff.follows("Bell, Anna");
        staff.follows("Online access");
        staff.reads("Invitations");
    }

    /** Nothing is sent before Save. */
    private static void invites(Person staff) {
        staff.follows("Invite");
        staff.reads("Configure credentials");
        staff.ticks("Send portal access by email");
        staff.ticks("Give access to someone other than the patient");
        staff.looks("window-empty");
        staff.presses("Save");
        staff.reads("There is a problem");
        staff.looks("window-with-mistakes");
        staff.types("Cora Carer", "Their name");
        staff.field("What they are to the patient").selectOption("carer");
        staff.types(CORA, "Their email");
        staff.presses("Save");
        staff.isTold("The invitation is on its way");
        staff.looks("sent");
    }

    private static void used(Person staff) {
        var invitations = staff.page().getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Invitations sent"));
        var row = invitations.getByRole(AriaRole.ROW).filter(new FilterOptions().setHasText("Cora Carer"));
        PlaywrightAssertions.assertThat(row.first()).containsText("Used");
    }

    private static void accepts(Person carer) {
        var inbox = new Inbox(carer);
        inbox.opensAndLooks(CORA, "Your invitation to the patient portal of", "mail");
        inbox.follows("/sign-in/invitation/");
        carer.reads("You’re invited to the portal of Harbour Physiotherapy");
        carer.page().reload();
        carer.looks("open");
        carer.presses("Accept and send me a code");
        carer.reads("Enter your code");
        carer.types(carer.post().code(CORA), "Six-digit code");
        carer.presses("Sign in");
        carer.reads("Hello");
        carer.looks("in");
    }
}
