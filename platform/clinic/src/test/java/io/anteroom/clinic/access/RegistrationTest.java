package io.anteroom.clinic.access;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.access.Clinic.browser;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.link.Identified;
import io.anteroom.clinic.access.link.LinkKind;
import io.anteroom.clinic.access.link.LinkVisits;
import io.anteroom.clinic.access.link.PatientLinks;
import io.anteroom.clinic.access.registration.Applicant;
import io.anteroom.clinic.access.registration.Decided;
import io.anteroom.clinic.access.registration.PossibleMatch;
import io.anteroom.clinic.access.registration.Registration;
import io.anteroom.clinic.access.registration.RegistrationRequests;
import io.anteroom.clinic.access.registration.Registrations;
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
        });
    }

    @Test
    void theAddressOfAClosedAccountOpensNothing() {
        inNorth(() -> {
            clinic.patient("Ben", ANNA, "");
            var browser = ask(ANNA);
            clinic.run("update __tenant__.portal_account set closed_at = now()");
            clinic.send(7);

            assertThat(clinic.enter(browser, 7)).isEqualTo(new Entered.AddressTaken());
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isEqualTo(1);
        });
    }

    @Test
    void ofTwoBrowsersAtOnceBothAreInTheOneAccount() throws Exception {
        var browsers = CurrentTenant.call(north(), () -> {
            portal.switchTo(ROSA, true);
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
        portal.switchTo(ROSA, true);
        var browser = ask(email);
        clinic.send(7);
        return Clinic.token(clinic.enter(browser, "000 007"));
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

    private static AskedFrom from() {
        return new AskedFrom("north.anteroom.example", InetAddress.ofLiteral("192.0.2.1"), null);
    }
}
