package io.anteroom.clinic.access.password;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.testing.TestClock;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class PasswordsTest {

    private static final String ANNA = "anna@example.org";
    private static final String MOBILE = "+447400123456";
    private static final String OTTERS = "four otters drink tea";
    private static final String GEESE = "six geese read the news";

    @Autowired
    Clinic clinic;

    @Autowired
    Passwords passwords;

    @Autowired
    PasswordSignIn signIn;

    @Autowired
    PasswordLimits limits;

    @Autowired
    Sessions sessions;

    @Autowired
    OnlineAccess access;

    @Autowired
    TestClock clock;

    private int networks;

    @Test
    void whoChoseAPasswordSignsInWithItByEachVerifiedAddress() {
        inNorth(() -> {
            var anna = anna();
            assertThat(passwords.set(chart(anna), OTTERS, false)).isEqualTo(new PasswordSaved.Saved());

            var chart = chart(token(enter(ANNA, OTTERS)));
            assertThat(chart.viewer().account()).isEqualTo(chart(anna).viewer().account());
            assertThat(enter("Anna@Example.org", "four otters drink tea ")).isEqualTo(new PasswordTried.Wrong());
            assertThat(enter(MOBILE, OTTERS)).as("not verified yet").isEqualTo(new PasswordTried.Wrong());
            clock.advance(Duration.ofMinutes(11));
            clinic.signIn(MOBILE);
            assertThat(enter("07400 123456", OTTERS)).isInstanceOf(PasswordTried.SignedIn.class);
            assertThat(clinic.texts("select method from __tenant__.portal_session order by id"))
                    .containsExactly("code", "password", "code", "password");
            assertThat(clinic.texts("select hash from __tenant__.account_password"))
                    .allSatisfy(hash -> assertThat(hash)
                            .startsWith("{pbkdf2-sha256-600000}")
                            .doesNotContain(OTTERS));
        });
    }

    @Test
    void itIsSetSoonAfterACodeOrWhileRecordsAreOpenAndElseAFreshCheckComesFirst() {
        inNorth(() -> {
            var anna = anna();
            clock.advance(Duration.ofMinutes(10));
            assertThat(passwords.standing(chart(anna)).fresh()).isFalse();
            assertThat(passwords.set(chart(anna), OTTERS, false)).isEqualTo(new PasswordSaved.CheckFirst());

            clinic.run("update __tenant__.portal_session set elevated_until = '"
                    + clock.instant().plusSeconds(60) + "'");
            assertThat(passwords.set(chart(anna), OTTERS, false)).isEqualTo(new PasswordSaved.Saved());

            clock.advance(Duration.ofMinutes(2));
            var byPassword = token(enter(ANNA, OTTERS));
            assertThat(passwords.set(chart(byPassword), GEESE, false))
                    .as("who has the password alone can't change it")
                    .isEqualTo(new PasswordSaved.CheckFirst());
        });
    }

    @Test
    void anotherOneSignsOutEveryOtherBrowserTellsThePersonAndIsInTheLog() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, MOBILE);
            enable();
            var phone = clinic.signIn(MOBILE);
            var laptop = clinic.signIn(ANNA);
            passwords.set(chart(laptop), OTTERS, false);
            assertThat(sessions.chart(phone)).isEmpty();
            var tablet = token(enter(ANNA, OTTERS));

            assertThat(passwords.set(chart(laptop), GEESE, false)).isEqualTo(new PasswordSaved.Saved());
            assertThat(passwords.set(chart(laptop), GEESE, false)).isEqualTo(new PasswordSaved.Saved());

            assertThat(sessions.chart(tablet)).isEmpty();
            assertThat(sessions.chart(laptop)).isPresent();
            assertThat(enter(ANNA, OTTERS)).isEqualTo(new PasswordTried.Wrong());
            assertThat(clinic.texts(
                            "select recipient || ' ' || substring(content::text from 'was (set|changed)') from __tenant__.message"
                                    + " where about_kind = 'password'"))
                    .containsExactlyInAnyOrder(ANNA + " set", MOBILE + " set", ANNA + " changed", MOBILE + " changed");
            assertThat(clinic.texts(
                            "select actor_name || ' ' || patient_id || ' ' || detail from __tenant__.audit_entry"
                                    + " where action = 'password-set' order by id"))
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .startsWith("Anna Lee 1 ")
                                    .contains("no password", "a new password", "\"1\"")
                                    .doesNotContain("otters"),
                            second -> assertThat(second).contains("one set on 2026-11-21"));
        });
    }

    @Test
    void itEndsWithAnyAddressThatSomebodyProvedWhicheverItWasSetBy() {
        inNorth(() -> {
            var patient = clinic.patient("Anna", "wrong@example.org", MOBILE);
            enable();
            var wrong = clinic.signIn("wrong@example.org");
            var annas = clinic.signIn(MOBILE);
            passwords.set(chart(annas), OTTERS, false);
            var byPassword = token(enter(MOBILE, OTTERS));

            assertThat(access.remove(patient, CredentialChannel.EMAIL, Clinic.ROSA))
                    .isTrue();

            assertThat(List.of(wrong, annas, byPassword))
                    .allSatisfy(session -> assertThat(sessions.chart(session)).isEmpty());
            assertThat(enter(MOBILE, OTTERS)).isEqualTo(new PasswordTried.Wrong());
            assertThat(clinic.texts(
                            "select detail::text from __tenant__.audit_entry where action = 'password-removed'"))
                    .singleElement()
                    .asString()
                    .contains("removed or changed", "one set on 2026-11-21", "no password");
            assertThat(clinic.texts("select recipient from __tenant__.message where about_kind = 'credential'"))
                    .containsExactly(MOBILE);
        });
    }

    @Test
    void itIsRemovedWithTheSameCareAndThenSignsNobodyIn() {
        inNorth(() -> {
            var anna = anna();
            passwords.set(chart(anna), OTTERS, false);
            var other = token(enter(ANNA, OTTERS));

            assertThat(passwords.remove(chart(anna))).isTrue();
            assertThat(passwords.remove(chart(anna))).isFalse();

            assertThat(sessions.chart(other)).isEmpty();
            assertThat(enter(ANNA, OTTERS)).isEqualTo(new PasswordTried.Wrong());
            assertThat(clinic.sql("select count(*) from __tenant__.audit_entry where action = 'password-removed'"))
                    .isEqualTo(1);
            assertThat(clinic.sql("select count(*) from __tenant__.message where content::text like '%was removed%'"))
                    .isEqualTo(1);
        });
    }

    @Test
    void whatWontDoIsSaidAndNothingIsKept() {
        inNorth(() -> {
            var anna = anna();
            assertThat(passwords.set(chart(anna), "Anna Lee Anna Lee", false))
                    .isEqualTo(new PasswordSaved.Refused(new PasswordRules.Problem.GuessedFirst()));
            assertThat(passwords.set(chart(anna), "anna@example.org", false))
                    .isEqualTo(new PasswordSaved.Refused(new PasswordRules.Problem.GuessedFirst()));
            assertThat(passwords.set(chart(anna), "short", false))
                    .isEqualTo(new PasswordSaved.Refused(new PasswordRules.Problem.TooShort(5, 15)));
            assertThat(clinic.sql("select count(*) from __tenant__.account_password"))
                    .isZero();
        });
    }

    @Test
    void everyTenthWrongOneLocksForLongerWhileACodeStillGetsIn() {
        inNorth(() -> {
            passwords.set(chart(anna()), OTTERS, false);
            wrong(9);
            assertThat(enter(ANNA, GEESE)).isEqualTo(new PasswordTried.Locked(in(Duration.ofMinutes(1))));
            assertThat(enter(ANNA, OTTERS)).isEqualTo(new PasswordTried.Locked(in(Duration.ofMinutes(1))));
            clock.advance(Duration.ofMinutes(11));
            assertThat(sessions.chart(clinic.signIn(ANNA))).isPresent();

            wrong(9);
            assertThat(enter(ANNA, GEESE)).isEqualTo(new PasswordTried.Locked(in(Duration.ofMinutes(5))));
            clock.advance(Duration.ofMinutes(5));
            assertThat(enter(ANNA, OTTERS)).isInstanceOf(PasswordTried.SignedIn.class);
            assertThat(clinic.sql("select count(*) from __tenant__.password_limit"))
                    .isZero();
        });
    }

    @Test
    void afterAHundredWrongOnesNoneIsTakenUntilAnotherIsSetAfterACode() {
        inNorth(() -> {
            passwords.set(chart(anna()), OTTERS, false);
            enter(ANNA, GEESE);
            clinic.run("update __tenant__.password_limit set wrong = 99");
            assertThat(enter(ANNA, GEESE)).isEqualTo(new PasswordTried.UsedUp());
            clock.advance(Duration.ofDays(20));
            assertThat(enter(ANNA, OTTERS)).isEqualTo(new PasswordTried.UsedUp());

            assertThat(passwords.set(chart(clinic.signIn(ANNA)), GEESE, false)).isEqualTo(new PasswordSaved.Saved());
            assertThat(enter(ANNA, GEESE)).isInstanceOf(PasswordTried.SignedIn.class);
        });
    }

    @Test
    void anAddressNobodyHasLocksAtTheSameMomentsAndIsForgottenAsLate() {
        inNorth(() -> {
            passwords.set(chart(anna()), OTTERS, false);
            for (int i = 1; i <= 11; i++) {
                assertThat(enter("nobody@example.org", GEESE)).as("try %d", i).isEqualTo(enter(ANNA, GEESE));
            }
            assertThat(clinic.texts("select wrong || ' ' || locked_until from __tenant__.password_limit"))
                    .hasSize(2)
                    .containsOnly(clinic.texts("select '10 ' || locked_until from __tenant__.password_limit limit 1")
                            .getFirst());

            clock.advance(Duration.ofDays(29));
            limits.forget();
            assertThat(clinic.sql("select count(*) from __tenant__.password_limit"))
                    .isEqualTo(2);
            clock.advance(Duration.ofDays(2));
            limits.forget();
            assertThat(clinic.sql("select count(*) from __tenant__.password_limit"))
                    .isZero();
        });
    }

    @Test
    void oneNetworkHasNoMoreTriesThanItHasCodes() {
        inNorth(() -> {
            passwords.set(chart(anna()), OTTERS, false);
            for (int i = 0; i < 12; i++) {
                enter("someone" + i + "@example.org", GEESE, "192.0.2.77");
            }
            assertThat(enter(ANNA, OTTERS, "192.0.2.77")).isInstanceOf(PasswordTried.TooMany.class);
            assertThat(enter(ANNA, OTTERS, "192.0.2.78")).isInstanceOf(PasswordTried.SignedIn.class);
        });
    }

    @Test
    void itEndsWithTheAddressThatWasProvedWhenItWasSet() {
        inNorth(() -> {
            var patient = clinic.patient("Anna", ANNA, MOBILE);
            enable();
            clinic.signIn(MOBILE);
            passwords.set(chart(clinic.signIn(ANNA)), OTTERS, false);

            clinic.configure(patient, "cora@example.org", MOBILE);

            assertThat(clinic.sql("select count(*) from __tenant__.account_password"))
                    .isZero();
            assertThat(enter(MOBILE, OTTERS)).isEqualTo(new PasswordTried.Wrong());
        });
    }

    @Test
    void aClinicThatTakesNoneTakesNoneAndThoseThereAreWait() {
        inNorth(() -> {
            var anna = anna();
            passwords.set(chart(anna), OTTERS, false);
            clinic.run("update __tenant__.authentication_settings set passwords = false");
            assertThat(enter(ANNA, OTTERS)).isEqualTo(new PasswordTried.Off());
            assertThat(passwords.set(chart(anna), GEESE, false)).isEqualTo(new PasswordSaved.Off());
            assertThat(passwords.standing(chart(anna)).offered()).isFalse();

            enable();
            assertThat(enter(ANNA, OTTERS)).isInstanceOf(PasswordTried.SignedIn.class);
            clinic.run("update __tenant__.portal_account set closed_at = now()");
            assertThat(enter(ANNA, OTTERS)).isEqualTo(new PasswordTried.Wrong());
        });
    }

    @Test
    void aPasswordIsOfOneClinicAlone() {
        inSouth(() -> {
            clinic.patient("Anna", ANNA, "");
            enable();
            passwords.set(chart(clinic.signIn(ANNA)), GEESE, false);
        });
        inNorth(() -> {
            passwords.set(chart(anna()), OTTERS, false);
            assertThat(enter(ANNA, GEESE)).isEqualTo(new PasswordTried.Wrong());
            assertThat(enter(ANNA, OTTERS)).isInstanceOf(PasswordTried.SignedIn.class);
        });
        inSouth(() -> {
            assertThat(enter(ANNA, OTTERS)).isEqualTo(new PasswordTried.Wrong());
            assertThat(clinic.sql("select wrong from __tenant__.password_limit"))
                    .isEqualTo(1);
        });
    }

    /** A session begun with a code by email, at a clinic that takes passwords. */
    private SessionToken anna() {
        clinic.patient("Anna", ANNA, MOBILE);
        enable();
        return clinic.signIn(ANNA);
    }

    private void enable() {
        clinic.run("update __tenant__.authentication_settings set passwords = true");
    }

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(enter(ANNA, GEESE)).isEqualTo(new PasswordTried.Wrong());
        }
    }

    private VisibleChart chart(SessionToken token) {
        return sessions.chart(token).orElseThrow();
    }

    private static SessionToken token(PasswordTried tried) {
        assertThat(tried).isInstanceOf(PasswordTried.SignedIn.class);
        return ((PasswordTried.SignedIn) tried).answer().token();
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    /** From a network of its own, so that none is used up. */
    private PasswordTried enter(String address, String password) {
        return enter(address, password, "198.51.100." + ++networks);
    }

    private PasswordTried enter(String address, String password, String network) {
        return signIn.enter(
                SignInAddress.read(address, "GB").orElseThrow(),
                password,
                new AskedFrom("north.anteroom.example", InetAddress.ofLiteral(network), null),
                "Firefox on Linux");
    }
}
