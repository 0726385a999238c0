package io.anteroom.clinic.access.link;

import static io.anteroom.clinic.access.Clinic.browser;
import static io.anteroom.clinic.access.link.LinkSteps.ANNA;
import static io.anteroom.clinic.access.link.LinkSteps.BORN;
import static io.anteroom.clinic.access.link.LinkSteps.email;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.credential.Enrolment;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose account a link leads to. */
@AccessTest
class LinkedAccountsTest {

    @Autowired
    Clinic clinic;

    @Autowired
    LinkSteps steps;

    @Autowired
    LinkVisits visits;

    @Autowired
    Accounts accounts;

    @Autowired
    Enrolment enrolment;

    @Autowired
    TestClock clock;

    @Test
    void aPatientLinkNeverTakesAnAccountThatIsThereAnAccessLinkRaisesOneOfLimitedAccess() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            var account = limitedAccount(ANNA);
            var patientLink = steps.make(anna, LinkKind.PATIENT);
            var browser = steps.ask(patientLink, ANNA, BORN);
            clinic.send(7);
            assertThat(clinic.enter(browser, 7)).isEqualTo(new Entered.AddressTaken());

            clock.advance(Duration.ofMinutes(11));
            var signedIn = steps.follow(steps.make(anna, LinkKind.ACCESS), ANNA, BORN);

            assertThat(steps.chart(signedIn).viewer().account()).isEqualTo(account);
            assertThat(steps.chart(signedIn).patients())
                    .extracting(VisiblePatient::id, VisiblePatient::level)
                    .containsExactly(tuple(anna, AccessLevel.FULL));
        });
    }

    @Test
    void anAccessLinkAsksForTheDateAlsoOfWhoSignsInAlreadyAndMakesLimitedAccessFull() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            clinic.run("update __tenant__.access_grant set level = 'limited'");
            var link = steps.make(anna, LinkKind.ACCESS);
            assertThat(visits.look(link)).contains(new LinkPage(LinkKind.ACCESS, List.of(email(ANNA))));

            assertThat(steps.chart(steps.follow(link, ANNA, BORN)).patients())
                    .extracting(VisiblePatient::level)
                    .containsExactly(AccessLevel.FULL);
        });
    }

    @Test
    void noLinkGivesARecordToAnAccountThatSeesSomebodyElse() {
        inNorth(() -> {
            clinic.run("update __tenant__.authentication_settings set one_patient_per_account = false");
            clinic.patient("Ben", "ben@example.org", "");
            var anna = clinic.patient("Anna");
            var link = steps.make(anna, LinkKind.ACCESS);
            var browser = steps.ask(link, "ben@example.org", BORN);
            clinic.send(7);

            assertThat(clinic.enter(browser, 7)).isEqualTo(new Entered.AddressTaken());
            assertThat(visits.look(link)).as("another address may still do").isPresent();
        });
    }

    @Test
    void whereTheRecordIsOpenToSomebodyElseAloneNothingIsOpened() {
        inNorth(() -> {
            clinic.run("update __tenant__.authentication_settings set one_account_per_record = true");
            var anna = clinic.patient("Anna");
            var carer = limitedAccount("cora@example.org");
            clinic.run("""
                    insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at,
                        granted_by, one_account_per_record)
                    values (%s, %s, 'carer', 'full', array['money'], now(), 'test', true)""".formatted(carer, anna));
            var link = steps.make(anna, LinkKind.PATIENT);
            var browser = steps.ask(link, ANNA, BORN);
            clinic.send(7);

            assertThat(clinic.enter(browser, 7)).isEqualTo(new Entered.Overtaken());
            assertThat(clinic.sql("select count(*) from __tenant__.credential")).isEqualTo(1);
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isEqualTo(1);
            assertThat(visits.look(link)).isPresent();
        });
    }

    @Test
    void ofTwoBrowsersAtOnceOneIsLetInAndTheOtherFindsTheLinkUsed() throws Exception {
        var anna = CurrentTenant.call(north(), () -> clinic.patient("Anna", ANNA, "07400 123456"));
        var link = CurrentTenant.call(north(), () -> steps.make(anna, LinkKind.PATIENT));
        var one = CurrentTenant.call(north(), () -> steps.ask(link, ANNA, null));
        var other = CurrentTenant.call(north(), () -> steps.ask(link, "07400 123456", null));
        CurrentTenant.run(north(), () -> clinic.send(7));
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Entered> first = () -> CurrentTenant.call(north(), () -> clinic.enter(one, 7));
            Callable<Entered> second = () -> CurrentTenant.call(north(), () -> clinic.enter(other, 8));
            var answers = threads.invokeAll(List.of(first, second));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .satisfiesOnlyOnce(answer -> assertThat(answer).isEqualTo(new Entered.Overtaken()))
                    .satisfiesOnlyOnce(answer -> assertThat(answer).isInstanceOf(Entered.SignedIn.class));
        }
    }

    @Test
    void theSameEntrySentTwiceGetsTheSameSession() {
        inNorth(() -> {
            var link = steps.make(clinic.patient("Anna"), LinkKind.PATIENT);
            var browser = steps.ask(link, ANNA, BORN);
            clinic.send(7);

            assertThat(clinic.enter(browser, 7)).isEqualTo(clinic.enter(browser, 7));
            assertThat(clinic.sql("select count(*) from __tenant__.portal_session"))
                    .isEqualTo(1);
        });
    }

    private AccountId limitedAccount(String email) {
        return clinic.inTransaction(() -> {
            var account = accounts.open(AccountOrigin.REGISTRATION, "Anna Lee", clock.instant());
            assertThat(enrolment.add(account, email(email), "Anna Lee")).isPresent();
            return account;
        });
    }
}
