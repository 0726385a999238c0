package io.anteroom.clinic.access.invitation;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.access.invitation.InvitationSteps.CORA;
import static io.anteroom.clinic.access.invitation.InvitationSteps.parent;
import static io.anteroom.clinic.access.invitation.InvitationSteps.toCora;
import static io.anteroom.clinic.access.invitation.InvitationSteps.toThePatient;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.invitation.WantedInvitation.Other;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do with a link. */
@AccessTest
class AcceptedInvitationsTest {

    @Autowired
    Clinic clinic;

    @Autowired
    InvitationSteps steps;

    @Autowired
    Invitations invitations;

    @Autowired
    Sessions sessions;

    @Autowired
    TestClock clock;

    @Test
    void anInvitedPatientProvesTheAddressAndIsIn() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            steps.send(anna, toThePatient("Anna@Example.org", "07400 123456"));

            assertThat(clinic.sql("select count(*) from __tenant__.credential"))
                    .as("nothing is open before the address was proved")
                    .isZero();
            var chart = sessions.chart(Clinic.token(steps.accept(1))).orElseThrow();

            assertThat(chart.patients()).extracting(VisiblePatient::id).containsExactly(anna);
            assertThat(clinic.texts("select channel || ' ' || value || ' ' || (verified_at is not null)"
                            + " from __tenant__.credential order by channel"))
                    .containsExactly("email anna@example.org true", "mobile +447400123456 false");
            assertThat(steps.states(anna)).containsExactly(InvitationState.USED);
        });
    }

    @Test
    void aSecondAddressThatNobodyProvedIsNotAddedToAnAccountThatWasThere() {
        inNorth(() -> {
            steps.families();
            clinic.patient("Cora", CORA, "");
            clinic.signIn(CORA);
            clock.advance(Duration.ofMinutes(11));
            var ben = clinic.patient("Ben");
            steps.send(ben, new WantedInvitation(true, true, CORA, "07400 123456", parent()));
            steps.accept(1);
            assertThat(clinic.texts("select value from __tenant__.credential")).containsExactly(CORA);

            var dora = clinic.patient("Dora");
            steps.send(dora, toThePatient("dora@example.org", "07400 654321"));
            clock.advance(Duration.ofMinutes(11));
            steps.accept(2);
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
    void anAccountOfTwoStepsGetsTheAccessAndNoSessionByTheCodeAlone() {
        inNorth(() -> {
            steps.families();
            clinic.patient("Cora", CORA, "");
            clinic.run("insert into __tenant__.account_password (account_id, credential_id, hash, set_at, two_step)"
                    + " values (1, 1, repeat('x', 60), now(), true)");
            clinic.run("update __tenant__.credential set verified_at = added_at");
            steps.send(clinic.patient("Ben"), toCora(parent()));

            assertThat(steps.accept(1)).isEqualTo(new Entered.PasswordNext());

            assertThat(clinic.sql("select count(*) from __tenant__.access_grant"))
                    .isEqualTo(2);
            assertThat(clinic.sql("select count(*) from __tenant__.portal_session"))
                    .isZero();
        });
    }

    @Test
    void aCarerGetsTheAccessThatTheInvitationFroze() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            steps.send(anna, toCora(new Other("Cora Carer", "carer", "full", Set.of("money"), "2026-12-31")));
            assertThat(clinic.texts("select origin from __tenant__.portal_account"))
                    .containsExactly("staff");

            var chart = sessions.chart(Clinic.token(steps.accept(1))).orElseThrow();

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
            steps.families();
            var cora = clinic.patient("Cora", CORA, "");
            clinic.signIn(CORA);
            clock.advance(Duration.ofMinutes(11));
            var ben = clinic.patient("Ben");
            steps.send(ben, toCora(parent()));

            var chart = sessions.chart(Clinic.token(steps.accept(1))).orElseThrow();

            assertThat(chart.patients()).extracting(VisiblePatient::id).containsExactly(cora, ben);
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isEqualTo(1);
        });
    }

    @Test
    void oneThatIsRevokedWhileTheCodeIsTypedOpensNothing() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            steps.send(anna, toCora(parent()));
            var browser = Clinic.browser(steps.begin(steps.token(1)).orElseThrow());
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
            steps.send(clinic.patient("Anna"), toCora(parent()));
            var browser = Clinic.browser(steps.begin(steps.token(1)).orElseThrow());
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
            steps.send(anna, toCora(parent()));
            var first = Clinic.browser(steps.begin(steps.token(1)).orElseThrow());
            var second = Clinic.browser(steps.begin(steps.token(1)).orElseThrow());
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
            steps.send(anna, toCora(parent()));
            var browser = Clinic.browser(steps.begin(steps.token(1)).orElseThrow());
            clinic.send(123);
            clinic.run("update __tenant__.authentication_settings set one_account_per_record = true");
            clinic.configure(anna, "anna@example.org", "");

            assertThat(clinic.enter(browser, 123)).isEqualTo(new Entered.Overtaken());
            assertThat(clinic.texts("select value from __tenant__.credential")).containsExactly("anna@example.org");
            assertThat(clinic.texts("select actor_name || ' ' || detail::text from __tenant__.audit_entry"
                            + " where action = 'invitation-refused'"))
                    .singleElement()
                    .asString()
                    .startsWith("Whoever has the link")
                    .contains("the record is open to another account", CORA);
        });
    }

    @Test
    void theAddressOfAClosedAccountIsFreeForAnInvitation() {
        inNorth(() -> {
            clinic.patient("Ben", CORA, "07400 123456");
            clinic.run("update __tenant__.portal_account set closed_at = now()");
            var cora = clinic.patient("Cora");
            steps.send(cora, toThePatient(CORA, "07400 123456"));

            var chart = sessions.chart(Clinic.token(steps.accept(1))).orElseThrow();

            assertThat(chart.patients()).extracting(VisiblePatient::id).containsExactly(cora);
            assertThat(clinic.texts("select value from __tenant__.credential where account_id = 2 order by channel"))
                    .containsExactly(CORA, "+447400123456");
        });
    }

    @Test
    void whereARecordIsOpenToOneAccountThePatientsOwnMayGetAnotherAddress() {
        inNorth(() -> {
            clinic.run("update __tenant__.authentication_settings set one_account_per_record = true");
            var anna = clinic.patient("Anna", "", "07400 123456");
            steps.send(anna, toThePatient("anna@example.org", ""));

            steps.accept(1);
            assertThat(clinic.sql("select count(distinct account_id) * 10 + count(*) from __tenant__.credential"))
                    .isEqualTo(12);
        });
    }
}
