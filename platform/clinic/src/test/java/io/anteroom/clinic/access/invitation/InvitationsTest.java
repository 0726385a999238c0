package io.anteroom.clinic.access.invitation;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.Holder;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.invitation.WantedInvitation.Other;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.testing.TestClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class InvitationsTest {

    private static final String CORA = "cora@example.org";
    private static final Set<String> ALL = Set.of("bookings", "money", "clinical");

    @Autowired
    Clinic clinic;

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
    void anInvitedPatientProvesTheAddressAndIsIn() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            send(anna, toThePatient("Anna@Example.org", "07400 123456"));

            assertThat(clinic.sql("select count(*) from __tenant__.credential"))
                    .as("nothing is open before the address was proved")
                    .isZero();
            var chart = sessions.chart(Clinic.token(accept(1))).orElseThrow();

            assertThat(chart.patients()).extracting(VisiblePatient::id).containsExactly(anna);
            assertThat(clinic.texts("select channel || ' ' || value || ' ' || (verified_at is not null)"
                            + " from __tenant__.credential order by channel"))
                    .containsExactly("email anna@example.org true", "mobile +447400123456 false");
            assertThat(states(anna)).containsExactly(InvitationState.USED);
        });
    }

    @Test
    void aSecondAddressThatNobodyProvedIsNotAddedToAnAccountThatWasThere() {
        inNorth(() -> {
            families();
            clinic.patient("Cora", CORA, "");
            clinic.signIn(CORA);
            clock.advance(Duration.ofMinutes(11));
            var ben = clinic.patient("Ben");
            send(ben, new WantedInvitation(true, true, CORA, "07400 123456", parent()));
            accept(1);
            assertThat(clinic.texts("select value from __tenant__.credential")).containsExactly(CORA);

            var dora = clinic.patient("Dora");
            send(dora, toThePatient("dora@example.org", "07400 654321"));
            clock.advance(Duration.ofMinutes(11));
            accept(2);
            assertThat(clinic.texts(
                            "select actor_name || ' ' || patient_id || ' ' || detail::text from __tenant__.audit_entry"
                                    + " where action = 'credential-set' order by id offset 1"))
                    .satisfiesExactly(
                            email -> assertThat(email)
                                    .startsWith("Rosa Reception 3 ")
                                    .contains("dora@example.org"),
                            mobile -> assertThat(mobile)
                                    .startsWith("Rosa Reception 3 ")
                                    .contains("+447400654321", "\"no\""));
        });
    }

    @Test
    void aCarerGetsTheAccessThatTheInvitationFroze() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            send(anna, toCora(new Other("Cora Carer", "carer", "full", Set.of("money"), "2026-12-31")));
            assertThat(clinic.texts("select origin from __tenant__.portal_account"))
                    .containsExactly("staff");

            var chart = sessions.chart(Clinic.token(accept(1))).orElseThrow();

            assertThat(chart.listedFor(AccessScope.MONEY)).containsExactly(anna);
            assertThat(chart.listedFor(AccessScope.CLINICAL)).isEmpty();
            assertThat(clinic.texts(
                            "select a.holder_name || ', ' || a.origin || ', ' || g.relationship || ', ' || g.granted_by"
                                    + " || ', ' || to_char(g.expires_at at time zone 'Europe/London', 'YYYY-MM-DD')"
                                    + " from __tenant__.access_grant g join __tenant__.portal_account a on a.id = g.account_id"
                                    + " where g.relationship <> 'self'"))
                    .containsExactly("Cora Carer, invitation, carer, Rosa Reception, 2027-01-01");
            assertThat(clinic.texts("select actor_name || ' ' || action from __tenant__.audit_entry"
                            + " where action like 'invitation%' or action = 'access-granted' order by id offset 1"))
                    .containsExactly(
                            "Rosa Reception invitation-sent",
                            "Whoever has the link invitation-opened",
                            "Rosa Reception access-granted",
                            "Cora Carer invitation-accepted");
        });
    }

    @Test
    void inTheFamilyModelSomebodyKnownKeepsTheOneAccount() {
        inNorth(() -> {
            families();
            var cora = clinic.patient("Cora", CORA, "");
            clinic.signIn(CORA);
            clock.advance(Duration.ofMinutes(11));
            var ben = clinic.patient("Ben");
            send(ben, toCora(parent()));

            var chart = sessions.chart(Clinic.token(accept(1))).orElseThrow();

            assertThat(chart.patients()).extracting(VisiblePatient::id).containsExactly(cora, ben);
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isEqualTo(1);
        });
    }

    @Test
    void whatTheClinicsModelForbidsIsToldBeforeAnythingIsSent() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var ben = clinic.patient("Ben");

            assertThat(refusals(ben, toThePatient("anna@example.org", "")))
                    .containsExactly(new Refusal.Taken(CredentialChannel.EMAIL, new Holder(anna, "Anna Lee")));
            assertThat(refusals(ben, new WantedInvitation(true, false, "anna@example.org", "", parent())))
                    .containsExactly(new Refusal.Taken(CredentialChannel.EMAIL, new Holder(anna, "Anna Lee")));
            assertThat(refusals(anna, new WantedInvitation(true, false, "anna@example.org", "", parent())))
                    .containsExactly(new Refusal.ThePatients(CredentialChannel.EMAIL));
            assertThat(refusals(anna, toThePatient("other@example.org", "")))
                    .containsExactly(new Refusal.NotThePatients(CredentialChannel.EMAIL));
            families();
            assertThat(refusals(ben, new WantedInvitation(true, false, "anna@example.org", "", parent())))
                    .as("nobody has proved to have it")
                    .containsExactly(new Refusal.Unverified(CredentialChannel.EMAIL, new Holder(anna, "Anna Lee")));
            clinic.run("update __tenant__.authentication_settings set one_account_per_record = true");
            assertThat(refusals(anna, toCora(parent()))).containsExactly(new Refusal.OpenToAnother("Anna Lee"));
            clinic.run("update __tenant__.portal_settings set switched_on = false");
            assertThat(refusals(ben, toCora(parent()))).containsExactly(new Refusal.PortalOff());
            assertThat(clinic.sql("select count(*) from __tenant__.invitation")
                            + clinic.sql("select count(*) from __tenant__.message"))
                    .isZero();
        });
    }

    @Test
    void whatWasTypedWrongIsToldAllAtOnce() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");

            assertThat(refusals(
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
            assertThat(refusals(anna, new WantedInvitation(true, false, "x".repeat(10_000) + "@example.org", "", null)))
                    .containsExactly(new Refusal.Unreadable(CredentialChannel.EMAIL));
            clinic.run("update __tenant__.authentication_settings set email_codes = false");
            assertThat(refusals(anna, toThePatient("anna@example.org", "")))
                    .containsExactly(new Refusal.NoCodesTo(CredentialChannel.MOBILE));
        });
    }

    @Test
    void aNewOneEndsTheOldOfThatPersonAlone() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            send(anna, toCora(parent()));
            send(anna, new WantedInvitation(true, false, "petra@example.org", "", parent()));
            send(anna, toCora(parent()));

            assertThat(states(anna))
                    .containsExactly(InvitationState.SENT, InvitationState.SENT, InvitationState.REPLACED);
            assertThat(links.find(token(1))).isEmpty();
            assertThat(links.find(token(2))).isPresent();
        });
    }

    @Test
    void whereARecordIsOpenToOneAccountANewOneEndsThemAll() {
        inNorth(() -> {
            clinic.run("update __tenant__.authentication_settings set one_account_per_record = true");
            var anna = clinic.patient("Anna");
            send(anna, toCora(parent()));
            send(anna, toThePatient("anna@example.org", ""));

            assertThat(states(anna)).containsExactly(InvitationState.SENT, InvitationState.REPLACED);
        });
    }

    @Test
    void whereARecordIsOpenToOneAccountThePatientsOwnMayGetAnotherAddress() {
        inNorth(() -> {
            clinic.run("update __tenant__.authentication_settings set one_account_per_record = true");
            var anna = clinic.patient("Anna", "", "07400 123456");
            send(anna, toThePatient("anna@example.org", ""));

            accept(1);
            assertThat(clinic.sql("select count(distinct account_id) * 10 + count(*) from __tenant__.credential"))
                    .isEqualTo(12);
        });
    }

    @Test
    void lookingChangesNothingAndTheButtonIsNotedOnce() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            send(anna, toCora(parent()));
            var link = token(1);

            assertThat(links.find(link).orElseThrow().destination()).isEqualTo("c•••@example.org");
            assertThat(states(anna)).containsExactly(InvitationState.SENT);
            begin(link);
            begin(link);
            assertThat(states(anna)).containsExactly(InvitationState.OPENED);
            assertThat(clinic.sql("select count(*) from __tenant__.audit_entry where action = 'invitation-opened'"))
                    .isEqualTo(1);
        });
    }

    @Test
    void aForgedAUsedARevokedAnOldAndAnotherClinicsLinkAreNothingAlike() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            send(anna, toThePatient("anna@example.org", ""));
            accept(1);
            send(anna, toCora(parent()));
            assertThat(invitations.revoke(anna, new InvitationId(2), ROSA)).isTrue();
            assertThat(invitations.revoke(anna, new InvitationId(2), ROSA)).isFalse();
            send(anna, new WantedInvitation(true, false, "petra@example.org", "", parent()));
            for (var gone : List.of(new InvitationToken("forged"), token(1), token(2))) {
                assertThat(links.find(gone)).isEmpty();
                assertThat(begin(gone)).isEmpty();
            }
            assertThat(links.find(token(3))).isPresent();
        });
        inSouth(() -> assertThat(links.find(new InvitationToken("token-3"))).isEmpty());
        inNorth(() -> {
            clock.advance(Duration.ofDays(7));
            assertThat(links.find(new InvitationToken("token-3"))).isEmpty();
            assertThat(states(new PatientId(1)))
                    .containsExactly(InvitationState.EXPIRED, InvitationState.REVOKED, InvitationState.USED);
        });
    }

    @Test
    void oneThatIsRevokedWhileTheCodeIsTypedOpensNothing() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            send(anna, toCora(parent()));
            var browser = Clinic.browser(begin(token(1)).orElseThrow());
            clinic.send(123);
            invitations.revoke(anna, new InvitationId(1), ROSA);

            assertThat(clinic.enter(browser, 123)).isEqualTo(new Entered.Overtaken());
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isZero();
            assertThat(clinic.enter(browser, 123)).isEqualTo(new Entered.TooLate());
        });
    }

    @Test
    void aWrongCodeAcceptsNothingAndCounts() {
        inNorth(() -> {
            send(clinic.patient("Anna"), toCora(parent()));
            var browser = Clinic.browser(begin(token(1)).orElseThrow());
            clinic.send(123);

            assertThat(clinic.enter(browser, Clinic.WRONG)).isEqualTo(new Entered.Wrong(2));
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isZero();
            assertThat(clinic.enter(browser, 123)).isInstanceOf(Entered.SignedIn.class);
        });
    }

    @Test
    void twoBrowsersWithOneLinkAcceptItOnce() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            send(anna, toCora(parent()));
            var first = Clinic.browser(begin(token(1)).orElseThrow());
            var second = Clinic.browser(begin(token(1)).orElseThrow());
            clinic.send(123);

            assertThat(clinic.enter(first, 123)).isInstanceOf(Entered.SignedIn.class);
            assertThat(clinic.enter(second, 124)).isEqualTo(new Entered.Overtaken());
            assertThat(clinic.sql("select count(*) from __tenant__.access_grant where ended_at is null"))
                    .isEqualTo(1);
        });
    }

    @Test
    void whatCameInTheWaySinceItWasSentLeavesNoAccountBehind() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            send(anna, toCora(parent()));
            var browser = Clinic.browser(begin(token(1)).orElseThrow());
            clinic.send(123);
            clinic.run("update __tenant__.authentication_settings set one_account_per_record = true");
            clinic.configure(anna, "anna@example.org", "");

            assertThat(clinic.enter(browser, 123)).isEqualTo(new Entered.Overtaken());
            assertThat(clinic.texts("select value from __tenant__.credential")).containsExactly("anna@example.org");
        });
    }

    @Test
    void sentAnewItHasANewLinkAndASecondClickSendsNothing() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            send(anna, toCora(parent()));
            clock.advance(Duration.ofDays(8));
            assertThat(states(anna)).containsExactly(InvitationState.EXPIRED);

            assertThat(invitations.resend(anna, new InvitationId(1), ROSA)).isInstanceOf(Sending.Sent.class);
            assertThat(invitations.resend(anna, new InvitationId(1), ROSA)).isEqualTo(new Sending.Gone());
            assertThat(states(anna)).containsExactly(InvitationState.SENT, InvitationState.REPLACED);
            assertThat(sessions.chart(Clinic.token(accept(2))).orElseThrow().patients())
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
            send(anna, new WantedInvitation(true, true, CORA, "07400 123456", parent()));

            assertThat(clinic.texts("select channel || ' ' || recipient || ' ' || (secret is not null) || ' '"
                            + " || (content::text like '%/sign-in/invitation/{secret}%') || ' '"
                            + " || (content::text like '%Lee%') from __tenant__.message order by channel"))
                    .containsExactly("email cora@example.org true true false", "sms +447400123456 false false false");
            send(anna, new WantedInvitation(false, true, "", "07400 123457", parent()));
            assertThat(clinic.texts("select content::text like '%/sign-in/invitation/{secret}%' and secret is not null"
                            + " from __tenant__.message where recipient = '+447400123457'"))
                    .containsExactly("t");
        });
    }

    @Test
    void whatBecameOfTheMessagesIsShown() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            send(anna, new WantedInvitation(true, true, CORA, "07400 123456", parent()));
            clinic.run("update __tenant__.message set state = 'sent', secret = null where channel = 'email'");
            assertThat(states(anna)).containsExactly(InvitationState.SENT);
            clinic.run("update __tenant__.message set state = 'sent'");
            assertThat(states(anna)).containsExactly(InvitationState.DELIVERED);
            clinic.run(
                    "update __tenant__.message set state = 'failed', reason = 'No such mailbox' where channel = 'email'");
            assertThat(list.of(anna).getFirst())
                    .extracting(SentInvitation::state, SentInvitation::trouble)
                    .containsExactly(InvitationState.NOT_DELIVERED, "No such mailbox");
        });
    }

    private void families() {
        clinic.run("update __tenant__.authentication_settings set one_patient_per_account = false");
    }

    private static WantedInvitation toThePatient(String email, String mobile) {
        return new WantedInvitation(true, false, email, mobile, null);
    }

    private static WantedInvitation toCora(Other cora) {
        return new WantedInvitation(true, false, CORA, "", cora);
    }

    private static Other parent() {
        return new Other("Cora Carer", "parent", "full", ALL, "");
    }

    private void send(PatientId patient, WantedInvitation wanted) {
        assertThat(invitations.send(patient, wanted, ROSA)).isInstanceOf(Sending.Sent.class);
    }

    private List<Refusal> refusals(PatientId patient, WantedInvitation wanted) {
        return ((Sending.Refused) invitations.send(patient, wanted, ROSA)).reasons();
    }

    private List<InvitationState> states(PatientId patient) {
        return list.of(patient).stream().map(SentInvitation::state).toList();
    }

    /** What the link of that invitation carries, which only its mail knows: it is given another. */
    private InvitationToken token(long invitation) {
        var token = "token-" + invitation;
        clinic.run("update __tenant__.invitation set token_hash = sha256('" + token + "'::bytea) where id = "
                + invitation);
        return new InvitationToken(token);
    }

    private Optional<Asked> begin(InvitationToken token) {
        return links.begin(token, new AskedFrom("north.anteroom.example", InetAddress.ofLiteral("192.0.2.1"), null));
    }

    /** Follows the link of that invitation to the end. */
    private Entered accept(long invitation) {
        var browser = Clinic.browser(begin(token(invitation)).orElseThrow());
        clinic.send(123);
        return clinic.enter(browser, 123);
    }
}
