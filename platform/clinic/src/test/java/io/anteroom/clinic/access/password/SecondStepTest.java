package io.anteroom.clinic.access.password;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.support.Finding;
import io.anteroom.clinic.access.support.SignInSupport;
import io.anteroom.clinic.access.support.Situation;
import io.anteroom.clinic.access.support.Timeline;
import io.anteroom.clinic.access.support.TimelineEntry;
import io.anteroom.clinic.access.support.TimelineEntry.What;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.testing.TestClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A password that is asked for together with a code. */
@AccessTest
class SecondStepTest {

    private static final String ANNA = "anna@example.org";
    private static final String MOBILE = "+447400123456";
    private static final String OTTER = "otter tea";
    private static final String GEESE = "nine geese";

    @Autowired
    Clinic clinic;

    @Autowired
    Passwords passwords;

    @Autowired
    SecondStep second;

    @Autowired
    PasswordSignIn signIn;

    @Autowired
    PatientPassword staff;

    @Autowired
    Sessions sessions;

    @Autowired
    OnlineAccess access;

    @Autowired
    PortalSetup portal;

    @Autowired
    SignInSupport support;

    @Autowired
    Timeline timeline;

    @Autowired
    TestClock clock;

    private int networks;

    @Test
    void afterTheRightCodeThePasswordBeginsTheSessionAndNeitherDoesAlone() {
        inNorth(() -> {
            var anna = twoSteps();

            var browser = clinic.askAndSend(ANNA, 5);
            assertThat(second.of(browser)).as("before the code").isEmpty();
            assertThat(enter(browser, OTTER)).as("before the code").isEmpty();
            assertThat(clinic.enter(browser, 5)).isEqualTo(new Entered.PasswordNext());
            assertThat(alive()).as("sessions but the one that set it").isEqualTo(1);

            assertThat(second.of(browser)).map(SignInAddress::value).contains(ANNA);
            assertThat(enter(browser, GEESE)).contains(new PasswordTried.Wrong());
            var chart = chart(token(enter(browser, OTTER)));
            assertThat(chart.viewer().account()).isEqualTo(chart(anna).viewer().account());
            assertThat(tryFirst(OTTER)).as("the password alone").isEqualTo(new PasswordTried.Wrong());
            assertThat(clinic.texts("select method || with_password from __tenant__.portal_session order by id"))
                    .containsExactly("codefalse", "codetrue");
            assertThat(
                            clinic.texts(
                                    "select detail::text from __tenant__.audit_entry where action = 'portal-signed-in' order by id"))
                    .last()
                    .asString()
                    .contains("a code and a password");
        });
    }

    @Test
    void aShorterOneIsTakenOnlyWhereTheClinicLetsPeopleChooseItAndOnlyWithACode() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, MOBILE);
            var anna = clinic.signIn(ANNA);
            assertThat(passwords.set(chart(anna), OTTER, true)).isEqualTo(new PasswordSaved.Off());
            clinic.run("update __tenant__.authentication_settings set passwords = true");
            assertThat(passwords.set(chart(anna), OTTER, true)).isEqualTo(new PasswordSaved.NotTogether());
            clinic.run("update __tenant__.authentication_settings set short_passwords = true");
            assertThat(passwords.set(chart(anna), OTTER, false)).isEqualTo(tooShort(9, 15));
            assertThat(passwords.set(chart(anna), "otters!", true)).isEqualTo(tooShort(7, 8));
            assertThat(passwords.set(chart(anna), "abcd1234", true))
                    .isEqualTo(new PasswordSaved.Refused(new PasswordRules.Problem.GuessedFirst()));
            assertThat(passwords.set(chart(anna), OTTER, true)).isEqualTo(new PasswordSaved.Saved());
            assertThat(passwords.standing(chart(anna)).twoSteps()).isTrue();
        });
    }

    @Test
    void twoTabsThatSendTheSameCodeAndTheSamePasswordGetTheSameSession() {
        inNorth(() -> {
            twoSteps();
            var browser = halfWay();
            assertThat(clinic.enter(browser, 5)).as("the code again").isEqualTo(new Entered.PasswordNext());
            var first = enter(browser, OTTER);
            assertThat(enter(browser, GEESE)).as("not by a wrong one").contains(new PasswordTried.Wrong());
            assertThat(enter(browser, OTTER)).isEqualTo(first);
            assertThat(clinic.enter(browser, 5)).isInstanceOf(Entered.SignedIn.class);
            clock.advance(Duration.ofMinutes(1));
            assertThat(enter(browser, OTTER)).as("single-use").isEmpty();
        });
    }

    @Test
    void thePasswordIsTakenInTheBrowserOfTheCodeAloneAndForTenMinutes() {
        inNorth(() -> {
            twoSteps();
            var browser = halfWay();
            assertThat(enter(new BrowserToken("another"), OTTER)).isEmpty();
            assertThat(enter(clinic.askAndSend(ANNA, 6), OTTER))
                    .as("no right code there")
                    .isEmpty();
            clock.advance(Duration.ofMinutes(10).minusSeconds(1));
            assertThat(second.of(browser)).isPresent();
            clock.advance(Duration.ofSeconds(1));
            assertThat(second.of(browser)).isEmpty();
            assertThat(enter(browser, OTTER)).isEmpty();
        });
        inSouth(() -> {
            clinic.patient("Sora", ANNA, "");
            assertThat(clinic.signIn(ANNA)).as("one step at the other clinic").isNotNull();
        });
    }

    @Test
    void whatWasHalfWayIsWorthNothingOnceThePasswordTheAddressTheAccountOrThePortalIsGone() {
        inNorth(() -> {
            var anna = twoSteps();
            var browser = halfWay();
            assertThat(passwords.set(chart(anna), GEESE, true))
                    .as("too long ago")
                    .isEqualTo(new PasswordSaved.CheckFirst());
            var fresh = token(enter(browser, OTTER));
            var before = halfWay();
            assertThat(passwords.set(chart(fresh), GEESE, true)).isEqualTo(new PasswordSaved.Saved());
            assertThat(enter(before, OTTER)).as("another password").isEmpty();

            var closed = halfWay();
            clinic.run("update __tenant__.portal_account set closed_at = now()");
            assertThat(enter(closed, GEESE)).as("the account is closed").isEmpty();
            clinic.run("update __tenant__.portal_account set closed_at = null");
            portal.switchTo(ROSA, false);
            portal.switchTo(ROSA, true);
            assertThat(enter(closed, GEESE)).as("the portal was off").isEmpty();

            clock.advance(Duration.ofHours(1));
            var gone = halfWay();
            access.remove(new PatientId(1), CredentialChannel.EMAIL, ROSA);
            assertThat(enter(gone, GEESE)).as("the address is gone").isEmpty();
            assertThat(alive()).isZero();
        });
    }

    @Test
    void wrongOnesLockTheAccountAndNoStrangerCanForTheyAreCountedAfterTheCode() {
        inNorth(() -> {
            twoSteps();
            for (int i = 0; i < 12; i++) {
                tryFirst(GEESE);
            }
            assertThat(tryFirst(OTTER)).isInstanceOf(PasswordTried.Locked.class);
            var browser = halfWay();
            for (int i = 0; i < 9; i++) {
                assertThat(enter(browser, GEESE)).contains(new PasswordTried.Wrong());
            }
            var until = clock.instant().plus(Duration.ofMinutes(1));
            assertThat(enter(browser, GEESE)).contains(new PasswordTried.Locked(until));
            assertThat(enter(browser, OTTER)).contains(new PasswordTried.Locked(until));
            assertThat(finding()).isEqualTo(new Finding.SecondLocked(address(), until));
            assertThat(timeline.of(new PatientId(1)))
                    .extracting(TimelineEntry::what)
                    .contains(What.STEP_LOCKED, What.PASSWORD_ASKED);

            assertThat(support.unlock(new PatientId(1), new AccountId(1), ROSA)).contains(true);
            clinic.run("update __tenant__.account_password set wrong = 99");
            assertThat(enter(browser, GEESE)).contains(new PasswordTried.UsedUp());
            assertThat(enter(browser, OTTER)).contains(new PasswordTried.UsedUp());
            assertThat(finding()).isEqualTo(new Finding.SecondLocked(address(), null));

            assertThat(staff.remove(new PatientId(1), ROSA)).isTrue();
            clock.advance(Duration.ofMinutes(10));
            assertThat(sessions.chart(clinic.signIn(ANNA))).isPresent();
        });
    }

    @Test
    void aRightOneForgetsTheWrongOnes() {
        inNorth(() -> {
            twoSteps();
            var browser = halfWay();
            enter(browser, GEESE);
            assertThat(enter(browser, OTTER).orElseThrow()).isInstanceOf(PasswordTried.SignedIn.class);
            assertThat(clinic.sql("select wrong from __tenant__.account_password"))
                    .isZero();
            assertThat(timeline.of(new PatientId(1)))
                    .filteredOn(entry -> entry.what() == What.SIGNED_IN)
                    .extracting(TimelineEntry::detail)
                    .contains("a code and a password in Firefox on Linux");
        });
    }

    @Test
    void waysInAreChangedSoonAfterBothStepsAndNotByAFoundBrowserWithItsMailbox() {
        inNorth(() -> {
            var anna = twoSteps();
            assertThat(sessions.signsInAgainFirst(chart(anna).viewer()))
                    .as("it began by a code alone, before")
                    .isTrue();
            var both = token(enter(halfWay(), OTTER));
            assertThat(sessions.signsInAgainFirst(chart(both).viewer())).isFalse();

            clock.advance(Duration.ofMinutes(10));
            clinic.run("update __tenant__.portal_session set elevated_until = '"
                    + clock.instant().plusSeconds(60) + "'");
            assertThat(sessions.signsInAgainFirst(chart(both).viewer())).isTrue();
            assertThat(passwords.set(chart(both), GEESE, true)).isEqualTo(new PasswordSaved.CheckFirst());
            assertThat(passwords.remove(chart(both))).isFalse();
            assertThat(clinic.sql("select count(*) from __tenant__.account_password where two_step"))
                    .isEqualTo(1);

            var again = token(enter(halfWay(), OTTER));
            assertThat(passwords.set(chart(again), "four otters drink tea", false))
                    .isEqualTo(new PasswordSaved.Saved());
            assertThat(sessions.chart(both)).isEmpty();
            assertThat(sessions.chart(clinic.signIn(ANNA))).as("one step again").isPresent();
        });
    }

    @Test
    void whatTheClinicSwitchesOffStaysAskedForUntilItIsRemoved() {
        inNorth(() -> {
            twoSteps();
            for (var off : List.of("short_passwords = false", "passwords = false")) {
                clinic.run("update __tenant__.authentication_settings set " + off);
                clock.advance(Duration.ofHours(1));
                var browser = halfWay();
                assertThat(sessions.chart(token(enter(browser, OTTER)))).as(off).isPresent();
            }
            clock.advance(Duration.ofHours(1));
            var anna = token(enter(halfWay(), OTTER));
            assertThat(passwords.set(chart(anna), GEESE, true)).isEqualTo(new PasswordSaved.Off());
            assertThat(passwords.remove(chart(anna))).isTrue();
            clock.advance(Duration.ofHours(1));
            assertThat(sessions.chart(clinic.signIn(ANNA))).isPresent();
        });
    }

    @Test
    void staffRemoveAForgottenOneWhichEndsEverySessionAndTellsEachAddress() {
        inNorth(() -> {
            var anna = twoSteps();
            clinic.run("update __tenant__.credential set verified_at = added_at");
            var waiting = halfWay();
            assertThat(finding()).isInstanceOf(Finding.PasswordMissing.class);
            assertThat(staff.of(new PatientId(1)))
                    .map(PatientPassword.Kept::twoSteps)
                    .contains(true);
            clinic.run("delete from __tenant__.message");

            assertThat(staff.remove(clinic.patient("Bob", "bob@example.org", ""), ROSA))
                    .isFalse();
            assertThat(staff.remove(new PatientId(1), ROSA)).isTrue();
            assertThat(staff.remove(new PatientId(1), ROSA)).isFalse();

            assertThat(enter(waiting, OTTER)).isEmpty();
            assertThat(sessions.chart(anna)).isEmpty();
            assertThat(clinic.texts("select recipient from __tenant__.message where about_kind = 'password'"))
                    .containsExactlyInAnyOrder(ANNA, MOBILE);
            assertThat(clinic.texts("select actor_name || ' ' || patient_id || detail from __tenant__.audit_entry"
                            + " where action = 'password-removed'"))
                    .singleElement()
                    .asString()
                    .startsWith("Rosa Reception 1")
                    .contains("asked for together with a code", "no password", "staff removed it");
        });
        inSouth(() -> assertThat(staff.remove(new PatientId(1), ROSA)).isFalse());
    }

    /** A session in which a password was just set that is asked for together with a code. */
    private SessionToken twoSteps() {
        clinic.patient("Anna", ANNA, MOBILE);
        clinic.run("update __tenant__.authentication_settings set passwords = true, short_passwords = true");
        var anna = clinic.signIn(ANNA);
        assertThat(passwords.set(chart(anna), OTTER, true)).isEqualTo(new PasswordSaved.Saved());
        clock.advance(Duration.ofMinutes(10));
        return anna;
    }

    /** A browser that entered the right code. */
    private BrowserToken halfWay() {
        var browser = clinic.askAndSend(ANNA, 5);
        assertThat(clinic.enter(browser, 5)).isEqualTo(new Entered.PasswordNext());
        return browser;
    }

    private Optional<PasswordTried> enter(BrowserToken browser, String password) {
        return second.enter(browser, password, from(), "Firefox on Linux");
    }

    private PasswordTried tryFirst(String password) {
        return signIn.enter(address(), password, from(), "Firefox on Linux");
    }

    /** From a network of its own, so that none is used up. */
    private AskedFrom from() {
        return new AskedFrom("north.anteroom.example", InetAddress.ofLiteral("198.51.100." + ++networks), null);
    }

    private static PasswordSaved tooShort(int length, int shortest) {
        return new PasswordSaved.Refused(new PasswordRules.Problem.TooShort(length, shortest));
    }

    private VisibleChart chart(SessionToken token) {
        return sessions.chart(token).orElseThrow();
    }

    private static SessionToken token(Optional<PasswordTried> tried) {
        assertThat(tried.orElseThrow()).isInstanceOf(PasswordTried.SignedIn.class);
        return ((PasswordTried.SignedIn) tried.orElseThrow()).answer().token();
    }

    private long alive() {
        return clinic.sql("select count(*) from __tenant__.portal_session where ended_at is null");
    }

    private Finding finding() {
        return support.of(new PatientId(1)).stream()
                .map(Situation::finding)
                .findFirst()
                .orElseThrow();
    }

    private static SignInAddress address() {
        return SignInAddress.email(ANNA).orElseThrow();
    }
}
