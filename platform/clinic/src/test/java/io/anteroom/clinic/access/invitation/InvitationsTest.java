package io.anteroom.clinic.access.invitation;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.access.invitation.InvitationSteps.CORA;
import static io.anteroom.clinic.access.invitation.InvitationSteps.parent;
import static io.anteroom.clinic.access.invitation.InvitationSteps.toCora;
import static io.anteroom.clinic.access.invitation.InvitationSteps.toThePatient;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.Holder;
import io.anteroom.clinic.access.invitation.WantedInvitation.Other;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff send, and what becomes of it. */
@AccessTest
class InvitationsTest {

    @Autowired
    Clinic clinic;

    @Autowired
    InvitationSteps steps;

    @Autowired
    Invitations invitations;

    @Autowired
    InvitationLinks links;

    @Autowired
    InvitationList list;

    @Autowired
    Sessions sessions;

    @Autowired
    TestClock clock;

    @Test
    void whatTheClinicsModelForbidsIsToldBeforeAnythingIsSent() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var ben = clinic.patient("Ben");

            assertThat(steps.refusals(ben, toThePatient("anna@example.org", "")))
                    .containsExactly(new Refusal.Taken(CredentialChannel.EMAIL, new Holder(anna, "Anna Lee")));
            assertThat(steps.refusals(ben, new WantedInvitation(true, false, "anna@example.org", "", parent())))
                    .containsExactly(new Refusal.Taken(CredentialChannel.EMAIL, new Holder(anna, "Anna Lee")));
            assertThat(steps.refusals(anna, new WantedInvitation(true, false, "anna@example.org", "", parent())))
                    .containsExactly(new Refusal.ThePatients(CredentialChannel.EMAIL));
            assertThat(steps.refusals(anna, toThePatient("other@example.org", "")))
                    .containsExactly(new Refusal.NotThePatients(CredentialChannel.EMAIL));
            steps.families();
            assertThat(steps.refusals(ben, new WantedInvitation(true, false, "anna@example.org", "", parent())))
                    .as("nobody has proved to have it")
                    .containsExactly(new Refusal.Unverified(CredentialChannel.EMAIL, new Holder(anna, "Anna Lee")));
            clinic.run("update __tenant__.authentication_settings set one_account_per_record = true");
            assertThat(steps.refusals(anna, toCora(parent()))).containsExactly(new Refusal.OpenToAnother("Anna Lee"));
            clinic.run("update __tenant__.portal_settings set switched_on = false");
            assertThat(steps.refusals(ben, toCora(parent()))).containsExactly(new Refusal.PortalOff());
            assertThat(clinic.sql("select count(*) from __tenant__.invitation")
                            + clinic.sql("select count(*) from __tenant__.message"))
                    .isZero();
        });
    }

    @Test
    void aParentIsNotInvitedToTheRecordOfSomebodyPastTheAge() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            clinic.run("update __tenant__.authentication_settings set parents_end_at = 16");

            assertThat(steps.refusals(anna, toCora(parent())))
                    .containsExactly(new Refusal.PastAge(LocalDate.of(1996, 3, 27)));
        });
    }

    @Test
    void whatWasTypedWrongIsToldAllAtOnce() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");

            assertThat(steps.refusals(
                            anna,
                            new WantedInvitation(
                                    true,
                                    true,
                                    "cora",
                                    "",
                                    new Other(" ", "self", "full", Set.of("all"), "2026-02-30"))))
                    .containsExactly(
                            new Refusal.Unreadable(CredentialChannel.EMAIL),
                            new Refusal.Missing(CredentialChannel.MOBILE),
                            new Refusal.Nameless(),
                            new Refusal.Unrelated(),
                            new Refusal.OpensNothing(),
                            new Refusal.Over());
            assertThat(steps.refusals(
                            anna, new WantedInvitation(true, false, "x".repeat(10_000) + "@example.org", "", null)))
                    .containsExactly(new Refusal.Unreadable(CredentialChannel.EMAIL));
            clinic.run("update __tenant__.authentication_settings set email_codes = false");
            assertThat(steps.refusals(anna, toThePatient("anna@example.org", "")))
                    .containsExactly(new Refusal.NoCodesTo(CredentialChannel.MOBILE));
        });
    }

    @Test
    void aNewOneEndsTheOldOfThatPersonAlone() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            steps.send(anna, toCora(parent()));
            steps.send(anna, new WantedInvitation(true, false, "petra@example.org", "", parent()));
            steps.send(anna, toCora(parent()));

            assertThat(steps.states(anna))
                    .containsExactly(InvitationState.SENT, InvitationState.SENT, InvitationState.REPLACED);
            assertThat(links.find(steps.token(1))).isEmpty();
            assertThat(links.find(steps.token(2))).isPresent();
        });
    }

    @Test
    void whereARecordIsOpenToOneAccountANewOneEndsThemAll() {
        inNorth(() -> {
            clinic.run("update __tenant__.authentication_settings set one_account_per_record = true");
            var anna = clinic.patient("Anna");
            steps.send(anna, toCora(parent()));
            steps.send(anna, toThePatient("anna@example.org", ""));

            assertThat(steps.states(anna)).containsExactly(InvitationState.SENT, InvitationState.REPLACED);
        });
    }

    @Test
    void lookingChangesNothingAndTheButtonIsNotedOnce() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            steps.send(anna, toCora(parent()));
            var link = steps.token(1);

            assertThat(links.find(link).orElseThrow().destination()).isEqualTo("c•••@example.org");
            assertThat(steps.states(anna)).containsExactly(InvitationState.SENT);
            steps.begin(link);
            steps.begin(link);
            assertThat(steps.states(anna)).containsExactly(InvitationState.OPENED);
            assertThat(clinic.sql("select count(*) from __tenant__.audit_entry where action = 'invitation-opened'"))
                    .isEqualTo(1);
        });
    }

    @Test
    void aForgedAUsedARevokedAnOldAndAnotherClinicsLinkAreNothingAlike() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            steps.send(anna, toThePatient("anna@example.org", ""));
            steps.accept(1);
            steps.send(anna, toCora(parent()));
            assertThat(invitations.revoke(anna, new InvitationId(2), ROSA)).isTrue();
            assertThat(invitations.revoke(anna, new InvitationId(2), ROSA)).isFalse();
            steps.send(anna, new WantedInvitation(true, false, "petra@example.org", "", parent()));
            for (var gone : List.of(new InvitationToken("forged"), steps.token(1), steps.token(2))) {
                assertThat(links.find(gone)).isEmpty();
                assertThat(steps.begin(gone)).isEmpty();
            }
            assertThat(links.find(steps.token(3))).isPresent();
        });
        inSouth(() -> assertThat(links.find(new InvitationToken("token-3"))).isEmpty());
        inNorth(() -> {
            clock.advance(Duration.ofDays(7));
            assertThat(links.find(new InvitationToken("token-3"))).isEmpty();
            assertThat(steps.states(new PatientId(1)))
                    .containsExactly(InvitationState.EXPIRED, InvitationState.REVOKED, InvitationState.USED);
        });
    }

    @Test
    void sentAnewItHasANewLinkAndASecondClickSendsNothing() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            steps.send(anna, toCora(parent()));
            clock.advance(Duration.ofDays(8));
            assertThat(steps.states(anna)).containsExactly(InvitationState.EXPIRED);

            assertThat(invitations.resend(anna, new InvitationId(1), ROSA)).isInstanceOf(Sending.Sent.class);
            assertThat(invitations.resend(anna, new InvitationId(1), ROSA)).isEqualTo(new Sending.Gone());
            assertThat(steps.states(anna)).containsExactly(InvitationState.SENT, InvitationState.REPLACED);
            assertThat(sessions.chart(Clinic.token(steps.accept(2)))
                            .orElseThrow()
                            .patients())
                    .hasSize(1);
            assertThat(invitations.resend(anna, new InvitationId(2), ROSA)).isEqualTo(new Sending.Gone());
            assertThat(invitations.resend(clinic.patient("Ben"), new InvitationId(2), ROSA))
                    .as("another patient's")
                    .isEqualTo(new Sending.Gone());
        });
    }

    @Test
    void theLinkIsInTheEmailAndTheTextSaysThatOneCame() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            steps.send(anna, new WantedInvitation(true, true, CORA, "07400 123456", parent()));

            assertThat(clinic.texts("select channel || ' ' || recipient || ' ' || (secret is not null) || ' '"
                            + " || (content::text like '%/sign-in/invitation/{secret}%') || ' '"
                            + " || (content::text like '%Lee%') from __tenant__.message order by channel"))
                    .containsExactly("email cora@example.org true true false", "sms +447400123456 false false false");
            steps.send(anna, new WantedInvitation(false, true, "", "07400 123457", parent()));
            assertThat(clinic.texts("select content::text like '%/sign-in/invitation/{secret}%' and secret is not null"
                            + " from __tenant__.message where recipient = '+447400123457'"))
                    .containsExactly("t");
        });
    }

    @Test
    void whatBecameOfTheMessagesIsShown() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            steps.send(anna, new WantedInvitation(true, true, CORA, "07400 123456", parent()));
            clinic.run("update __tenant__.message set state = 'sent', secret = null where channel = 'email'");
            assertThat(steps.states(anna)).containsExactly(InvitationState.SENT);
            clinic.run("update __tenant__.message set state = 'sent'");
            assertThat(steps.states(anna)).containsExactly(InvitationState.DELIVERED);
            clinic.run(
                    "update __tenant__.message set state = 'failed', reason = 'No such mailbox' where channel = 'email'");
            assertThat(list.of(anna).getFirst())
                    .extracting(SentInvitation::state, SentInvitation::trouble)
                    .containsExactly(InvitationState.NOT_DELIVERED, "No such mailbox");
        });
    }
}
