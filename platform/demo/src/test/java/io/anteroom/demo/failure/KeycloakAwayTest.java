package io.anteroom.demo.failure;

import static io.anteroom.demo.failure.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.RunningDemo;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keycloak is ended. Patients never meet it; staff and operators need it to come in, not to stay. */
@Timeout(120)
class KeycloakAwayTest {

    private static final String NO_SIGN_IN = "Signing in isn’t possible at the moment";
    private static final RunningDemo DEMO = RunningDemo.shared();

    private static Guest staff;
    private static Guest robin;
    private static Guest operator;

    @BeforeAll
    static void peopleAreSignedIn() {
        staff = Guest.staff(DEMO, "olivia@harbour.example");
        robin = Guest.staff(DEMO, "robin@staff.example");
        operator = Guest.operator(DEMO);
    }

    @BeforeEach
    void itIsAway() {
        DEMO.stopKeycloak();
    }

    @AfterEach
    void theClockIsRight() {
        DEMO.clock().set(Duration.ZERO);
    }

    @AfterAll
    static void itIsBack() throws Exception {
        DEMO.startKeycloak();
    }

    @Test
    void patientsNoticeNothing() {
        Guest yui = Guest.signedInAnew(DEMO, "sakura", "yui@patients.example");

        assertThat(yui.opens("/invoices").status()).isEqualTo(200);
    }

    @Test
    void whoIsSignedInGoesOnAlsoWhenItIsTimeToAskKeycloakAgain() {
        assertThat(staff.opens("/o/harbour/patients").status()).isEqualTo(200);
        assertThat(operator.opens("/tenants").status()).isEqualTo(200);

        DEMO.clock().set(Duration.ofMinutes(20));

        assertThat(staff.opens("/o/harbour/patients").status()).isEqualTo(200);
        assertThat(operator.opens("/tenants").status()).isEqualTo(200);
    }

    @Test
    void aSessionIsNotStretchedBeyondItsLongestTime() {
        assertThat(robin.opens("/o/harbour/patients").status()).isEqualTo(200);

        DEMO.clock().set(Duration.ofHours(13));

        robin.arrivesAt("/o/harbour/patients").saysNotNow(NO_SIGN_IN);
    }

    @Test
    void whoWantsToSignInIsToldThatItIsNotPossibleNow() {
        Guest.atTheStaffDoor(DEMO).arrivesAt("/o/harbour/patients").saysNotNow(NO_SIGN_IN);
        Guest.atTheOperatorsDoor(DEMO).arrivesAt("/tenants").saysNotNow(NO_SIGN_IN);
    }

    @Test
    void signingOutEndsTheSessionHere() throws Exception {
        DEMO.startKeycloak();
        Guest kenji = Guest.staff(DEMO, "kenji@sakura.example");
        Answer page = kenji.arrivesAt("/o/sakura");
        DEMO.stopKeycloak();

        assertThat(kenji.sends(page, "/sign-out").path()).isEqualTo("/signed-out");
        assertThat(kenji.opens("/signed-out").body()).contains("You are signed out");
        kenji.arrivesAt("/o/sakura").saysNotNow(NO_SIGN_IN);
    }

    @Test
    void aSignUpIsTakenWaitsAndGoesOnByItself() throws Exception {
        Guest mary = Guest.atTheFrontPage(DEMO);
        assertThat(mary.signsUp(mary.opens("/signup"), "waiting-lane").status()).isEqualTo(303);
        String progress = mary.confirms("waiting-lane");

        eventually(() -> mary.opens(progress).body().contains("Trying again"));
        mary.opens(progress)
                .isClear("The sign-in service did not answer as it should.")
                .isClear("You don’t have to do anything.");
        assertThat(operator.opens("/tenants?q=waiting-lane").body()).contains("waiting-lane", "Provisioning");

        DEMO.startKeycloak();
        DEMO.clock().set(Duration.ofMinutes(6)); // rather than wait for the next try

        eventually(() -> mary.opens(progress).body().contains("Your portal is live"));
        assertThat(mary.mailTo("waiting-lane@owners.example", Guest.WELCOME)).isNotBlank();
        assertThat(Guest.at(DEMO, "waiting-lane").arrivesAt("/").body()).contains("Clinic waiting-lane");
    }
}
