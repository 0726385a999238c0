package io.anteroom.clinic.access.link;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.access.Clinic.browser;
import static io.anteroom.clinic.access.link.LinkSteps.ANNA;
import static io.anteroom.clinic.access.link.LinkSteps.BORN;
import static io.anteroom.clinic.access.link.LinkSteps.email;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Making a link, and what it takes to go on from it. */
@AccessTest
class PatientLinksTest {

    private static final LocalDate NOT_BORN = LocalDate.of(1980, 3, 28);

    @Autowired
    Clinic clinic;

    @Autowired
    LinkSteps steps;

    @Autowired
    PatientLinks links;

    @Autowired
    LinkVisits visits;

    @Autowired
    OnlineAccess access;

    @Autowired
    StatementCount statements;

    @Autowired
    TestClock clock;

    @Test
    void aPatientWhoSignsInAlreadyGetsACodeThereAndNeedsNoDate() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            var link = steps.make(anna, LinkKind.PATIENT);
            assertThat(visits.look(link)).contains(new LinkPage(LinkKind.PATIENT, List.of(email(ANNA))));

            var signedIn = steps.follow(link, ANNA, null);

            assertThat(steps.chart(signedIn).patients())
                    .extracting(VisiblePatient::id)
                    .containsExactly(anna);
            assertThat(links.newest(anna).orElseThrow().ended()).isEqualTo(LinkEnd.USED);
            assertThat(clinic.texts("select action from __tenant__.audit_entry order by id"))
                    .contains("patient-link-made", "patient-link-used", "portal-signed-in", "credential-verified");
        });
    }

    @Test
    void aLinkSetsTheFirstCredentialForWhoeverReadsItAndKnowsTheBirthDate() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            var link = steps.make(anna, LinkKind.PATIENT);
            assertThat(visits.look(link)).contains(new LinkPage(LinkKind.PATIENT, List.of()));

            var chart = steps.chart(steps.follow(link, "Anna@Example.org", BORN));

            assertThat(chart.patients()).singleElement().satisfies(patient -> {
                assertThat(patient.id()).isEqualTo(anna);
                assertThat(patient.relationship()).isEqualTo(Relationship.SELF);
                assertThat(patient.level()).isEqualTo(AccessLevel.FULL);
            });
            assertThat(clinic.texts("select origin from __tenant__.portal_account"))
                    .containsExactly("link");
            assertThat(clinic.texts("select value from __tenant__.credential where verified_at is not null"))
                    .containsExactly(ANNA);
            clock.advance(Duration.ofMinutes(11));
            assertThat(clinic.signIn(ANNA)).as("and later without a link").isNotNull();
        });
    }

    @Test
    void threeWrongDatesEndTheLinkAndNothingWasSentOrSet() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            var link = steps.make(anna, LinkKind.PATIENT);

            assertThat(steps.identify(link, ANNA, NOT_BORN)).isEqualTo(new Identified.WrongDate(2));
            assertThat(steps.identify(link, "07400 123456", null)).isEqualTo(new Identified.WrongDate(1));
            assertThat(steps.identify(link, ANNA, NOT_BORN)).isEqualTo(new Identified.NoLink());
            assertThat(steps.identify(link, ANNA, BORN)).as("too late").isEqualTo(new Identified.NoLink());

            assertThat(links.newest(anna).orElseThrow().ended()).isEqualTo(LinkEnd.WRONG_DATES);
            assertThat(clinic.sql("select count(*) from __tenant__.sign_in")).isZero();
            assertThat(clinic.sql("select count(*) from __tenant__.audit_entry where action = 'patient-link-refused'"))
                    .isEqualTo(3);
        });
    }

    @Test
    void manyWhoGuessTheDateAtOnceHaveThreeTriesTogether() throws Exception {
        var link = CurrentTenant.call(north(), () -> steps.make(clinic.patient("Anna"), LinkKind.PATIENT));
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Identified>> tries = IntStream.rangeClosed(1, 12)
                    .<Callable<Identified>>mapToObj(day -> () ->
                            CurrentTenant.call(north(), () -> steps.identify(link, ANNA, LocalDate.of(1980, 1, day))))
                    .toList();
            var answers = new ArrayList<Identified>();
            for (var answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }

            assertThat(answers)
                    .filteredOn(Identified.WrongDate.class::isInstance)
                    .hasSize(2);
            assertThat(answers).filteredOn(Identified.NoLink.class::isInstance).hasSize(10);
        }
        inNorth(() -> assertThat(clinic.sql("select wrong_dates from __tenant__.patient_link"))
                .isEqualTo(3));
    }

    @Test
    void aCodeAskedForWithoutTheDateSetsNoCredentialWhenStaffTookTheOldOneAway() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            var link = steps.make(anna, LinkKind.PATIENT);
            var browser = steps.ask(link, ANNA, null);
            clinic.send(7);
            assertThat(access.remove(anna, CredentialChannel.EMAIL, ROSA)).isTrue();

            assertThat(clinic.enter(browser, 7)).isEqualTo(new Entered.Overtaken());
            assertThat(clinic.sql("select count(*) from __tenant__.credential")).isZero();
        });
    }

    @Test
    void lookingAtALinkChangesNothing() {
        inNorth(() -> {
            var link = steps.make(clinic.patient("Anna"), LinkKind.PATIENT);
            statements.reset();

            visits.look(link);
            visits.look(new LinkToken("forged"));

            assertThat(statements.statements())
                    .isNotEmpty()
                    .noneMatch(sql -> sql.contains("update") || sql.contains("insert") || sql.contains("delete"));
            assertThat(newest().openedAt()).isNull();
            visits.goOn(link);
            assertThat(newest().openedAt()).isEqualTo(TestClock.START);
        });
    }

    @Test
    void onlyTheHashOfALinkIsKept() {
        inNorth(() -> {
            var link = steps.make(clinic.patient("Anna"), LinkKind.PATIENT);

            assertThat(clinic.texts("select l::text from __tenant__.patient_link l"))
                    .noneMatch(row -> row.contains(link.value()));
            assertThat(clinic.texts("select e::text from __tenant__.audit_entry e"))
                    .noneMatch(row -> row.contains(link.value()));
        });
    }

    @Test
    void aLinkEndsAfterSevenDaysByHandAndByANewerOne() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            var first = steps.make(anna, LinkKind.PATIENT);
            var second = steps.make(anna, LinkKind.ACCESS);
            assertThat(visits.look(first)).isEmpty();
            assertThat(visits.look(second)).isPresent();

            assertThat(links.revoke(anna, ROSA)).isTrue();
            assertThat(links.revoke(anna, ROSA)).as("once").isFalse();
            assertThat(visits.look(second)).isEmpty();

            var third = steps.make(anna, LinkKind.PATIENT);
            clock.advance(Duration.ofDays(7).minusMillis(1));
            assertThat(visits.look(third)).isPresent();
            clock.advance(Duration.ofMillis(1));
            assertThat(visits.look(third)).isEmpty();
            assertThat(steps.identify(third, ANNA, BORN)).isEqualTo(new Identified.NoLink());
            assertThat(links.revoke(anna, ROSA)).as("nothing works any more").isFalse();
        });
    }

    @Test
    void aLinkIsNothingAtAnotherClinic() {
        var link = CurrentTenant.call(north(), () -> steps.make(clinic.patient("Anna"), LinkKind.PATIENT));
        inSouth(() -> {
            clinic.patient("Sora");
            steps.make(new PatientId(1), LinkKind.PATIENT);
            assertThat(visits.look(link)).isEmpty();
            assertThat(steps.identify(link, ANNA, BORN)).isEqualTo(new Identified.NoLink());
        });
    }

    @Test
    void aCodeForALinkThatIsReplacedMeanwhileLetsNobodyIn() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            var browser = steps.ask(steps.make(anna, LinkKind.PATIENT), ANNA, BORN);
            clinic.send(7);
            steps.make(anna, LinkKind.PATIENT);

            assertThat(clinic.enter(browser, 7)).isEqualTo(new Entered.Overtaken());
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isZero();
        });
    }

    @Test
    void aLinkIsSentSealedAndNotAfterItStoppedWorking() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            assertThat(links.send(anna, LinkKind.PATIENT, email(ANNA), ROSA)).isTrue();

            assertThat(clinic.texts("select recipient from __tenant__.message")).containsExactly(ANNA);
            assertThat(clinic.texts("select m::text from __tenant__.message m"))
                    .allMatch(message -> message.contains("/link/{secret}"));
            assertThat(links.send(new PatientId(99), LinkKind.PATIENT, email(ANNA), ROSA))
                    .isFalse();
        });
    }

    private PatientLink newest() {
        return links.newest(new PatientId(1)).orElseThrow();
    }
}
