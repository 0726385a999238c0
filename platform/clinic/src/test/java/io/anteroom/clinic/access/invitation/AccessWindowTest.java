package io.anteroom.clinic.access.invitation;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.patient.PatientId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class AccessWindowTest {

    @Autowired
    Clinic clinic;

    @Autowired
    AccessWindow window;

    @Autowired
    InvitationList invitations;

    @Autowired
    Sessions sessions;

    @Test
    void credentialsAndInvitationTakeEffectTogether() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");

            assertThat(save(anna, window.seen(anna), "anna@example.org", Set.of(), true))
                    .isInstanceOf(WindowSaved.Saved.class);
            assertThat(clinic.texts("select value from __tenant__.credential")).containsExactly("anna@example.org");
            assertThat(invitations.of(anna)).extracting(SentInvitation::email).containsExactly("anna@example.org");
        });
    }

    @Test
    void whatStandsAgainstTheInvitationKeepsTheCredentialsAsTheyWere() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            clinic.run("update __tenant__.portal_settings set switched_on = false");

            assertThat(save(anna, window.seen(anna), "anna@example.org", Set.of(), true))
                    .isEqualTo(new WindowSaved.Refused(List.of(new Refusal.PortalOff())));
            assertThat(clinic.sql("select count(*) from __tenant__.credential")
                            + clinic.sql("select count(*) from __tenant__.portal_account")
                            + clinic.sql("select count(*) from __tenant__.invitation"))
                    .isZero();
        });
    }

    @Test
    void theSecondOfTwoStaffIsToldAndChangesNothing() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var seen = window.seen(anna);
            assertThat(save(anna, seen, "anna.lee@example.org", Set.of(), true)).isInstanceOf(WindowSaved.Saved.class);

            assertThat(save(anna, seen, "", Set.of(CredentialChannel.EMAIL), false))
                    .isInstanceOfSatisfying(
                            WindowSaved.Meanwhile.class,
                            meanwhile -> assertThat(meanwhile.who()).isEqualTo("Rosa Reception"));
            assertThat(clinic.texts("select value from __tenant__.credential")).containsExactly("anna.lee@example.org");
        });
    }

    @Test
    void aFirstSignInMeanwhileIsNothingAnybodyHasToBeTold() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var seen = window.seen(anna);
            clinic.signIn("anna@example.org");

            assertThat(window.seen(anna)).isEqualTo(seen);
        });
    }

    @Test
    void whatIsTakenAwayEndsItsSessionsAtOnce() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var token = clinic.signIn("anna@example.org");

            assertThat(save(anna, window.seen(anna), "", Set.of(), false))
                    .as("an empty field is not the trash can")
                    .isEqualTo(new WindowSaved.Refused(List.of(
                            new Refusal.OfCredentials(new Configured.Reason.Emptied(CredentialChannel.EMAIL)))));
            assertThat(sessions.chart(token)).isPresent();
            assertThat(save(anna, window.seen(anna), "", Set.of(CredentialChannel.EMAIL), false))
                    .isEqualTo(new WindowSaved.Saved(null));
            assertThat(sessions.chart(token)).isEmpty();
        });
    }

    @Test
    void anInvitationToAnAddressThatIsNoLongerThePatientsEnds() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            save(anna, window.seen(anna), "anna@example.org", Set.of(), true);
            save(anna, window.seen(anna), "anna.lee@example.org", Set.of(), false);

            assertThat(invitations.of(anna)).extracting(SentInvitation::state).containsExactly(InvitationState.REVOKED);
        });
    }

    @Test
    void whatIsThereAlreadyNeedsNoTickToBeInvited() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var draft = new AccessDraft(
                    window.seen(anna),
                    new WantedCredentials("anna@example.org", "", false),
                    Set.of(),
                    invitation("anna@example.org", true));

            assertThat(window.save(anna, draft, ROSA)).isInstanceOf(WindowSaved.Saved.class);
        });
    }

    private WindowSaved save(
            PatientId patient, String seen, String email, Set<CredentialChannel> removed, boolean invite) {
        var draft = new AccessDraft(
                seen, new WantedCredentials(email, "", !email.isEmpty()), removed, invitation(email, invite));
        return window.save(patient, draft, ROSA);
    }

    private static WantedInvitation invitation(String email, boolean wanted) {
        return new WantedInvitation(wanted, false, email, "", null);
    }
}
