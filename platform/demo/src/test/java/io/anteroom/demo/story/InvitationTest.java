package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.RunningDemo;
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
            signsIn(staff);
            opensTheRecord(staff);
            invites(staff);
            accepts(carer);
            opensTheRecord(staff);
            staff.isTold("Used");
            staff.looks("used");
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void signsIn(Person staff) {
        staff.goesTo("app.", "/o/harbour/patients");
        staff.reads("Sign in");
        staff.types(OLIVIA, "Email");
        staff.presses("Sign in");
        staff.types(RunningDemo.shared().password(OLIVIA), "Password");
        staff.presses("Sign in");
        staff.reads("Patients");
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
