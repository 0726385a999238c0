package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import io.anteroom.tenancy.CurrentTenant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A patient who can't get in calls, and staff see what is wrong and do the one safe thing about it; at last they take the
 * address away, and the patient is out.
 */
class StuckPatientTest {

    private static final String OLIVIA = "olivia@harbour.example";
    private static final RunningDemo DEMO = RunningDemo.shared();

    private final Album album = new Album("stuck-");

    @Test
    void staffSendTheCodeAgainAndLiftALockAndThePatientGetsIn() {
        var tilda = NewPatient.at(DEMO, "Tilda");
        try (var staff = Person.atADesk(album);
                var patient = Person.onAPhone(album)) {
            KeycloakDoor.signsIn(staff, OLIVIA, "/o/harbour/patients");
            comesIn(patient, tilda);
            signsOut(patient);

            asksForACode(patient, tilda);
            entersWrongCodes(
                    patient, tilda, "You can try 2 more times", "You can try once more", "was entered three times");
            opensTheRecord(staff, tilda);
            staff.isTold("is used up after three wrong entries");
            staff.looks("burned");
            sendsTheCodeAgain(staff, patient, tilda);

            signsOut(patient);
            isLockedOut(patient, tilda);
            opensTheRecord(staff, tilda);
            staff.isTold("Ten wrong codes in a row");
            staff.looks("locked");
            staff.presses("Unlock");
            staff.isTold("Unlocked. What was locked is taken again");
            staff.looks("unlocked");
            minutesLater(tilda);
            comesIn(patient, tilda);
            opensTheRecord(staff, tilda);
            staff.isTold("Nothing is wrong");
            staff.looks("in");
            losesTheAddress(staff, patient);
        }
        assertThat(album.flaws()).isEmpty();
    }

    /** A draft until it is saved; then the patient's next click is one of a stranger. */
    private static void losesTheAddress(Person staff, Person patient) {
        staff.follows("Remove email");
        staff.reads("Remove this email?");
        staff.presses("Remove email");
        staff.reads("Configure credentials");
        patient.page().reload();
        patient.reads("Hello");
        staff.presses("Save");
        staff.isTold("Credentials saved");
        patient.page().locator("summary.chip").click();
        patient.follows("Where you’re signed in");
        patient.reads("Sign in to Harbour Physiotherapy");
        patient.looks("address-removed");
    }

    private static void opensTheRecord(Person staff, NewPatient who) {
        staff.goesTo("app.", "/o/harbour/patients?q=" + who.familyName());
        staff.follows(who.listed());
        staff.follows("Online access");
        staff.reads("Signing in");
    }

    private static void asksForACode(Person patient, NewPatient who) {
        patient.goesTo("harbour.", "/");
        patient.types(who.email(), "Email or mobile number");
        patient.presses("Send me a code");
        patient.reads("Enter your code");
    }

    private static void comesIn(Person patient, NewPatient who) {
        var seen = patient.post().seen();
        asksForACode(patient, who);
        entersTheCode(patient, who, seen);
    }

    private static void signsOut(Person patient) {
        patient.page().locator("summary.chip").click();
        patient.follows("Where you’re signed in");
        patient.main().getByRole(AriaRole.BUTTON).click();
        patient.isTold("You’re signed out");
    }

    private static void entersTheCode(Person patient, NewPatient who, Set<String> seen) {
        patient.types(patient.post().newCode(who.email(), seen), "Six-digit code");
        patient.presses("Sign in");
        patient.reads("Hello, " + who.name());
    }

    private static void entersWrongCodes(Person patient, NewPatient who, String... answers) {
        var wrong = patient.post().code(who.email()).equals("111111") ? "222222" : "111111";
        for (var answer : answers) {
            patient.types(wrong, "Six-digit code");
            patient.presses("Sign in");
            patient.isTold(answer);
        }
    }

    private static void sendsTheCodeAgain(Person staff, Person patient, NewPatient who) {
        minutesLater(who);
        var seen = patient.post().seen();
        staff.presses("Send the code again");
        staff.isTold("A new code is on its way to " + who.email());
        staff.looks("sent-again");
        assertThat(staff.main().textContent()).doesNotContain(patient.post().newCode(who.email(), seen));
        entersTheCode(patient, who, seen);
    }

    /** Of ten wrong codes in a row the last is entered here. */
    private static void isLockedOut(Person patient, NewPatient who) {
        minutesLater(who);
        asksForACode(patient, who);
        harbour("update __tenant__.sign_in_limit set wrong_in_row = 9, last_wrong = now() where typed = :email", who);
        entersWrongCodes(patient, who, "Too many wrong codes were entered");
        patient.looks("locked-out");
    }

    /** As if two minutes had passed since anything was asked for, and a day since anything counted. */
    private static void minutesLater(NewPatient who) {
        harbour("""
                update __tenant__.one_time_code k set asked_at = k.asked_at - interval '2 minutes',
                       expires_at = k.expires_at - interval '2 minutes'
                  from __tenant__.sign_in s where s.id = k.sign_in_id and s.typed = :email""", who);
        harbour("update __tenant__.sign_in set asked_at = asked_at - interval '2 minutes' where typed = :email", who);
        harbour("""
                update __tenant__.portal_session s set created_at = s.created_at - interval '2 minutes',
                       expires_at = s.expires_at - interval '2 minutes'
                  from __tenant__.credential c where c.account_id = s.account_id and c.value = :email""", who);
        harbour("update __tenant__.sign_in_limit set sends = '{}' where typed = :email", who);
    }

    private static void harbour(String sql, NewPatient who) {
        var application = DEMO.application();
        CurrentTenant.run(
                DEMO.tenant("harbour"),
                () -> application
                        .getBean(TransactionTemplate.class)
                        .executeWithoutResult(_ -> application
                                .getBean(JdbcClient.class)
                                .sql(sql)
                                .param("email", who.email())
                                .update()));
    }
}
