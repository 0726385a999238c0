package io.anteroom.clinic.access.registration;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.access.Clinic.browser;
import static io.anteroom.clinic.access.registration.RegistrationSteps.ANNA;
import static io.anteroom.clinic.access.registration.RegistrationSteps.APPLICANT;
import static io.anteroom.clinic.access.registration.RegistrationSteps.BORN;
import static io.anteroom.clinic.access.registration.RegistrationSteps.askedFrom;
import static io.anteroom.clinic.access.registration.RegistrationSteps.email;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Opening an account, as the person does. */
@AccessTest
class RegistrationTest {

    @Autowired
    Clinic clinic;

    @Autowired
    RegistrationSteps steps;

    @Autowired
    Registrations registrations;

    @Autowired
    RegistrationRequests requests;

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
            var anna = steps.patientLike(APPLICANT);
            clinic.run("update __tenant__.patient set email = 'anna@example.org'");

            var chart = sessions.chart(steps.register(ANNA)).orElseThrow();

            assertThat(chart.patients()).isEmpty();
            assertThat(registrations.of(chart.viewer())).hasValueSatisfying(registration -> {
                assertThat(registration.applicant()).isEqualTo(APPLICANT);
                assertThat(registration.origin()).isEqualTo(AccountOrigin.REGISTRATION);
                assertThat(registration.isOpen()).isTrue();
            });
            assertThat(requests.possiblyOf(anna)).hasSize(1);
            assertThat(requests.matches(steps.open().getFirst()))
                    .containsExactly(new PossibleMatch(anna, "Anna Lee", BORN, true, false, true, false));
            assertThat(clinic.texts("select verified_at::text from __tenant__.credential"))
                    .hasSize(1)
                    .doesNotContainNull();
        });
    }

    @Test
    void aRecordWithAnotherFirstNameIsAPossibleMatchToo() {
        inNorth(() -> {
            var anna = steps.patientLike(APPLICANT);
            clinic.run("update __tenant__.patient set given_name = 'Annie', given_key = 'annie'");
            steps.register(ANNA);

            assertThat(requests.matches(steps.open().getFirst()))
                    .containsExactly(new PossibleMatch(anna, "Annie Lee", BORN, false, true, false, false));

            clinic.run("update __tenant__.patient set birth_date = birth_date + 1");
            assertThat(requests.matches(steps.open().getFirst())).isEmpty();
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
            var browser = browser(registrations.ask(APPLICANT, origin, email(ANNA), askedFrom()));
            clinic.send(7);

            assertThat(clinic.enter(browser, 7)).isInstanceOf(Entered.SignedIn.class);
            assertThat(steps.open()).extracting(Registration::origin).containsExactly(origin);
        });
    }

    @Test
    void askingRunsTheSameStatementsWhetherTheAddressIsKnownOrNot() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");

            var known = statementsOf(() -> steps.ask(ANNA));
            var unknown = statementsOf(() -> steps.ask("nobody@example.org"));

            assertThat(unknown).isEqualTo(known).isNotEmpty().noneMatch(sql -> sql.contains("__tenant__.credential"));
        });
    }

    @Test
    void whoHasAnAccountWithThatAddressSignsInToItAndNothingElseIsOpenedOrKept() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            clinic.run("update __tenant__.credential set verified_at = now()");
            steps.lettingStrangersIn(true);
            var browser = steps.ask(ANNA);
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
            assertThat(steps.open()).isEmpty();
            assertThat(drafts()).isZero();
        });
    }

    @Test
    void anAddressThatNobodyProvedLetsNobodyInAndTheRecordSaysSo() {
        inSouth(() -> clinic.patient("Sora", ANNA, ""));
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            steps.lettingStrangersIn(true);
            var browser = steps.ask(ANNA);
            clinic.send(7);

            assertThat(clinic.enter(browser, 7)).isEqualTo(new Entered.AddressTaken());

            assertThat(clinic.sql("select count(*) from __tenant__.portal_session"))
                    .isZero();
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isEqualTo(1);
            assertThat(clinic.sql("select count(*) from __tenant__.credential where verified_at is not null"))
                    .isZero();
            assertThat(steps.open()).isEmpty();
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
            steps.lettingStrangersIn(true);
            var browser = steps.ask(ANNA);
            var late = steps.ask("late@example.org");
            clinic.send(7);
            steps.lettingStrangersIn(false);

            assertThat(clinic.enter(browser, 7)).isEqualTo(new Entered.Overtaken());
            assertThat(clinic.enter(late, 8)).isEqualTo(new Entered.Overtaken());
            steps.ask("third@example.org");
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
            steps.register(ANNA);
            assertThat(drafts()).isZero();
            steps.ask("never@example.org");
            assertThat(drafts()).isEqualTo(1);

            clock.advance(Duration.ofHours(25));
            clinic.work("sign-in-forgetting", "");

            assertThat(drafts()).isZero();
        });
    }

    @Test
    void whoSaysTheSameWithAnotherAddressTakesNothingAway() {
        inNorth(() -> {
            steps.lettingStrangersIn(true);
            var first = steps.ask(ANNA);
            var second = steps.ask("eve@example.org");
            clinic.send(7);

            assertThat(clinic.enter(second, 8)).isInstanceOf(Entered.SignedIn.class);
            assertThat(clinic.enter(first, 7)).isInstanceOf(Entered.SignedIn.class);
        });
    }

    @Test
    void inventedAddressesUseUpNothingOfWhatPatientsNeed() {
        inNorth(() -> {
            clinic.patient("Ben", "ben@example.org", "07400123499");
            steps.lettingStrangersIn(true);
            for (int i = 0; i < 9; i++) {
                registrations.ask(
                        APPLICANT,
                        AccountOrigin.REGISTRATION,
                        mobile("0740012345" + i),
                        askedFrom("192.0.2." + (i + 1)));
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
            registrations.ask(APPLICANT, AccountOrigin.REGISTRATION, mobile("07400123459"), askedFrom("192.0.2.1"));
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
            steps.lettingStrangersIn(true);
            for (int i = 0; i < 5; i++) {
                steps.ask("p" + i + "@example.org");
            }

            assertThat(registrations.ask(APPLICANT, AccountOrigin.REGISTRATION, email("p5@example.org"), askedFrom()))
                    .isEqualTo(new Asked.Wait(Asked.Why.NETWORK, TestClock.START.plus(Duration.ofHours(1))));
            assertThat(clinic.ask("p5@example.org")).isInstanceOf(Asked.OnItsWay.class);
            assertThat(registrations.ask(
                            APPLICANT, AccountOrigin.REGISTRATION, email("p6@example.org"), askedFrom("192.0.2.9")))
                    .isInstanceOf(Asked.OnItsWay.class);
        });
    }

    @Test
    void theAddressOfAClosedAccountOpensAnotherAndNothingOfTheOld() {
        inNorth(() -> {
            clinic.patient("Ben", ANNA, "");
            steps.lettingStrangersIn(true);
            var browser = steps.ask(ANNA);
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
            steps.lettingStrangersIn(true);
            var asked = List.of(steps.ask(ANNA), steps.ask(ANNA));
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
            assertThat(steps.open()).hasSize(1);
        });
    }

    @Test
    void theLimitsOfSigningInHoldForOpeningAnAccountToo() {
        inNorth(() -> {
            for (int i = 0; i < 3; i++) {
                steps.ask(ANNA);
            }

            assertThat(registrations.ask(APPLICANT, AccountOrigin.REGISTRATION, email(ANNA), askedFrom()))
                    .isInstanceOf(Asked.Wait.class);
            assertThat(clinic.ask(ANNA)).isInstanceOf(Asked.Wait.class);
        });
    }

    private long drafts() {
        return clinic.sql("select count(*) from __tenant__.registration_draft");
    }

    private List<String> statementsOf(Runnable work) {
        statements.reset();
        work.run();
        return statements.statements();
    }

    private static SignInAddress mobile(String value) {
        return SignInAddress.read(value, "GB").orElseThrow();
    }
}
