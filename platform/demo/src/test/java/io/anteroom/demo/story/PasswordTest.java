package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.browser.Album;
import org.junit.jupiter.api.Test;

class PasswordTest {

    private static final String OLIVIA = "olivia@harbour.example";
    private static final String PETRA = "petra@carers.example";
    private static final String OTTERS = "four otters drink tea";

    private final Album album = new Album("password-");

    @Test
    void theClinicSwitchesPasswordsOnAndSomebodyInvitedChoosesOneAndSignsInWithIt() {
        try (var _ = new SettingsAsTheyWere();
                var staff = Person.atADesk(album);
                var petra = Person.onAPhone(album)) {
            KeycloakDoor.signsIn(staff, OLIVIA, "/o/harbour/patients");
            switchesPasswordsOn(staff);
            invites(staff);
            acceptsAndChooses(petra);
            signsInWithIt(petra);
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void switchesPasswordsOn(Person staff) {
        staff.goesTo("app.", "/o/harbour/settings/authentication");
        staff.reads("Patient Authentication");
        staff.ticks("Passwords");
        staff.looks("setting");
        staff.presses("Save");
        staff.isTold("Saved");
    }

    private static void invites(Person staff) {
        staff.goesTo("app.", "/o/harbour/patients?q=bell");
        staff.follows("Bell, Anna");
        staff.follows("Online access");
        staff.follows("Invite");
        staff.ticks("Send portal access by email");
        staff.ticks("Give access to someone other than the patient");
        staff.types("Petra Carer", "Their name");
        staff.field("What they are to the patient").selectOption("carer");
        staff.types(PETRA, "Their email");
        staff.presses("Save");
        staff.isTold("The invitation is on its way");
    }

    private static void acceptsAndChooses(Person petra) {
        var inbox = new Inbox(petra);
        inbox.opensAndLooks(PETRA, "Your invitation to the patient portal of", "mail");
        inbox.follows("/sign-in/invitation/");
        petra.presses("Accept and send me a code");
        petra.reads("Enter your code");
        petra.types(petra.post().code(PETRA), "Six-digit code");
        petra.presses("Sign in");
        petra.reads("Choose a password");
        petra.looks("offer");
        petra.types("petra carer", "New password");
        petra.presses("Save password");
        petra.reads("There is a problem");
        petra.looks("too-short");
        petra.types(OTTERS, "New password");
        petra.presses("Show password");
        assertThat(petra.field("New password").getAttribute("type")).isEqualTo("text");
        petra.presses("Save password");
        petra.reads("Hello");
        petra.goesTo("harbour.", "/security");
        petra.isTold("You chose a password on");
        petra.looks("chosen");
    }

    private static void signsInWithIt(Person petra) {
        petra.goesTo("harbour.", "/sessions");
        petra.presses("Sign out here");
        petra.follows("Sign in with a password");
        petra.reads("Sign in with your password");
        petra.types(PETRA, "Email or mobile number");
        petra.types("six geese read the news", "Password");
        petra.presses("Sign in");
        petra.isTold("don’t go together");
        petra.looks("wrong");
        petra.types(OTTERS, "Password");
        petra.presses("Sign in");
        petra.reads("Hello");
    }
}
