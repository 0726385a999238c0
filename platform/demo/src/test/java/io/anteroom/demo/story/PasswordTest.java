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
            choosesAShorterOneTogetherWithACode(petra);
            signsInInTwoSteps(petra);
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void switchesPasswordsOn(Person staff) {
        staff.goesTo("app.", "/o/harbour/settings/authentication");
        staff.reads("Patient Authentication");
        staff.ticks("Passwords");
        staff.ticks("Let patients choose a shorter one that is asked for together with a code");
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
        petra.looks("sign-in");
        petra.types(PETRA, "Email or mobile number");
        petra.types("six geese read the news", "Password");
        petra.presses("Sign in");
        petra.isTold("don’t go together");
        petra.looks("wrong");
        petra.types(OTTERS, "Password");
        petra.presses("Sign in");
        petra.reads("Hello");
    }

    private static void choosesAShorterOneTogetherWithACode(Person petra) {
        petra.goesTo("harbour.", "/security");
        petra.follows("Choose another password");
        petra.presses("Send me a code");
        petra.reads("Enter your code");
        petra.types(petra.post().unlockCode(PETRA), "Six-digit code");
        petra.presses("Go on");
        petra.reads("Choose a password");
        petra.looks("another");
        petra.types("otter tea", "New password");
        petra.presses("Save password");
        petra.isTold("which is enough if you tick the box below");
        petra.looks("needs-the-code");
        petra.types("otter tea", "New password");
        petra.ticks("Always ask me for a code and this password");
        petra.presses("Save password");
        petra.isTold("neither signs you in alone");
        petra.looks("two-steps");
    }

    private static void signsInInTwoSteps(Person petra) {
        petra.goesTo("harbour.", "/sessions");
        petra.presses("Sign out here");
        var seen = petra.post().seen();
        petra.types(PETRA, "Email or mobile number");
        petra.presses("Send me a code");
        petra.reads("Enter your code");
        petra.types(petra.post().newCode(PETRA, seen), "Six-digit code");
        petra.presses("Sign in");
        petra.reads("Enter your password");
        petra.looks("second-step");
        petra.follows("Forgotten your password?");
        petra.isTold("The clinic has to remove it for you");
        petra.looks("forgotten");
        petra.follows("Go back and enter your password");
        petra.types("otter tee", "Password");
        petra.presses("Sign in");
        petra.isTold("isn’t your password");
        petra.types("otter tea", "Password");
        petra.field("Password").press("Enter");
        petra.reads("Hello");
    }
}
