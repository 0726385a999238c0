package io.anteroom.clinic.access.family;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.Charts;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.testing.TestClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class WhoHasAccessTest {

    private static final String ANNA = "anna@example.org";
    private static final String CORA = "cora@example.org";
    private static final String PETRA = "petra@example.org";

    @Autowired
    Clinic clinic;

    @Autowired
    OthersAccess access;

    @Autowired
    WhoHasAccess who;

    @Autowired
    Sessions sessions;

    @Autowired
    Charts charts;

    private PatientId anna = new PatientId(0);
    private GrantId carers = new GrantId(0);
    private GrantId parents = new GrantId(0);

    @BeforeEach
    void annaHasACarerAndAParent() {
        inNorth(() -> {
            anna = clinic.patient("Anna", ANNA, "");
            carers = give("Cora Care", CORA, Relationship.CARER, AccessLevel.LIMITED);
            parents = give("Petra Lee", PETRA, Relationship.PARENT, AccessLevel.FULL);
        });
    }

    @Test
    void thePatientSeesEverybodyAndMayEndWhatTheClinicLets() {
        inNorth(() -> {
            assertThat(seenBy(ANNA))
                    .extracting(HeldAccess::name, HeldAccess::relationship, HeldAccess::mine, HeldAccess::mayEnd)
                    .containsExactly(
                            tuple("Anna Lee", Relationship.SELF, true, false),
                            tuple("Cora Care", Relationship.CARER, false, true),
                            tuple("Petra Lee", Relationship.PARENT, false, true));

            clinic.run("update __tenant__.authentication_settings set patients_may_revoke = false");
            assertThat(seenBy(ANNA)).extracting(HeldAccess::mayEnd).containsOnly(false);
            assertThat(who.end(anna, carers, chart(ANNA))).isEqualTo(EndedAccess.NOT_THERE);
        });
    }

    @Test
    void whoActsForThePatientSeesWhoElseDoesAndEndsNobodys() {
        inNorth(() -> {
            assertThat(seenBy(PETRA))
                    .extracting(HeldAccess::name, HeldAccess::mine, HeldAccess::mayEnd)
                    .containsExactly(
                            tuple("Anna Lee", false, false),
                            tuple("Cora Care", false, false),
                            tuple("Petra Lee", true, false));
            assertThat(who.end(anna, carers, chart(PETRA))).isEqualTo(EndedAccess.NOT_THERE);
        });
    }

    @Test
    void limitedAccessKnowsOfItsOwnAlone() {
        inNorth(() -> assertThat(seenBy(CORA)).extracting(HeldAccess::name).containsExactly("Cora Care"));
    }

    @Test
    void whatThePatientEndsIsOverInOpenSessionsAndInTheLog() {
        inNorth(() -> {
            var open = clinic.signIn(CORA);

            assertThat(who.end(anna, carers, chart(ANNA))).isEqualTo(EndedAccess.ENDED);
            assertThat(who.end(anna, carers, chart(ANNA))).as("twice").isEqualTo(EndedAccess.ENDED);

            assertThat(sessions.chart(open).orElseThrow().patients()).isEmpty();
            assertThat(clinic.texts("""
                    select actor_kind || ' ' || actor_name || ' ' || detail::text from __tenant__.audit_entry
                     where action = 'access-ended'"""))
                    .singleElement()
                    .asString()
                    .startsWith("patient Anna Lee")
                    .contains("Cora Care", "ended by patient");
        });
    }

    @Test
    void aChildEndsNoParentsAccess() {
        inNorth(() -> {
            born("2014-11-22");
            assertThat(mayEnd(parents)).as("eleven, and no rule of ages").isFalse();
            assertThat(mayEnd(carers)).isTrue();
            assertThat(who.end(anna, parents, chart(ANNA))).isEqualTo(EndedAccess.NOT_THERE);

            born("2008-11-21");
            assertThat(mayEnd(parents)).as("eighteen today").isTrue();
            born("2008-11-22");
            assertThat(mayEnd(parents)).as("eighteen tomorrow").isFalse();

            clinic.run("update __tenant__.authentication_settings set parents_end_at = 16");
            assertThat(mayEnd(parents))
                    .as("by the age at which parents' access ends")
                    .isTrue();
            clinic.run("update __tenant__.authentication_settings set parents_limited_from = 12");
            born("2014-11-21");
            assertThat(mayEnd(parents))
                    .as("by the age from which on it is limited")
                    .isTrue();
        });
    }

    @Test
    void whoHasAccessToAnothersRecordMayGiveItUpAndNobodyTheirOwn() {
        inNorth(() -> {
            var open = clinic.signIn(PETRA);
            assertThat(who.giveUp(anna, chart(PETRA))).isTrue();
            assertThat(sessions.chart(open).orElseThrow().patients()).isEmpty();
            assertThat(who.giveUp(anna, chart(PETRA))).as("twice").isTrue();
            assertThat(who.giveUp(anna, chart(ANNA))).isFalse();
            assertThat(clinic.texts("select ended_because from __tenant__.access_grant where ended_at is not null"))
                    .containsExactly("given-up");
        });
    }

    @Test
    void aRecordThatIsNoneOfTheViewersSaysNothing() {
        inNorth(() -> {
            var bob = clinic.patient("Bob", "bob@example.org", "");
            assertThat(who.to(anna, chart("bob@example.org"))).isEmpty();
            assertThat(who.to(bob, chart(ANNA))).isEmpty();
            assertThat(who.end(anna, carers, chart("bob@example.org"))).isEqualTo(EndedAccess.NOT_THERE);
            assertThat(who.end(bob, carers, chart("bob@example.org")))
                    .as("a number of another record's")
                    .isEqualTo(EndedAccess.NOT_THERE);
        });
    }

    private void born(String date) {
        clinic.run("update __tenant__.patient set birth_date = '" + date + "'");
    }

    private boolean mayEnd(GrantId grant) {
        return seenBy(ANNA).stream().anyMatch(held -> held.grant().equals(grant) && held.mayEnd());
    }

    private List<HeldAccess> seenBy(String address) {
        return who.to(anna, chart(address));
    }

    private VisibleChart chart(String address) {
        long account = clinic.sql("select account_id from __tenant__.credential where value = '" + address + "'");
        return charts.visibleTo(
                new Viewer(new AccountId(account), new SessionId(1), TestClock.START.plusSeconds(60), null, null));
    }

    private GrantId give(String name, String email, Relationship relationship, AccessLevel level) {
        var terms = new GrantTerms(relationship, level, AccessScope.all(), null);
        return ((GivenAccess.Given) access.give(anna, new WantedPerson(name, email, "", true), terms, ROSA)).grant();
    }
}
