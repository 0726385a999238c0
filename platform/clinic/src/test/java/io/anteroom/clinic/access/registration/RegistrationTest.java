package io.anteroom.clinic.access.registration;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.access.Clinic.browser;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.link.Identified;
import io.anteroom.clinic.access.link.LinkKind;
import io.anteroom.clinic.access.link.LinkVisits;
import io.anteroom.clinic.access.link.PatientLinks;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.signin.SignIns;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.net.InetAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class RegistrationTest {

    private static final String ANNA = "anna@example.org";
    private static final LocalDate BORN = LocalDate.of(1980, 3, 27);
    private static final Applicant APPLICANT = new Applicant("Ánna", "LEE", BORN);

    @Autowired
    Clinic clinic;

    @Autowired
    Registrations registrations;

    @Autowired
    RegistrationRequests requests;

    @Autowired
    PatientLinks links;

    @Autowired
    LinkVisits visits;

    @Autowired
    SignIns signIns;

    @Autowired
    Sessions sessions;

    @Autowired
    PortalSetup portal;

    @Autowired
    StatementCount statements;

    @Autowired
    TestClock clock;

    @Test
    void aCodeOpensAnAccountThatSeesNoRecordWhateverAgrees() {
        inNorth(() -> {
            var anna = patientLike(APPLICANT);
            clinic.run("update __tenant__.patient set email = 'anna@example.org'");

            var chart = sessions.chart(register(ANNA)).orElseThrow();

            assertThat(chart.patients()).isEmpty();
            assertThat(registrations.of(chart.viewer())).hasValueSatisfying(registration -> {
                assertThat(registration.applicant()).isEqualTo(APPLICANT);
                assertThat(registration.origin()).isEqualTo(AccountOrigin.REGISTRATION);
                assertThat(registration.isOpen()).isTrue();
            });
            assertThat(requests.possiblyOf(anna)).hasSize(1);
            assertThat(requests.matches(requests.open().getFirst()))
                    .containsExactly(new PossibleMatch(anna, "Anna Lee", BORN, true, true, false));
            assertThat(clinic.texts("select verified_at::text from __tenant__.credential"))
                    .hasSize(1)
                    .doesNotContainNull();
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountOrigin.class,
            names = {"BOOKING", "FORM"})
    void bookingsAndFormsOpenTheirsAlsoWhereStrangersMayNot(AccountOrigin origin) {
        inNorth(() -> {
            portal.switchTo(ROSA, true);
            assertThat(registrations.areOpen()).isFalse();
            var browser = browser(registrations.ask(APPLICANT, origin, email(ANNA), from()));
            clinic.send(7);

            assertThat(clinic.enter(browser, 7)).isInstanceOf(Entered.SignedIn.class);
            assertThat(requests.open()).extracting(Registration::origin).containsExactly(origin);
        });
    }

    @Test
    void askingRunsTheSameStatementsWhetherTheAddressIsKnownOrNot() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");

            var known = statementsOf(() -> ask(ANNA));
            var unknown = statementsOf(() -> ask("nobody@example.org"));

            assertThat(unknown).isEqualTo(known).isNotEmpty().noneMatch(sql -> sql.contains("__tenant__.credential"));
        });
    }

    @Test
    void whoHasAnAccountWithThatAddressSignsInToItAndNothingElseIsOpenedOrKept() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            clinic.run("update __tenant__.credential set verified_at = now()");
            lettingStrangersIn(true);
            var browser = ask(ANNA);
            clinic.send(7);

            assertThat(clinic.texts("select content ->> 'subject' from __tenant__.message"))
                    .as("the same message as to anybody")
                    .containsExactly("Your sign-in code for North Clinic");
            assertThat(sessions.chart(Clinic.token(clinic.enter(browser, 7)))
                            .orElseThrow()
                            .patients())
                    .extracting(VisiblePatient::id)
                    .containsExactly(anna);
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isEqualTo(1);
            assertThat(requests.open()).isEmpty();
            assertThat(drafts()).isZero();
        });
    }

    @Test
    void anAddressThatNobodyProvedLetsNobodyInAndTheRecordSaysSo() {
        inSouth(() -> clinic.patient("Sora", ANNA, ""));
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            lettingStrangersIn(true);
            var browser = ask(ANNA);
            clinic.send(7);

            assertThat(clinic.enter(browser, 7)).isEqualTo(new Entered.AddressTaken());

            assertThat(clinic.sql("select count(*) from __tenant__.portal_session"))
                    .isZero();
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isEqualTo(1);
            assertThat(clinic.sql("select count(*) from __tenant__.credential where verified_at is not null"))
                    .isZero();
            assertThat(requests.open()).isEmpty();
            assertThat(drafts()).isZero();
            assertThat(clinic.texts(
                            "select action || ' ' || patient_id from __tenant__.audit_entry order by id desc limit 1"))
                    .containsExactly("registration-stopped " + anna);
        });
        inSouth(() -> assertThat(
                        clinic.sql("select count(*) from __tenant__.audit_entry where action = 'registration-stopped'"))
                .isZero());
    }

    @Test
    void whatIsSwitchedOffStopsAlsoWhoHasBegun() {
        inNorth(() -> {
            lettingStrangersIn(true);
            var browser = ask(ANNA);
            var late = ask("late@example.org");
            clinic.send(7);
            lettingStrangersIn(false);

            assertThat(clinic.enter(browser, 7)).isEqualTo(new Entered.Overtaken());
            assertThat(clinic.enter(late, 8)).isEqualTo(new Entered.Overtaken());
            ask("third@example.org");
            clinic.send(9);

            assertThat(clinic.texts("select outcome from __tenant__.one_time_code order by id"))
                    .containsExactly("sent", "sent", "unknown");
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isZero();
        });
    }

    @Test
    void whatWasSaidIsForgottenOnceItIsUsedOrADayOld() {
        inNorth(() -> {
            register(ANNA);
            assertThat(drafts()).isZero();
            ask("never@example.org");
            assertThat(drafts()).isEqualTo(1);

            clock.advance(Duration.ofHours(25));
            clinic.work("sign-in-forgetting", "");

            assertThat(drafts()).isZero();
        });
    }

    @Test
    void whoSaysTheSameWithAnotherAddressTakesNothingAway() {
        inNorth(() -> {
            lettingStrangersIn(true);
            var first = ask(ANNA);
            var second = ask("eve@example.org");
            clinic.send(7);

            assertThat(clinic.enter(second, 8)).isInstanceOf(Entered.SignedIn.class);
            assertThat(clinic.enter(first, 7)).isInstanceOf(Entered.SignedIn.class);
        });
    }

    @Test
    void inventedAddressesUseUpNothingOfWhatPatientsNeed() {
        inNorth(() -> {
            clinic.patient("Ben", "ben@example.org", "07400123499");
            lettingStrangersIn(true);
            for (int i = 0; i < 9; i++) {
                registrations.ask(
                        APPLICANT, AccountOrigin.REGISTRATION, mobile("0740012345" + i), from("192.0.2." + (i + 1)));
                clinic.send(7);
            }
            assertThat(clinic.texts("select outcome from __tenant__.one_time_code order by id"))
                    .containsExactly(
                            "sent", "sent", "sent", "capped", "capped", "capped", "capped", "capped", "capped");

            assertThat(clinic.signIn("07400123499")).isNotNull();
            assertThat(
                            clinic.texts(
                                    "select kind || ' ' || used from __tenant__.sign_in_cap where kind in ('prefix', 'clinic')"))
                    .containsExactlyInAnyOrder("prefix 1", "clinic 1");
            clock.advance(Duration.ofHours(1));
            registrations.ask(APPLICANT, AccountOrigin.REGISTRATION, mobile("07400123459"), from("192.0.2.1"));
            clinic.send(7);
            assertThat(clinic.texts("select outcome from __tenant__.one_time_code order by id desc limit 1"))
                    .containsExactly("sent");
        });
        inSouth(() -> assertThat(clinic.sql("select count(*) from __tenant__.sign_in_cap"))
                .isZero());
    }

    @Test
    void oneNetworkOpensSoManyAccountsInAnHourAndSignsInAllTheSame() {
        inNorth(() -> {
            lettingStrangersIn(true);
            for (int i = 0; i < 5; i++) {
                ask("p" + i + "@example.org");
            }

            assertThat(registrations.ask(APPLICANT, AccountOrigin.REGISTRATION, email("p5@example.org"), from()))
                    .isEqualTo(new Asked.Wait(Asked.Why.NETWORK, TestClock.START.plus(Duration.ofHours(1))));
            assertThat(clinic.ask("p5@example.org")).isInstanceOf(Asked.OnItsWay.class);
            assertThat(registrations.ask(
                            APPLICANT, AccountOrigin.REGISTRATION, email("p6@example.org"), from("192.0.2.9")))
                    .isInstanceOf(Asked.OnItsWay.class);
        });
    }

    @Test
    void aClosedAccountIsNotJoined() {
        inNorth(() -> {
            var anna = patientLike(APPLICANT);
            register(ANNA);
            var account = requests.open().getFirst().account();
            clinic.run("update __tenant__.portal_account set closed_at = now()");

            assertThat(requests.join(account, anna, ROSA)).isEqualTo(new Decided.Nothing());
            assertThat(requests.joinNew(account, details -> anna, ROSA)).isEqualTo(new Decided.Nothing());
            assertThat(requests.refuse(account, "No", ROSA)).isEqualTo(new Decided.Nothing());
            assertThat(clinic.sql("select count(*) from __tenant__.access_grant"))
                    .isZero();
        });
    }

    @Test
    void whatThePersonEnteredIsToldFromWhatStoodOnTheRecord() {
        inNorth(() -> {
            var anna = patientLike(APPLICANT);
            register(ANNA);
            requests.join(requests.open().getFirst().account(), anna, ROSA);
            assertThat(requests.enteredBy(anna)).containsExactly(email(ANNA));

            clinic.run("update __tenant__.patient set email = 'anna@example.org', created_at = '2020-01-01'");
            assertThat(requests.enteredBy(anna)).isEmpty();
            clinic.run("update __tenant__.patient set created_at = '2030-01-01'");
            assertThat(requests.enteredBy(anna))
                    .as("the record was made of what the person said")
                    .containsExactly(email(ANNA));

            var ben = clinic.patient("Ben", "ben@example.org", "");
            assertThat(requests.enteredBy(ben)).as("staff set it").isEmpty();
        });
        inSouth(() -> assertThat(requests.enteredBy(new PatientId(1))).isEmpty());
    }

    @Test
    void theAddressOfAClosedAccountOpensAnotherAndNothingOfTheOld() {
        inNorth(() -> {
            clinic.patient("Ben", ANNA, "");
            lettingStrangersIn(true);
            var browser = ask(ANNA);
            clinic.run("update __tenant__.portal_account set closed_at = now()");
            clinic.send(7);

            assertThat(clinic.enter(browser, 7)).isInstanceOf(Entered.SignedIn.class);
            assertThat(clinic.texts("select account_id || ' ' || (verified_at is not null) from __tenant__.credential"))
                    .containsExactly("2 true");
            assertThat(clinic.sql("select count(*) from __tenant__.access_grant where account_id = 2"))
                    .isZero();
        });
    }

    @Test
    void ofTwoBrowsersAtOnceBothAreInTheOneAccount() throws Exception {
        var browsers = CurrentTenant.call(north(), () -> {
            portal.switchTo(ROSA, true);
            lettingStrangersIn(true);
            var asked = List.of(ask(ANNA), ask(ANNA));
            clinic.send(7);
            return asked;
        });
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Entered>> entries = List.of(
                    () -> CurrentTenant.call(north(), () -> clinic.enter(browsers.get(0), 7)),
                    () -> CurrentTenant.call(north(), () -> clinic.enter(browsers.get(1), 8)));
            for (var entered : threads.invokeAll(entries)) {
                assertThat(entered.get()).isInstanceOf(Entered.SignedIn.class);
            }
        }
        inNorth(() -> {
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isEqualTo(1);
            assertThat(requests.open()).hasSize(1);
        });
    }

    @Test
    void theLimitsOfSigningInHoldForOpeningAnAccountToo() {
        inNorth(() -> {
            for (int i = 0; i < 3; i++) {
                ask(ANNA);
            }

            assertThat(registrations.ask(APPLICANT, AccountOrigin.REGISTRATION, email(ANNA), from()))
                    .isInstanceOf(Asked.Wait.class);
            assertThat(clinic.ask(ANNA)).isInstanceOf(Asked.Wait.class);
        });
    }

    @Test
    void staffJoinTheAccountToARecordWithLimitedAccessAndOnlyOnce() {
        inNorth(() -> {
            var anna = patientLike(APPLICANT);
            var token = register(ANNA);
            var account = requests.open().getFirst().account();

            assertThat(requests.join(account, anna, ROSA)).isEqualTo(new Decided.Joined(anna));
            assertThat(requests.join(account, anna, ROSA)).isInstanceOf(Decided.Before.class);
            assertThat(requests.refuse(account, "No", ROSA)).isInstanceOf(Decided.Before.class);

            assertThat(sessions.chart(token).orElseThrow().patients())
                    .singleElement()
                    .satisfies(patient -> {
                        assertThat(patient.id()).isEqualTo(anna);
                        assertThat(patient.level()).isEqualTo(AccessLevel.LIMITED);
                    });
            assertThat(requests.open()).isEmpty();
            assertThat(requests.find(account).orElseThrow().decidedBy()).isEqualTo("Rosa Reception");
            assertThat(clinic.texts("select action from __tenant__.audit_entry where actor_id = 'rosa' order by id"))
                    .endsWith("access-granted", "registration-joined");
        });
    }

    @Test
    void aPatientWhoSignsInAlreadyIsNotJoinedToASecondAccount() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "other@example.org", "");
            register(ANNA);
            var account = requests.open().getFirst().account();

            assertThat(requests.join(account, anna, ROSA)).isEqualTo(new Decided.HasAccount());
            assertThat(requests.join(account, new PatientId(99), ROSA)).isEqualTo(new Decided.Nothing());
            assertThat(requests.join(new AccountId(99), anna, ROSA)).isEqualTo(new Decided.Nothing());
            assertThat(requests.open()).hasSize(1);
        });
    }

    @Test
    void aNewPatientIsMadeOfWhatThePersonSaid() {
        inNorth(() -> {
            register(ANNA);
            var account = requests.open().getFirst().account();

            var decided = requests.joinNew(
                    account,
                    details -> {
                        assertThat(details.familyName()).isEqualTo("LEE");
                        assertThat(details.email()).isNotNull();
                        return clinic.patient("Anna");
                    },
                    ROSA);

            assertThat(decided).isEqualTo(new Decided.Joined(new PatientId(1)));
            assertThat(requests.joinNew(account, details -> new PatientId(2), ROSA))
                    .isInstanceOf(Decided.Before.class);
        });
    }

    @Test
    void whoIsRefusedIsToldSoAndSeesTheWord() {
        inNorth(() -> {
            var token = register(ANNA);
            var account = requests.open().getFirst().account();

            assertThat(requests.refuse(account, "Please call us.", ROSA)).isEqualTo(new Decided.Refused());

            var viewer = sessions.chart(token).orElseThrow().viewer();
            assertThat(registrations.of(viewer).orElseThrow())
                    .returns(Registration.State.REFUSED, Registration::state)
                    .returns("Please call us.", Registration::word);
            assertThat(clinic.texts("select content ->> 'subject' from __tenant__.message order by id"))
                    .contains("Your account at North Clinic");
        });
    }

    @Test
    void anAccessLinkDecidesTheRequestToo() {
        inNorth(() -> {
            var anna = patientLike(APPLICANT);
            register(ANNA);
            clock.advance(Duration.ofMinutes(11));
            var link = links.make(anna, LinkKind.ACCESS, ROSA).orElseThrow();
            var identified = (Identified.Fine) visits.identify(link, email(ANNA), BORN);
            var browser = browser(signIns.ask(email(ANNA), identified.errand(), from()));
            clinic.send(8);

            assertThat(clinic.enter(browser, 8)).isInstanceOf(Entered.SignedIn.class);
            assertThat(requests.open()).isEmpty();
            assertThat(clinic.texts("select state from __tenant__.registration"))
                    .containsExactly("joined");
        });
    }

    @Test
    void oneClinicsRequestsAreNotAnothers() {
        inNorth(() -> register(ANNA));
        inSouth(() -> {
            patientLike(APPLICANT);
            assertThat(requests.open()).isEmpty();
            assertThat(requests.find(new AccountId(1))).isEmpty();
            assertThat(requests.possiblyOf(new PatientId(1))).isEmpty();
        });
    }

    private SessionToken register(String email) {
        lettingStrangersIn(true);
        var browser = ask(email);
        clinic.send(7);
        return Clinic.token(clinic.enter(browser, "000 007"));
    }

    private void lettingStrangersIn(boolean on) {
        portal.switchTo(ROSA, true);
        clinic.run("update __tenant__.authentication_settings set self_registration = " + on);
    }

    private long drafts() {
        return clinic.sql("select count(*) from __tenant__.registration_draft");
    }

    /** A patient whose name is the same, however it is written. */
    private PatientId patientLike(Applicant applicant) {
        var patient = clinic.patient("Anna");
        clinic.run("update __tenant__.patient set given_key = 'anna' where id = " + patient);
        assertThat(applicant.birthDate()).isEqualTo(BORN);
        return patient;
    }

    private BrowserToken ask(String email) {
        return browser(registrations.ask(APPLICANT, AccountOrigin.REGISTRATION, email(email), from()));
    }

    private List<String> statementsOf(Runnable work) {
        statements.reset();
        work.run();
        return statements.statements();
    }

    private static SignInAddress email(String value) {
        return SignInAddress.email(value).orElseThrow();
    }

    private static SignInAddress mobile(String value) {
        return SignInAddress.read(value, "GB").orElseThrow();
    }

    private static AskedFrom from() {
        return from("192.0.2.1");
    }

    private static AskedFrom from(String network) {
        return new AskedFrom("north.anteroom.example", InetAddress.ofLiteral(network), null);
    }
}
