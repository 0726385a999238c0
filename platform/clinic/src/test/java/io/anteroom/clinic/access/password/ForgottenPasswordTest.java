package io.anteroom.clinic.access.password;

import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.recovery.RecoveryCode;
import io.anteroom.clinic.access.recovery.RecoveryCodes;
import io.anteroom.clinic.access.recovery.RecoveryMade;
import io.anteroom.clinic.access.recovery.RecoverySet;
import io.anteroom.clinic.access.recovery.RecoverySignIn;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.testing.TestClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A forgotten password that is asked for together with a code: something else than the mailbox of that code removes it. */
@AccessTest
class ForgottenPasswordTest {

    private static final String ANNA = "anna@example.org";
    private static final String MOBILE = "+447400123456";
    private static final String OTTER = "otter tea";

    @Autowired
    Clinic clinic;

    @Autowired
    Passwords passwords;

    @Autowired
    ForgottenPassword forgotten;

    @Autowired
    SecondStep second;

    @Autowired
    RecoveryCodes printed;

    @Autowired
    RecoverySignIn recovery;

    @Autowired
    Sessions sessions;

    @Autowired
    TestClock clock;

    private int networks;

    @Test
    void aCodeToTheOtherVerifiedAddressRemovesItNoisilyAndSignsIn() {
        inNorth(() -> {
            var before = twoSteps();
            var browser = halfWay();
            assertThat(forgotten.of(browser))
                    .contains(new Forgotten(SignInAddress.read(MOBILE, "GB").orElseThrow(), false, false));

            var other = asks(browser);
            assertThat(has()).as("nothing is removed by asking").isTrue();
            clinic.send(7);
            assertThat(clinic.enter(other, Clinic.WRONG)).isInstanceOf(Entered.Wrong.class);
            clinic.run("delete from __tenant__.message");
            var entered = clinic.enter(other, 7);

            assertThat(sessions.chart(Clinic.token(entered))).isPresent();
            assertThat(clinic.enter(other, 7)).as("twice is once").isEqualTo(entered);
            assertThat(has()).isFalse();
            assertThat(sessions.chart(before)).as("another browser").isEmpty();
            assertThat(second.of(browser)).isEmpty();
            assertThat(clinic.texts("select recipient from __tenant__.message where about_kind = 'password'"))
                    .containsExactlyInAnyOrder(ANNA, MOBILE);
            assertThat(clinic.texts("select actor_name || detail from __tenant__.audit_entry"
                            + " where action = 'password-removed'"))
                    .singleElement()
                    .asString()
                    .startsWith("Anna Lee")
                    .contains("codes to two addresses", "asked for together with a code", "no password");
        });
    }

    @Test
    void noOtherAddressMeansThatTheClinicRemovesIt() {
        inNorth(() -> {
            twoSteps();
            clinic.run("update __tenant__.credential set verified_at = null where channel = 'mobile'");
            var browser = halfWay();
            assertThat(forgotten.of(browser)).as("not verified").contains(new Forgotten(null, false, false));
            assertThat(forgotten.ask(browser, from(browser))).isEmpty();
            clinic.run("update __tenant__.credential set verified_at = added_at");
            clinic.run("update __tenant__.authentication_settings set mobile_codes = false");
            assertThat(forgotten.of(browser)).as("no codes go there").contains(new Forgotten(null, false, false));
            assertThat(forgotten.ask(new BrowserToken("another"), from(browser)))
                    .isEmpty();
        });
    }

    @Test
    void aSecondCodeRemovesNothingUnlessItsAddressIsAnotherAndTheFirstWasRight() {
        inNorth(() -> {
            twoSteps();
            var browser = halfWay();
            var other = asks(browser);
            clinic.send(7);
            clinic.run("update __tenant__.second_step set credential_id ="
                    + " (select id from __tenant__.credential where channel = 'mobile')");
            assertThat(clinic.enter(other, 7)).as("the same address").isEqualTo(new Entered.Overtaken());
            assertThat(has()).isTrue();
        });
    }

    @Test
    void aSecondCodeRemovesNothingOnceThePasswordIsAnother() {
        inNorth(() -> {
            twoSteps();
            var fresh = halfWay();
            var chart = chart(signedIn(fresh));
            var other = asks(halfWay());
            clinic.send(7);
            assertThat(passwords.set(chart, "nine geese", true)).isEqualTo(new PasswordSaved.Saved());
            assertThat(clinic.enter(other, 7)).isEqualTo(new Entered.Overtaken());
            assertThat(has()).isTrue();
        });
    }

    @Test
    void aPrintedCodeStandsForTheCodeAndThePasswordIsAskedForAllTheSame() {
        inNorth(() -> {
            twoSteps();
            var codes = print();
            var browser = clinic.askAndSend(ANNA, 5);
            clinic.run("delete from __tenant__.message");
            assertThat(enter(browser, codes.getFirst())).isEqualTo(new Entered.PasswordNext());
            assertThat(enter(browser, codes.getFirst())).as("a second click").isEqualTo(new Entered.PasswordNext());
            assertThat(clinic.sql("select count(*) from __tenant__.message where about_kind = 'recovery-code'"))
                    .as("each address is told at once")
                    .isEqualTo(2);
            assertThat(forgotten.of(browser)).map(Forgotten::printed).contains(false);
            assertThat(recovery.enterForgotten(browser, from(null), codes.get(1).printed(), "Desk"))
                    .as("a second printed code proves nothing more")
                    .isInstanceOf(Entered.Wrong.class);
            assertThat(has()).isTrue();

            signedIn(browser);
            assertThat(clinic.sql("select count(*) from __tenant__.portal_session where recovery_set_id is not null"
                            + " and with_password and method = 'recovery-code'"))
                    .isEqualTo(1);
        });
    }

    @Test
    void aPrintedCodeAfterTheOneThatWasSentRemovesThePassword() {
        inNorth(() -> {
            var before = twoSteps();
            var codes = print();
            var stranger = clinic.askAndSend(ANNA, 6);
            assertThat(recovery.enterForgotten(
                            stranger, from(null), codes.getFirst().printed(), "Desk"))
                    .as("without the code that was sent")
                    .isInstanceOf(Entered.Wrong.class);
            var browser = halfWay();
            assertThat(forgotten.of(browser)).map(Forgotten::printed).contains(true);

            var entered = recovery.enterForgotten(
                    browser, from(null), codes.getFirst().printed(), "Desk");

            assertThat(sessions.chart(Clinic.token(entered))).isPresent();
            assertThat(recovery.enterForgotten(
                            browser, from(null), codes.getFirst().printed(), "Desk"))
                    .isEqualTo(entered);
            assertThat(has()).isFalse();
            assertThat(sessions.chart(before)).isEmpty();
            assertThat(clinic.texts(
                            "select detail::text from __tenant__.audit_entry where action = 'password-removed'"))
                    .singleElement()
                    .asString()
                    .contains("a printed code was entered besides");
        });
    }

    @Test
    void whoCameHalfWayWithAPrintedCodeBeginsAgainOnceTheseHaveEnded() {
        inNorth(() -> {
            twoSteps();
            var codes = print();
            var browser = clinic.askAndSend(ANNA, 5);
            enter(browser, codes.getFirst());
            clinic.run("delete from __tenant__.recovery_set");
            assertThat(second.enter(browser, OTTER, from(null), "Desk")).isEmpty();
        });
    }

    private SessionToken twoSteps() {
        clinic.patient("Anna", ANNA, MOBILE);
        clinic.run("update __tenant__.authentication_settings set passwords = true, short_passwords = true");
        clinic.run("update __tenant__.credential set verified_at = added_at");
        var anna = clinic.signIn(ANNA);
        assertThat(passwords.set(chart(anna), OTTER, true)).isEqualTo(new PasswordSaved.Saved());
        clock.advance(Duration.ofMinutes(10));
        return anna;
    }

    /** Ten codes on paper, made in a session that gave both steps. */
    private List<RecoveryCode> print() {
        var token = signedIn(halfWay());
        clinic.run("update __tenant__.portal_session set elevated_until = '"
                + clock.instant().plusSeconds(600) + "'");
        var made = printed.make(ElevatedChart.of(chart(token)).orElseThrow(), RecoverySet.NONE);
        clock.advance(Duration.ofHours(1));
        return ((RecoveryMade.Sheet) made).codes();
    }

    private BrowserToken halfWay() {
        var browser = clinic.askAndSend(ANNA, 5);
        assertThat(clinic.enter(browser, 5)).isEqualTo(new Entered.PasswordNext());
        return browser;
    }

    /** The browser with what it holds once a code to the other address was asked for. */
    private BrowserToken asks(BrowserToken browser) {
        var asked = forgotten.ask(browser, from(browser)).orElseThrow();
        assertThat(asked).isInstanceOf(Asked.OnItsWay.class);
        return Clinic.browser(asked);
    }

    private Entered enter(BrowserToken browser, RecoveryCode code) {
        return recovery.enter(browser, from(null), code.printed(), "Desk");
    }

    private SessionToken signedIn(BrowserToken browser) {
        var tried = second.enter(browser, OTTER, from(null), "Desk").orElseThrow();
        assertThat(tried).isInstanceOf(PasswordTried.SignedIn.class);
        return ((PasswordTried.SignedIn) tried).answer().token();
    }

    private VisibleChart chart(SessionToken token) {
        return sessions.chart(token).orElseThrow();
    }

    private boolean has() {
        return clinic.sql("select count(*) from __tenant__.account_password where two_step") == 1;
    }

    private AskedFrom from(@Nullable BrowserToken browser) {
        return new AskedFrom("north.anteroom.example", InetAddress.ofLiteral("198.51.100." + ++networks), browser);
    }
}
