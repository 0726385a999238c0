package io.anteroom.clinic.access.signin;

import static io.anteroom.clinic.access.Clinic.WRONG;
import static io.anteroom.clinic.access.Clinic.browser;
import static io.anteroom.clinic.access.Clinic.token;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class SignInTest {

    private static final String ANNA = "anna@example.org";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    Clinic clinic;

    @Autowired
    SignIns signIns;

    @Autowired
    Sessions sessions;

    @Autowired
    SendCode sendCode;

    @Autowired
    TestClock clock;

    @Test
    void theRightCodeSignsIn() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = clinic.askAndSend(" Anna@Example.ORG ", 42);

            var entered = clinic.enter(browser, "000-042");

            assertThat(sessions.chart(token(entered))).isPresent();
            assertThat(((Entered.SignedIn) entered).until()).isEqualTo(TestClock.START.plus(Duration.ofHours(24)));
        });
    }

    @Test
    void aMobileWithoutPrefixIsReadByTheClinicsCountry() {
        inNorth(() -> {
            clinic.patient("Anna", "", "07400 123456");
            var browser = clinic.askAndSend("+44 7400 123456", 7);

            assertThat(clinic.enter(browser, 7)).isInstanceOf(Entered.SignedIn.class);
        });
    }

    @Test
    void theFirstRightCodeVerifiesTheCredentialAndLaterOnesKeepTheDate() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            assertThat(clinic.texts("select channel from __tenant__.credential where verified_at is not null"))
                    .isEmpty();

            clinic.signIn(ANNA);
            clock.advance(Duration.ofDays(3));
            clinic.signIn(ANNA);

            assertThat(clinic.sql("select extract(epoch from verified_at)::bigint from __tenant__.credential"))
                    .isEqualTo(TestClock.START.getEpochSecond());
            assertThat(clinic.texts(
                            "select action from __tenant__.audit_entry where actor_kind = 'patient' order by id"))
                    .containsExactly("portal-signed-in", "credential-verified", "portal-signed-in");
        });
    }

    @Test
    void aCodeWorksForTenMinutesAndNotAMomentLonger() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = clinic.askAndSend(ANNA, 1);
            clock.advance(MINUTE.multipliedBy(10));

            assertThat(clinic.enter(browser, 1)).isEqualTo(new Entered.TooLate());

            clock.advance(Duration.ofMillis(-1));
            assertThat(clinic.enter(browser, 1)).isInstanceOf(Entered.SignedIn.class);
        });
    }

    @Test
    void aCodeWorksOnce() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = clinic.askAndSend(ANNA, 1);
            var session = token(clinic.enter(browser, 1));
            sessions.signOut(sessions.chart(session).orElseThrow().viewer());

            assertThat(clinic.enter(browser, 1)).isEqualTo(new Entered.TooLate());
            clock.advance(MINUTE);
            assertThat(clinic.enter(browser, 1)).isEqualTo(new Entered.TooLate());
        });
    }

    @Test
    void theSameEntryAgainWithinAMinuteGetsTheSameSession() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = clinic.askAndSend(ANNA, 1);

            assertThat(clinic.enter(browser, 1)).isEqualTo(clinic.enter(browser, 1));
            assertThat(clinic.enter(browser, 2)).isEqualTo(new Entered.TooLate());
            assertThat(clinic.sql("select count(*) from __tenant__.portal_session"))
                    .isEqualTo(1);
            clock.advance(MINUTE);
            assertThat(clinic.enter(browser, 1)).isEqualTo(new Entered.TooLate());
        });
    }

    @Test
    void aCodeOnlyWorksInTheBrowserThatAskedForIt() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            clinic.askAndSend(ANNA, 1);
            var other = clinic.askAndSend(ANNA, 2);

            assertThat(clinic.enter(other, 1)).isEqualTo(new Entered.Wrong(2));
            assertThat(clinic.enter(new BrowserToken("forged"), 1)).isEqualTo(new Entered.Stale());
        });
    }

    @Test
    void threeWrongEntriesBurnTheCode() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = clinic.askAndSend(ANNA, 1);

            assertThat(clinic.enter(browser, WRONG)).isEqualTo(new Entered.Wrong(2));
            assertThat(clinic.enter(browser, WRONG)).isEqualTo(new Entered.Wrong(1));
            assertThat(clinic.enter(browser, WRONG)).isEqualTo(new Entered.Burned());
            assertThat(clinic.enter(browser, 1)).isEqualTo(new Entered.Burned());
        });
    }

    @Test
    void whatIsNoCodeDoesNotCount() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = clinic.askAndSend(ANNA, 1);

            for (var typed : List.of("", "12", "abcdef", "1234567", "x".repeat(10_000))) {
                assertThat(clinic.enter(browser, typed)).isEqualTo(new Entered.NotACode());
            }
            assertThat(clinic.enter(browser, 1)).isInstanceOf(Entered.SignedIn.class);
        });
    }

    @Test
    void tenWrongInARowLockTheAddressInEveryBrowserForAGrowingTime() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            wrongEntries(9);
            clock.advance(MINUTE.multipliedBy(11));
            var browser = clinic.askAndSend(ANNA, 1);
            var elsewhere = clinic.askAndSend(ANNA, 2);

            var until = clock.instant().plus(MINUTE);
            assertThat(clinic.enter(browser, WRONG)).isEqualTo(new Entered.Locked(until));
            assertThat(clinic.enter(browser, 1)).isEqualTo(new Entered.Locked(until));
            assertThat(clinic.enter(elsewhere, 2)).isEqualTo(new Entered.Locked(until));
            assertThat(clinic.ask(ANNA)).isEqualTo(new Asked.Wait(Asked.Why.WRONG_ENTRIES, until));

            clock.advance(MINUTE);
            wrongEntries(9);
            clock.advance(MINUTE.multipliedBy(11));
            assertThat(clinic.enter(clinic.askAndSend(ANNA, 1), WRONG))
                    .isEqualTo(new Entered.Locked(clock.instant().plus(MINUTE.multipliedBy(5))));
        });
    }

    @Test
    void aRightCodeEndsTheRow() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            wrongEntries(9);
            clock.advance(MINUTE.multipliedBy(11));
            clinic.signIn(ANNA);
            clock.advance(MINUTE.multipliedBy(11));

            assertThat(clinic.enter(clinic.askAndSend(ANNA, 1), WRONG)).isEqualTo(new Entered.Wrong(2));
        });
    }

    @Test
    void anotherCodeMayBeAskedForAfterSixtySecondsAndTheLastTwoAreValid() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = clinic.askAndSend(ANNA, 1);
            clock.advance(Duration.ofSeconds(59));
            assertThat(clinic.askAgain(browser)).isEqualTo(new Asked.OnItsWay(browser));
            assertThat(clinic.sql("select count(*) from __tenant__.one_time_code"))
                    .isEqualTo(1);

            again(browser, 2);
            again(browser, 3);

            assertThat(clinic.enter(browser, 1)).isEqualTo(new Entered.Wrong(2));
            assertThat(clinic.enter(browser, 2)).isInstanceOf(Entered.SignedIn.class);
        });
    }

    @Test
    void theNewestCodeIsValidTooAndSigningInEndsTheOther() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = clinic.askAndSend(ANNA, 1);
            again(browser, 2);

            assertThat(clinic.enter(browser, 2)).isInstanceOf(Entered.SignedIn.class);
            assertThat(clinic.enter(browser, 1)).isEqualTo(new Entered.TooLate());
        });
    }

    @Test
    void typingTheSameAddressAgainInTheSameBrowserIsAskingAgain() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = clinic.askAndSend(ANNA, 1);

            assertThat(clinic.ask("ANNA@example.org", browser)).isEqualTo(new Asked.OnItsWay(browser));
            assertThat(clinic.ask("other@example.org", browser)).isNotEqualTo(new Asked.OnItsWay(browser));
            assertThat(clinic.sql("select count(*) from __tenant__.one_time_code"))
                    .isEqualTo(2);
        });
    }

    @Test
    void threeCodesInTenMinutesAreAllInAllBrowsersTogether() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = browser(clinic.ask(ANNA));
            clinic.ask(ANNA);
            clinic.ask(ANNA);
            var again = clock.instant().plus(MINUTE.multipliedBy(10));
            clock.advance(MINUTE.multipliedBy(2));

            assertThat(clinic.ask(ANNA)).isEqualTo(new Asked.Wait(Asked.Why.CODES, again));
            assertThat(clinic.askAgain(browser)).isEqualTo(new Asked.Wait(Asked.Why.CODES, again));
            clock.set(again);
            assertThat(clinic.ask(ANNA)).isInstanceOf(Asked.OnItsWay.class);
        });
    }

    @Test
    void aSignInIsForgottenAfterHalfAnHour() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = clinic.askAndSend(ANNA, 1);
            clock.advance(MINUTE.multipliedBy(30));

            assertThat(signIns.pending(browser)).isEmpty();
            assertThat(clinic.askAgain(browser)).isEqualTo(new Asked.Stale());
            assertThat(clinic.enter(browser, 1)).isEqualTo(new Entered.Stale());
        });
    }

    @Test
    void whileItWaitsTheBrowserSeesWhereTheCodeGoesAndNoMore() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "07400 123456");

            assertThat(signIns.pending(browser(clinic.ask(ANNA))).orElseThrow())
                    .isEqualTo(new PendingSignIn(
                            "a•••@example.org",
                            CredentialChannel.EMAIL,
                            TestClock.START.plusSeconds(60),
                            true,
                            false,
                            null));
            assertThat(signIns.pending(browser(clinic.ask("07400123456")))
                            .orElseThrow()
                            .destination())
                    .isEqualTo("•••• 456");
        });
    }

    @Test
    void workDoneTwiceMakesOneCode() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = clinic.askAndSend(ANNA, 1);
            sendCode.handle("1");

            assertThat(clinic.sql("select count(*) from __tenant__.message")).isEqualTo(1);
            assertThat(clinic.enter(browser, 1)).isInstanceOf(Entered.SignedIn.class);
        });
    }

    @Test
    void theOtherClinicKnowsNeitherTheBrowserNorTheSession() {
        inSouth(() -> clinic.patient("Anna", ANNA, ""));
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = clinic.askAndSend(ANNA, 1);

            inSouth(() -> assertThat(clinic.enter(browser, 1)).isEqualTo(new Entered.Stale()));
            inSouth(() -> assertThat(clinic.askAgain(browser)).isEqualTo(new Asked.Stale()));
            inSouth(() -> assertThat(signIns.pending(browser)).isEmpty());

            var session = token(clinic.enter(browser, 1));
            inSouth(() -> assertThat(sessions.chart(session)).isEmpty());
        });
    }

    @Test
    void theSameAddressSignsInAtEachClinicBesideTheOther() {
        inNorth(() -> clinic.patient("Anna", ANNA, ""));
        inSouth(() -> clinic.patient("Anna", ANNA, ""));

        inNorth(() -> assertThat(clinic.signIn(ANNA)).isNotNull());
        inSouth(() -> assertThat(clinic.signIn(ANNA)).isNotNull());
    }

    private void again(BrowserToken browser, int code) {
        clock.advance(MINUTE);
        assertThat(clinic.askAgain(browser)).isEqualTo(new Asked.OnItsWay(browser));
        clinic.send(code);
    }

    /** Wrong entries from fresh browsers, three for each code. */
    private void wrongEntries(int count) {
        for (int i = 0; i < count; i += 3) {
            clock.advance(MINUTE.multipliedBy(11));
            var browser = clinic.askAndSend(ANNA, 1);
            for (int j = 0; j < Math.min(3, count - i); j++) {
                clinic.enter(browser, WRONG);
            }
        }
    }
}
