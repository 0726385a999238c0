package io.anteroom.clinic.access.link;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.access.Clinic.browser;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Enrolment;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.signin.SignIns;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.net.InetAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class PatientLinksTest {

    private static final String ANNA = "anna@example.org";
    private static final LocalDate BORN = LocalDate.of(1980, 3, 27);
    private static final LocalDate NOT_BORN = LocalDate.of(1980, 3, 28);

    @Autowired
    Clinic clinic;

    @Autowired
    PatientLinks links;

    @Autowired
    LinkVisits visits;

    @Autowired
    Sessions sessions;

    @Autowired
    SignIns signIns;

    @Autowired
    OnlineAccess access;

    @Autowired
    Accounts accounts;

    @Autowired
    Enrolment enrolment;

    @Autowired
    StatementCount statements;

    @Autowired
    TestClock clock;

    @Test
    void aPatientWhoSignsInAlreadyGetsACodeThereAndNeedsNoDate() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            var link = make(anna, LinkKind.PATIENT);
            assertThat(visits.look(link)).contains(new LinkPage(LinkKind.PATIENT, List.of(email(ANNA))));

            var signedIn = follow(link, ANNA, null);

            assertThat(chart(signedIn).patients())
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
            var link = make(anna, LinkKind.PATIENT);
            assertThat(visits.look(link)).contains(new LinkPage(LinkKind.PATIENT, List.of()));

            var chart = chart(follow(link, "Anna@Example.org", BORN));

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
            var link = make(anna, LinkKind.PATIENT);

            assertThat(identify(link, ANNA, NOT_BORN)).isEqualTo(new Identified.WrongDate(2));
            assertThat(identify(link, "07400 123456", null)).isEqualTo(new Identified.WrongDate(1));
            assertThat(identify(link, ANNA, NOT_BORN)).isEqualTo(new Identified.NoLink());
            assertThat(identify(link, ANNA, BORN)).as("too late").isEqualTo(new Identified.NoLink());

            assertThat(links.newest(anna).orElseThrow().ended()).isEqualTo(LinkEnd.WRONG_DATES);
            assertThat(clinic.sql("select count(*) from __tenant__.sign_in")).isZero();
            assertThat(clinic.sql("select count(*) from __tenant__.audit_entry where action = 'patient-link-refused'"))
                    .isEqualTo(3);
        });
    }

    @Test
    void manyWhoGuessTheDateAtOnceHaveThreeTriesTogether() throws Exception {
        var link = CurrentTenant.call(north(), () -> make(clinic.patient("Anna"), LinkKind.PATIENT));
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Identified>> tries = IntStream.rangeClosed(1, 12)
                    .<Callable<Identified>>mapToObj(day ->
                            () -> CurrentTenant.call(north(), () -> identify(link, ANNA, LocalDate.of(1980, 1, day))))
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
            var link = make(anna, LinkKind.PATIENT);
            var browser = ask(link, ANNA, null);
            clinic.send(7);
            assertThat(access.remove(anna, CredentialChannel.EMAIL, ROSA)).isTrue();

            assertThat(clinic.enter(browser, 7)).isEqualTo(new Entered.Overtaken());
            assertThat(clinic.sql("select count(*) from __tenant__.credential")).isZero();
        });
    }

    @Test
    void lookingAtALinkChangesNothing() {
        inNorth(() -> {
            var link = make(clinic.patient("Anna"), LinkKind.PATIENT);
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
            var link = make(clinic.patient("Anna"), LinkKind.PATIENT);

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
            var first = make(anna, LinkKind.PATIENT);
            var second = make(anna, LinkKind.ACCESS);
            assertThat(visits.look(first)).isEmpty();
            assertThat(visits.look(second)).isPresent();

            assertThat(links.revoke(anna, ROSA)).isTrue();
            assertThat(links.revoke(anna, ROSA)).as("once").isFalse();
            assertThat(visits.look(second)).isEmpty();

            var third = make(anna, LinkKind.PATIENT);
            clock.advance(Duration.ofDays(7).minusMillis(1));
            assertThat(visits.look(third)).isPresent();
            clock.advance(Duration.ofMillis(1));
            assertThat(visits.look(third)).isEmpty();
            assertThat(identify(third, ANNA, BORN)).isEqualTo(new Identified.NoLink());
            assertThat(links.revoke(anna, ROSA)).as("nothing works any more").isFalse();
        });
    }

    @Test
    void ofTwoBrowsersAtOnceOneIsLetInAndTheOtherFindsTheLinkUsed() throws Exception {
        var anna = CurrentTenant.call(north(), () -> clinic.patient("Anna", ANNA, "07400 123456"));
        var link = CurrentTenant.call(north(), () -> make(anna, LinkKind.PATIENT));
        var one = CurrentTenant.call(north(), () -> ask(link, ANNA, null));
        var other = CurrentTenant.call(north(), () -> ask(link, "07400 123456", null));
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
            var link = make(clinic.patient("Anna"), LinkKind.PATIENT);
            var browser = ask(link, ANNA, BORN);
            clinic.send(7);

            assertThat(clinic.enter(browser, 7)).isEqualTo(clinic.enter(browser, 7));
            assertThat(clinic.sql("select count(*) from __tenant__.portal_session"))
                    .isEqualTo(1);
        });
    }

    @Test
    void aPatientLinkNeverTakesAnAccountThatIsThereAnAccessLinkRaisesOneOfLimitedAccess() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            var account = limitedAccount(ANNA);
            var patientLink = make(anna, LinkKind.PATIENT);
            var browser = ask(patientLink, ANNA, BORN);
            clinic.send(7);
            assertThat(clinic.enter(browser, 7)).isEqualTo(new Entered.AddressTaken());

            clock.advance(Duration.ofMinutes(11));
            var signedIn = follow(make(anna, LinkKind.ACCESS), ANNA, BORN);

            assertThat(chart(signedIn).viewer().account()).isEqualTo(account);
            assertThat(chart(signedIn).patients())
                    .extracting(VisiblePatient::id, VisiblePatient::level)
                    .containsExactly(tuple(anna, AccessLevel.FULL));
        });
    }

    @Test
    void anAccessLinkAsksForTheDateAlsoOfWhoSignsInAlreadyAndMakesLimitedAccessFull() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            clinic.run("update __tenant__.access_grant set level = 'limited'");
            var link = make(anna, LinkKind.ACCESS);
            assertThat(visits.look(link)).contains(new LinkPage(LinkKind.ACCESS, List.of(email(ANNA))));

            assertThat(chart(follow(link, ANNA, BORN)).patients())
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
            var link = make(anna, LinkKind.ACCESS);
            var browser = ask(link, "ben@example.org", BORN);
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
            var link = make(anna, LinkKind.PATIENT);
            var browser = ask(link, ANNA, BORN);
            clinic.send(7);

            assertThat(clinic.enter(browser, 7)).isEqualTo(new Entered.Overtaken());
            assertThat(clinic.sql("select count(*) from __tenant__.credential")).isEqualTo(1);
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isEqualTo(1);
            assertThat(visits.look(link)).isPresent();
        });
    }

    @Test
    void aLinkIsNothingAtAnotherClinic() {
        var link = CurrentTenant.call(north(), () -> make(clinic.patient("Anna"), LinkKind.PATIENT));
        inSouth(() -> {
            clinic.patient("Sora");
            make(new PatientId(1), LinkKind.PATIENT);
            assertThat(visits.look(link)).isEmpty();
            assertThat(identify(link, ANNA, BORN)).isEqualTo(new Identified.NoLink());
        });
    }

    @Test
    void aCodeForALinkThatIsReplacedMeanwhileLetsNobodyIn() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            var browser = ask(make(anna, LinkKind.PATIENT), ANNA, BORN);
            clinic.send(7);
            make(anna, LinkKind.PATIENT);

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

    private LinkToken make(PatientId patient, LinkKind kind) {
        return links.make(patient, kind, ROSA).orElseThrow();
    }

    private PatientLink newest() {
        return links.newest(new PatientId(1)).orElseThrow();
    }

    private Identified identify(LinkToken link, String typed, @Nullable LocalDate born) {
        return visits.identify(link, SignInAddress.read(typed, "GB").orElseThrow(), born);
    }

    private BrowserToken ask(LinkToken link, String typed, @Nullable LocalDate born) {
        var identified = identify(link, typed, born);
        assertThat(identified).isInstanceOf(Identified.Fine.class);
        return browser(signIns.ask(
                SignInAddress.read(typed, "GB").orElseThrow(), ((Identified.Fine) identified).errand(), from()));
    }

    private Entered.SignedIn follow(LinkToken link, String typed, @Nullable LocalDate born) {
        var browser = ask(link, typed, born);
        clinic.send(7);
        var entered = clinic.enter(browser, 7);
        assertThat(entered).isInstanceOf(Entered.SignedIn.class);
        return (Entered.SignedIn) entered;
    }

    private VisibleChart chart(Entered.SignedIn signedIn) {
        return sessions.chart(signedIn.token()).orElseThrow();
    }

    private AccountId limitedAccount(String email) {
        return clinic.inTransaction(() -> {
            var account = accounts.open(AccountOrigin.REGISTRATION, "Anna Lee", clock.instant());
            assertThat(enrolment.add(account, email(email), "Anna Lee")).isPresent();
            return account;
        });
    }

    private static SignInAddress email(String value) {
        return SignInAddress.email(value).orElseThrow();
    }

    private static AskedFrom from() {
        return new AskedFrom("north.anteroom.example", InetAddress.ofLiteral("192.0.2.1"), null);
    }
}
