package io.anteroom.clinic.access.family;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.Holder;
import io.anteroom.clinic.access.credential.AccessOverview;
import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.family.GivenAccess.Reason;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class OthersAccessTest {

    private static final String PETRA = "petra@example.org";
    private static final GrantTerms PARENT =
            new GrantTerms(Relationship.PARENT, AccessLevel.FULL, AccessScope.all(), null);
    private static final GrantTerms MONEY_ONLY =
            new GrantTerms(Relationship.PARENT, AccessLevel.FULL, EnumSet.of(AccessScope.MONEY), null);

    @Autowired
    Clinic clinic;

    @Autowired
    StatementCount statements;

    @Autowired
    OthersAccess access;

    @Autowired
    AccessOverview overview;

    @Autowired
    OnlineAccess online;

    @Autowired
    Sessions sessions;

    @Test
    void somebodyWithoutAnAccountGetsOneAndSignsInWithACode() {
        inNorth(() -> {
            var cleo = clinic.patient("Cleo");

            assertThat(give(cleo, "Petra Lee", PETRA, "")).isInstanceOf(GivenAccess.Given.class);

            var chart = sessions.chart(clinic.signIn(PETRA)).orElseThrow();
            assertThat(chart.actor().name()).isEqualTo("Petra Lee");
            assertThat(chart.actingFor().orElseThrow().id()).isEqualTo(cleo);
            assertThat(overview.of(cleo).people()).singleElement().satisfies(petra -> {
                assertThat(petra.name()).isEqualTo("Petra Lee");
                assertThat(petra.addresses()).containsExactly(PETRA);
                assertThat(petra.grantedBy()).isEqualTo("Rosa Reception");
            });
        });
    }

    @Test
    void somebodyWithAnAccountKeepsItAndSeesTheSecondChildToo() {
        inNorth(() -> {
            families();
            var cleo = clinic.patient("Cleo");
            var dora = clinic.patient("Dora");
            give(cleo, "Petra Lee", PETRA, "");

            assertThat(give(dora, " petra  LEE ", PETRA.toUpperCase(Locale.ROOT), ""))
                    .isInstanceOf(GivenAccess.Given.class);

            assertThat(sessions.chart(clinic.signIn(PETRA)).orElseThrow().patients())
                    .extracting(VisiblePatient::id)
                    .containsExactly(cleo, dora);
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isEqualTo(1);
        });
    }

    @Test
    void anAddressUnderAnotherNameShowsNobodyTheRecord() {
        inNorth(() -> {
            families();
            var cleo = clinic.patient("Cleo");
            clinic.patient("Bob", "bob@example.org", "");

            assertThat(give(cleo, "Petra Lee", "bob@example.org", ""))
                    .isEqualTo(refused(new Reason.SomebodyElses(CredentialChannel.EMAIL, "Bob Lee")));
            assertThat(overview.of(cleo).people()).isEmpty();
        });
    }

    @Test
    void thePatientsOwnAddressIsNobodyElses() {
        inNorth(() -> {
            families();
            var anna = clinic.patient("Anna", "anna@example.org", "");

            assertThat(give(anna, "Anna Lee", "anna@example.org", ""))
                    .isEqualTo(refused(new Reason.ThePatients(CredentialChannel.EMAIL)));
            assertThat(clinic.texts("select relationship from __tenant__.access_grant where ended_at is null"))
                    .containsExactly("self");
        });
    }

    @Test
    void twoAddressesHaveToBeOfOnePerson() {
        inNorth(() -> {
            families();
            var cleo = clinic.patient("Cleo");
            clinic.patient("Bob", "bob@example.org", "");
            clinic.patient("Petra", PETRA, "07400 123456");
            clinic.patient("Rita", "rita@example.org", "07400 123457");

            assertThat(give(cleo, "Petra Lee", PETRA, "07400 123457")).isEqualTo(refused(new Reason.TwoPeople()));
            assertThat(give(cleo, "Bob Lee", "bob@example.org", "07400 123458"))
                    .isEqualTo(refused(new Reason.NotTheirs(CredentialChannel.MOBILE)));
            assertThat(give(cleo, "Petra Lee", PETRA, "07400 123456")).isInstanceOf(GivenAccess.Given.class);
        });
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingIsKept() {
        inNorth(() -> {
            var cleo = clinic.patient("Cleo");
            var over = new GrantTerms(Relationship.CARER, AccessLevel.FULL, AccessScope.all(), TestClock.START);

            assertThat(access.give(cleo, new WantedPerson(" ", "petra@", "12", false), over, ROSA))
                    .isEqualTo(refused(
                            new Reason.NoName(),
                            new Reason.Unreadable(CredentialChannel.EMAIL),
                            new Reason.Unreadable(CredentialChannel.MOBILE),
                            new Reason.NotVerified(),
                            new Reason.Over()));
            assertThat(access.give(cleo, new WantedPerson("x".repeat(201), "", "", true), PARENT, ROSA))
                    .isEqualTo(refused(new Reason.NoName(), new Reason.NoAddress()));
            assertThat(access.give(cleo, new WantedPerson("Petra", PETRA, "", true), over, ROSA))
                    .isEqualTo(refused(new Reason.Over()));
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .as("no account is left behind")
                    .isZero();
        });
    }

    @Test
    void whatTheClinicsModelForbidsIsRefusedByName() {
        inNorth(() -> {
            var cleo = clinic.patient("Cleo");
            var anna = clinic.patient("Anna", "anna@example.org", "");
            assertThat(give(cleo, "Anna Lee", "anna@example.org", ""))
                    .isEqualTo(refused(new Reason.OpensAnother(new Holder(anna, "Anna Lee"))));

            clinic.run("update __tenant__.authentication_settings set one_account_per_record = true");
            assertThat(give(anna, "Petra Lee", PETRA, "")).isEqualTo(refused(new Reason.OpenToAnother("Anna Lee")));
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isEqualTo(1);
        });
    }

    @Test
    void aParentOfSomebodyPastTheAgeGetsNoneAndStaffAreToldSinceWhen() {
        inNorth(() -> {
            var cleo = clinic.patient("Cleo");
            clinic.run("update __tenant__.authentication_settings set parents_end_at = 16");
            var pastAge = refused(new Reason.PastAge(LocalDate.of(1996, 3, 27)));

            assertThat(give(cleo, "Petra Lee", PETRA, "")).isEqualTo(pastAge);
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .as("no account is left behind")
                    .isZero();

            var carer = new GrantTerms(Relationship.CARER, AccessLevel.FULL, AccessScope.all(), null);
            var grant = given(access.give(cleo, new WantedPerson("Petra Lee", PETRA, "", true), carer, ROSA));
            assertThat(access.change(cleo, grant, PARENT, ROSA)).isEqualTo(pastAge);
            assertThat(overview.of(cleo).people())
                    .as("what was given before holds")
                    .singleElement()
                    .satisfies(petra -> assertThat(petra.relationship()).isEqualTo(Relationship.CARER));
        });
    }

    @Test
    void whoActsForAPatientIsNamedWhereTheirAddressIsWantedForAnother() {
        inNorth(() -> {
            var cleo = clinic.patient("Cleo");
            give(cleo, "Petra Lee", PETRA, "");

            assertThat(clinic.configure(clinic.patient("Dora"), PETRA, ""))
                    .isEqualTo(new Configured.Refused(List.of(
                            new Configured.Reason.Taken(CredentialChannel.EMAIL, new Holder(cleo, "Petra Lee")))));
        });
    }

    @Test
    void thePageCostsAsManyStatementsForThreeWhoActForThePatientAsForOne() {
        inNorth(() -> {
            var cleo = clinic.patient("Cleo");
            give(cleo, "Petra Lee", PETRA, "");
            clinic.signIn(PETRA);
            statements.reset();
            overview.of(cleo);
            var forOne = statements.count();

            for (var other : List.of("otto@example.org", "uma@example.org")) {
                give(cleo, "Another", other, "");
                clinic.signIn(other);
            }
            statements.reset();

            assertThat(overview.of(cleo).othersSessions()).hasSize(3);
            assertThat(statements.count()).isEqualTo(forOne);
        });
    }

    @Test
    void staffSeeAndEndTheSessionsOfWhoActsForThePatient() {
        inNorth(() -> {
            var cleo = clinic.patient("Cleo");
            var dora = clinic.patient("Dora");
            give(cleo, "Petra Lee", PETRA, "");
            var token = clinic.signIn(PETRA);

            assertThat(overview.of(cleo).sessions()).as("the patient's own").isEmpty();
            var session = overview.of(cleo).othersSessions().getFirst();
            assertThat(session.name()).isEqualTo("Petra Lee");
            assertThat(session.relationship()).isEqualTo(Relationship.PARENT);
            var id = session.session().id();
            assertThat(online.endSession(dora, id, ROSA))
                    .as("sees nothing of Dora")
                    .isFalse();
            inSouth(() -> assertThat(online.endSession(cleo, id, ROSA)).isFalse());
            assertThat(sessions.chart(token)).isPresent();

            assertThat(online.endSession(cleo, id, ROSA)).isTrue();

            assertThat(sessions.chart(token)).isEmpty();
            assertThat(overview.of(cleo).othersSessions()).isEmpty();
            assertThat(online.endSession(cleo, id, ROSA)).isFalse();
            assertThat(online.hadSession(cleo, id)).isTrue();
            assertThat(online.hadSession(dora, id)).isFalse();
        });
    }

    @Test
    void aChangeCountsInAnOpenSession() {
        inNorth(() -> {
            var cleo = clinic.patient("Cleo");
            var grant = given(give(cleo, "Petra Lee", PETRA, ""));
            var token = clinic.signIn(PETRA);
            assertThat(sessions.chart(token).orElseThrow().openFor(AccessScope.CLINICAL))
                    .containsExactly(cleo);

            var changed = given(access.change(cleo, grant, MONEY_ONLY, ROSA));

            assertThat(sessions.chart(token).orElseThrow().openFor(AccessScope.CLINICAL))
                    .isEmpty();
            assertThat(sessions.chart(token).orElseThrow().openFor(AccessScope.MONEY))
                    .containsExactly(cleo);
            assertThat(access.change(cleo, grant, PARENT, ROSA))
                    .as("another changed it meanwhile")
                    .isEqualTo(new GivenAccess.NotThere());
            assertThat(given(access.change(cleo, changed, MONEY_ONLY, ROSA)))
                    .as("a second click")
                    .isEqualTo(changed);
        });
    }

    @Test
    void anEndCountsInAnOpenSessionAndOnlyOnce() {
        inNorth(() -> {
            families();
            var cleo = clinic.patient("Cleo");
            var dora = clinic.patient("Dora");
            var grant = given(give(cleo, "Petra Lee", PETRA, ""));
            give(dora, "Petra Lee", PETRA, "");
            var token = clinic.signIn(PETRA);

            assertThat(access.end(dora, grant, ROSA)).as("not that patient's").isFalse();
            assertThat(access.end(cleo, grant, ROSA)).isTrue();
            assertThat(access.end(cleo, grant, ROSA)).isFalse();

            assertThat(sessions.chart(token).orElseThrow().patients())
                    .extracting(VisiblePatient::id)
                    .containsExactly(dora);
        });
    }

    @Test
    void thePatientsOwnAccessIsNotChangedOrEndedHere() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var own = new GrantId(clinic.sql("select id from __tenant__.access_grant"));

            assertThat(access.end(anna, own, ROSA)).isFalse();
            assertThat(access.change(anna, own, MONEY_ONLY, ROSA)).isEqualTo(new GivenAccess.NotThere());
        });
    }

    @Test
    void theOtherClinicsPatientOfTheSameNumberIsAnother() {
        inNorth(() -> give(clinic.patient("Cleo"), "Petra Lee", PETRA, ""));
        inSouth(() -> {
            var sora = clinic.patient("Sora");
            assertThat(overview.of(sora).people()).isEmpty();
            assertThat(access.end(sora, new GrantId(1), ROSA)).isFalse();
            assertThat(access.give(new PatientId(9), new WantedPerson("P", PETRA, "", true), PARENT, ROSA))
                    .isEqualTo(new GivenAccess.NotThere());
        });
        inNorth(() -> assertThat(overview.of(new PatientId(1)).people()).hasSize(1));
    }

    @Test
    void theLogSaysWhoGaveWhatToWhomBeforeAndAfter() {
        inNorth(() -> {
            var cleo = clinic.patient("Cleo");
            var until = new GrantTerms(
                    Relationship.CARER, AccessLevel.LIMITED, EnumSet.of(AccessScope.BOOKINGS), in(Duration.ofDays(10)));
            var grant = given(give(cleo, "Petra Lee", PETRA, ""));
            var changed = given(access.change(cleo, grant, until, ROSA));
            access.end(cleo, changed, ROSA);

            assertThat(clinic.texts("""
                    select actor_name || ' ' || action || ' ' || detail::text from __tenant__.audit_entry
                     where action like 'access%' order by id"""))
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .startsWith("Rosa Reception access-granted")
                                    .contains("Petra Lee, parent", "full: bookings, money, clinical"),
                            second -> assertThat(second)
                                    .startsWith("Rosa Reception access-granted")
                                    .contains(
                                            "Petra Lee, carer",
                                            "full: bookings, money, clinical",
                                            "limited: bookings, until 2026-12-01"),
                            third -> assertThat(third)
                                    .startsWith("Rosa Reception access-ended")
                                    .contains("Petra Lee, carer", "limited: bookings", "ended by staff"));
        });
    }

    private static Instant in(Duration time) {
        return TestClock.START.plus(time);
    }

    private void families() {
        clinic.run("update __tenant__.authentication_settings set one_patient_per_account = false");
    }

    private GivenAccess give(PatientId patient, String name, String email, String mobile) {
        return access.give(patient, new WantedPerson(name, email, mobile, true), PARENT, ROSA);
    }

    private static GrantId given(GivenAccess answer) {
        assertThat(answer).isInstanceOf(GivenAccess.Given.class);
        return ((GivenAccess.Given) answer).grant();
    }

    private static GivenAccess refused(Reason... reasons) {
        return new GivenAccess.Refused(List.of(reasons));
    }
}
