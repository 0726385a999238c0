package io.anteroom.portal.family;

import static io.anteroom.portal.Clinics.NORTH;
import static io.anteroom.portal.Clinics.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.family.GivenAccess;
import io.anteroom.clinic.access.family.OthersAccess;
import io.anteroom.clinic.access.family.WantedPerson;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** Cleo, who can sign in herself, and her parents Petra and Peter, who must learn nothing of each other. */
@PortalTest
@Import(Clinics.class)
class AccessPagesTest {

    private static final String CLEO = "cleo@example.org";
    private static final String PETRA = "petra@example.org";
    private static final String PETER = "peter@example.org";
    private static final String PETERS_MOBILE = "+447400123456";
    private static final Actor.Staff ROSA = new Actor.Staff("rosa", "Rosa Reception");

    @Autowired
    Clinics clinics;

    @Autowired
    OthersAccess access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private PatientId cleo = new PatientId(0);
    private GrantId peters = new GrantId(0);

    @BeforeEach
    void aFamily() {
        cleo = clinics.patient(Tenants.north(), "Cleo", CLEO);
        clinics.patient(Tenants.north(), "Petra", PETRA);
        clinics.patient(Tenants.south(), "Sora", PETRA);
        north("update __tenant__.authentication_settings set one_patient_per_account = false");
        give("Petra Lee", PETRA, "", Relationship.PARENT);
        peters = give("Peter Park", PETER, PETERS_MOBILE, Relationship.PARENT);
    }

    @Test
    void whoSeesSeveralChoosesAndSwitchesAndIsLedOnToWhereTheyWent() {
        var petra = clinics.signedIn(NORTH, PETRA);
        assertThat(petra.open("/access").getRedirectedUrl()).isEqualTo("/for?to=%2Faccess");
        petra.open("/for?to=%2Faccess");

        assertThat(petra.submit("/for", "patient", cleo.toString(), "to", "/access")
                        .getRedirectedUrl())
                .isEqualTo("/access");
        assertThat(text(petra.open("/access")))
                .contains(
                        "You are now here for Cleo Lee",
                        "Who can see the record of Cleo Lee",
                        "For </span><bdi>Cleo Lee");

        petra.submit("/for", "patient", "2", "to", "//evil.example");
        assertThat(text(petra.open("/access"))).contains("Who can see my record", "For </span><bdi>Petra Lee");
    }

    @Test
    void nobodyActsForAPatientThatIsNoneOfTheirs() {
        var petra = clinics.signedIn(NORTH, PETRA);
        petra.open("/for");

        assertThat(petra.submit("/for", "patient", "99").getStatus()).isEqualTo(404);
        assertThat(petra.submit("/for", "patient", "x").getStatus()).isEqualTo(404);
        assertThat(petra.submit("/for").getStatus()).isEqualTo(400);
        var sora = clinics.signedIn(SOUTH, PETRA);
        sora.open("/access");
        assertThat(sora.submit("/for", "patient", "2").getStatus())
                .as("a number of the other clinic's")
                .isEqualTo(404);
    }

    @Test
    void thePatientEndsAnAccessInOneTapAndItIsOverInAnOpenSession() {
        north("update __tenant__.access_grant set relationship = 'carer' where id = " + peters);
        var peter = clinics.signedIn(NORTH, PETER);
        assertThat(text(peter.open("/access"))).contains("Cleo Lee");
        var child = clinics.signedIn(NORTH, CLEO);
        assertThat(text(child.open("/access"))).contains("Peter Park", "Carer", "End the access of Peter Park");

        assertThat(child.submit(endOf(peters)).getRedirectedUrl()).isEqualTo("/access");

        assertThat(text(child.open("/access"))).doesNotContain("Peter");
        assertThat(text(peter.open("/access"))).doesNotContain("Cleo");
        assertThat(child.submit(endOf(peters)).getRedirectedUrl())
                .as("a second tap")
                .isEqualTo("/access");
        assertThat(text(child.open("/access"))).contains("That access has ended, and with it whatever was open");
        assertThat(peter.open("/access").getRedirectedUrl())
                .as("who sees nobody any more is told so at home")
                .isEqualTo("/");
    }

    @Test
    void whatTheClinicChangedMeanwhileIsShownAnewAndNotEnded() {
        north("update __tenant__.access_grant set relationship = 'carer' where id = " + peters);
        var child = clinics.signedIn(NORTH, CLEO);
        child.open("/access");
        give("Peter Park", PETER, "", Relationship.NOMINATED);

        assertThat(child.submit(endOf(peters)).getRedirectedUrl()).isEqualTo("/access");
        assertThat(text(child.open("/access")))
                .contains("The clinic has changed that access meanwhile", "Peter Park", "Named to help");
    }

    @Test
    void whoCouldNotEndItIsToldNothingOfItOnceItHasEnded() {
        var child = clinics.signedIn(NORTH, CLEO);
        var petra = clinics.signedIn(NORTH, PETRA);
        petra.open("/for");
        north("update __tenant__.patient set birth_date = date '2020-01-01' where id = " + cleo);
        north("update __tenant__.access_grant set ended_at = now(), ended_by = 'Rosa', ended_because = 'ended-by-staff'"
                + " where id = " + peters);
        child.open("/access");

        assertThat(child.submit(endOf(peters)).getStatus())
                .as("a parent's, for a child")
                .isEqualTo(404);
        assertThat(petra.submit(endOf(peters)).getStatus()).isEqualTo(404);
        assertThat(child.submit(endOf(new GrantId(99))).getStatus()).isEqualTo(404);
        assertThat(child.submit("/access/2/people/" + peters + "/end").getStatus())
                .as("not this record's")
                .isEqualTo(404);
    }

    @Test
    void whoGaveItOnWhatOccasionAndWhenIsThereAndTheWayToAllElseOfAccess() {
        var child = clinics.signedIn(NORTH, CLEO);
        assertThat(text(child.open("/access")))
                .contains("Given by Rosa Reception at the clinic, since 21 November 2026")
                .contains("aria-current=\"page\">Who has access", "href=\"/access/log\"", "href=\"/security\"");

        north(
                "insert into __tenant__.invitation (patient_id, token_hash, person_name, relationship, level, scope, email, by_email,"
                        + " by_sms, proved_by, sent_at, sent_by, sent_by_id, expires_at, used_at, account_id)"
                        + " select patient_id, decode(repeat('0', 64), 'hex'), 'Peter', relationship, level, scope, 'p@example.org', true,"
                        + " false, 'email', granted_at, 'Rosa Reception', 'rosa', granted_at + interval '1 day', granted_at, account_id"
                        + " from __tenant__.access_grant where id = " + peters);
        assertThat(text(child.open("/access")))
                .contains("Accepted an invitation of the clinic, sent by Rosa Reception, since 21 November 2026");
        assertThat(text(child.open("/security"))).contains("aria-current=\"page\">How you sign in");
        assertThat(text(child.open("/sessions"))).contains("aria-current=\"page\">Where you’re signed in");
    }

    @Test
    void nobodyElseEndsIt() {
        var petra = clinics.signedIn(NORTH, PETRA);
        petra.open("/for");
        petra.submit("/for", "patient", cleo.toString());

        assertThat(text(petra.open("/access"))).contains("Peter Park").doesNotContain("End the access");
        assertThat(petra.submit(endOf(peters)).getStatus()).isEqualTo(404);
        var sora = clinics.signedIn(SOUTH, PETRA);
        sora.open("/access");
        assertThat(sora.submit(endOf(peters)).getStatus()).isEqualTo(404);
    }

    @Test
    void aFormEndsWhatItWasShownForWhoeverIsActedForByThen() {
        var petra = clinics.signedIn(NORTH, PETRA);
        petra.open("/for");
        petra.submit("/for", "patient", cleo.toString());
        assertThat(text(petra.open("/access"))).contains("/access/" + cleo + "/giving-up");
        petra.submit("/for", "patient", "2");

        assertThat(text(petra.open("/access/" + cleo + "/giving-up")))
                .contains("Give up your access to the record of Cleo Lee?", "Cancel");
        assertThat(petra.submit("/access/" + cleo + "/giving-up").getRedirectedUrl())
                .isEqualTo("/");

        assertThat(text(petra.open("/access"))).contains("You no longer have access to the record of Cleo Lee");
        assertThat(text(petra.open("/access")))
                .contains("Who can see my record")
                .doesNotContain("Cleo");
        assertThat(petra.submit("/access/" + cleo + "/giving-up").getRedirectedUrl())
                .as("a second tap")
                .isEqualTo("/");
        assertThat(text(petra.open("/access")))
                .contains("You no longer have access to that record")
                .doesNotContain("Cleo");
        assertThat(petra.open("/access/" + cleo + "/giving-up").getRedirectedUrl())
                .as("the back button")
                .isEqualTo("/");
        assertThat(petra.submit("/access/2/giving-up").getStatus())
                .as("the own")
                .isEqualTo(404);
        assertThat(petra.submit("/access/99/giving-up").getStatus()).isEqualTo(404);
        assertThat(petra.open("/access/2/giving-up").getStatus()).as("the own").isEqualTo(404);
    }

    @Test
    void ofTwoGuardiansNeitherSeesTheOthersAddressOrSessionsOnAnyPage() {
        var peter = clinics.signedIn(NORTH, PETER);
        peter.open("/sessions");
        var petra = clinics.signedIn(NORTH, PETRA);
        petra.open("/for");
        petra.submit("/for", "patient", cleo.toString());

        for (var path : new String[] {"/access", "/for", "/sessions", "/access/" + cleo + "/giving-up"}) {
            assertThat(text(petra.open(path)))
                    .as(path)
                    .doesNotContain(PETER, "peter@", PETERS_MOBILE, "400 123456", "/sessions/1/end");
            assertThat(text(peter.open(path))).as(path).doesNotContain(PETRA, "petra@", "/sessions/2/end");
        }
        assertThat(petra.submit("/sessions/1/end").getStatus()).isEqualTo(404);
        var child = clinics.signedIn(NORTH, CLEO);
        assertThat(text(child.open("/access")))
                .contains("Petra Lee", "Peter Park")
                .doesNotContain("peter@", "petra@");
    }

    @Test
    void limitedAccessIsShownItsOwnLineAlone() {
        north("update __tenant__.access_grant set level = 'limited' where id = " + peters);

        assertThat(text(clinics.signedIn(NORTH, PETER).open("/access")))
                .contains("Peter Park", "others’ access isn’t shown")
                .doesNotContain("Petra");
    }

    private String endOf(GrantId grant) {
        return "/access/" + cleo + "/people/" + grant + "/end";
    }

    private GrantId give(String name, String email, String mobile, Relationship relationship) {
        var terms = new GrantTerms(relationship, AccessLevel.FULL, AccessScope.all(), null);
        return CurrentTenant.call(
                Tenants.north(),
                () -> ((GivenAccess.Given) access.give(cleo, new WantedPerson(name, email, mobile, true), terms, ROSA))
                        .grant());
    }

    private void north(String sql) {
        CurrentTenant.run(
                Tenants.north(),
                () -> transaction.executeWithoutResult(_ -> jdbc.sql(sql).update()));
    }

    private static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
