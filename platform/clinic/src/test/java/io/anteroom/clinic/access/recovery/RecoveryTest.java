package io.anteroom.clinic.access.recovery;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.AtOnce;
import io.anteroom.testing.Gate;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class RecoveryTest {

    private static final String ANNA = "anna@example.org";
    private static final String MOBILE = "+447400123456";
    private static final String NOBODY = "nobody@example.org";

    @Autowired
    Clinic clinic;

    @Autowired
    RecoveryCodes recovery;

    @Autowired
    RecoverySignIn signIn;

    @Autowired
    Sessions sessions;

    @Autowired
    OnlineAccess access;

    @Autowired
    TestClock clock;

    private final AtomicInteger networks = new AtomicInteger();

    @Test
    void eachOfTenCodesSignsInOnceAndOpensNoClinicalRecords() {
        inNorth(() -> {
            var anna = signedIn(ANNA);
            var codes = codes(anna);
            assertThat(codes).hasSize(10).doesNotHaveDuplicates();
            assertThat(recovery.of(chart(anna))).map(RecoverySet::left).contains(10);

            var browser = asks(ANNA);
            var entered = enter(browser, codes.get(3).printed().toLowerCase(Locale.ROOT));
            assertThat(chart(token(entered)).viewer().account())
                    .isEqualTo(chart(anna).viewer().account());
            assertThat(ElevatedChart.of(chart(token(entered)))).isEmpty();
            assertThat(clinic.texts("select method from __tenant__.portal_session order by id"))
                    .containsExactly("code", "recovery-code");
            assertThat(recovery.of(chart(anna))).map(RecoverySet::left).contains(9);

            assertThat(enter(asks(ANNA), codes.get(3))).as("once").isEqualTo(new Entered.Wrong(9));
            assertThat(enter(asks(ANNA), codes.get(4))).isInstanceOf(Entered.SignedIn.class);
        });
    }

    @Test
    void theLastOneLeavesNone() {
        inNorth(() -> {
            var anna = signedIn(ANNA);
            for (var code : codes(anna)) {
                clock.advance(Duration.ofMinutes(10));
                assertThat(enter(asks(ANNA), code)).isInstanceOf(Entered.SignedIn.class);
            }
            assertThat(recovery.of(chart(anna))).map(RecoverySet::left).contains(0);
            assertThat(
                            clinic.texts(
                                    "select detail::text from __tenant__.audit_entry where action = 'recovery-code-used' order by id offset 9"))
                    .containsExactly("[{\"Before\": \"1 code left\"}, {\"After\": \"no codes left\"}]");
        });
    }

    @Test
    void twoTabsThatSendTheSameCodeGetTheSameSession() {
        inNorth(() -> {
            var codes = codes(signedIn(ANNA));
            var browser = asks(ANNA);
            var first = enter(browser, codes.getFirst());

            assertThat(enter(browser, codes.getFirst())).isEqualTo(first);
            assertThat(enter(browser, codes.getLast())).isEqualTo(new Entered.TooLate());
            clock.advance(Duration.ofMinutes(1));
            assertThat(enter(browser, codes.getFirst())).isEqualTo(new Entered.TooLate());
            assertThat(enter(new BrowserToken("another"), codes.getLast())).isEqualTo(new Entered.Stale());
        });
    }

    @Test
    void oneCodeEnteredInTwoBrowsersAtOnceSignsInOneOfThem() {
        var code = CurrentTenant.call(Tenants.north(), () -> {
            clinic.patient("Anna", ANNA, MOBILE);
            return codes(clinic.signIn(ANNA)).getFirst();
        });
        var browsers = CurrentTenant.call(Tenants.north(), () -> {
            clinic.run("update __tenant__.credential set verified_at = added_at");
            return List.of(asks(ANNA), asks(MOBILE));
        });

        var answers =
                AtOnce.<Entered>atOnce(() -> enter(browsers.getFirst(), code), () -> enter(browsers.getLast(), code));

        assertThat(answers).filteredOn(Entered.SignedIn.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Entered.Wrong.class::isInstance).hasSize(1);
    }

    @Test
    void whoEntersOneWhileStaffTakeTheAddressAwayWaitsAndThenGetsInNowhere() {
        var code =
                CurrentTenant.call(Tenants.north(), () -> codes(signedIn(ANNA)).getFirst());
        var browser = CurrentTenant.call(Tenants.north(), () -> asks(ANNA));

        try (var gate = new Gate("select device from __tenant__.portal_session for update")) {
            var removal = gate.start(() -> clinic.configure(new PatientId(1), "right@example.org", ""));
            var entered = gate.start(() -> enter(browser, code));
            gate.open();
            assertThat(Gate.answer(removal)).isEqualTo(new Configured.Saved());
            assertThat(Gate.answer(entered)).isEqualTo(new Entered.Wrong(9));
        }
    }

    @Test
    void twoFormsAtOnceMakeOneSet() {
        var anna = CurrentTenant.call(Tenants.north(), () -> elevated(signedIn(ANNA)));

        var answers = AtOnce.<RecoveryMade>atOnce(
                () -> recovery.make(anna, RecoverySet.NONE), () -> recovery.make(anna, RecoverySet.NONE));

        assertThat(answers).filteredOn(RecoveryMade.Sheet.class::isInstance).hasSize(1);
        assertThat(answers).contains(new RecoveryMade.MadeMeanwhile());
    }

    @Test
    void aWrongOneIsTheSameForAnAddressThatNobodyHasAndLocksItAtTheTenth() {
        inNorth(() -> {
            var right = codes(signedIn(ANNA)).getFirst();
            signedIn("bob@example.org");
            for (var address : List.of(ANNA, NOBODY, "bob@example.org")) {
                var browser = asks(address);
                var wrong = address.equals(ANNA) ? new RecoveryCode("222222222222") : right;
                for (int left = 9; left > 0; left--) {
                    assertThat(enter(browser, wrong)).as(address).isEqualTo(new Entered.Wrong(left));
                }
                assertThat(enter(browser, "not one")).as("does not count").isEqualTo(new Entered.NotACode());
                var locked = new Entered.Locked(clock.instant().plus(Duration.ofMinutes(1)));
                assertThat(enter(browser, wrong)).as(address).isEqualTo(locked);
                assertThat(enter(browser, right)).as(address).isEqualTo(locked);
            }
            assertThat(clinic.sql("select count(*) from __tenant__.recovery_code where used_at is null"))
                    .isEqualTo(10);
        });
    }

    @Test
    void tenWrongOnesLockNeitherTheCodesThatAreSentNorTheOtherWayRound() {
        inNorth(() -> {
            signedIn(ANNA);
            for (var address : List.of(ANNA, NOBODY)) {
                var browser = asks(address);
                for (int i = 0; i < 10; i++) {
                    enter(browser, "2222-2222-2222");
                }
                assertThat(enter(browser, "2222-2222-2222")).isInstanceOf(Entered.Locked.class);
            }
            assertThat(clinic.sql("select coalesce(sum(wrong_in_row + times_locked), 0) from __tenant__.sign_in_limit"))
                    .as("a code that is sent still gets in")
                    .isZero();
            clinic.run("delete from __tenant__.sign_in_cap");
            clinic.run("update __tenant__.sign_in_limit set sends = '{}'");
            clinic.run("delete from __tenant__.one_time_code");
            assertThat(sessions.chart(clinic.signIn(ANNA))).isPresent();
            assertThat(clinic.texts("select wrong_in_row || ' ' || times_locked || ' ' || locked_until"
                            + " from __tenant__.recovery_limit"))
                    .as("known and unknown alike")
                    .hasSize(2)
                    .containsOnly(clinic.texts("select '0 1 ' || locked_until from __tenant__.recovery_limit limit 1")
                            .getFirst());
        });
        inSouth(() -> assertThat(clinic.sql("select count(*) from __tenant__.recovery_limit"))
                .isZero());
    }

    @Test
    void oneNetworkTriesNoMoreThanItMayAskForCodes() {
        inNorth(() -> {
            var browser = asks(NOBODY);
            for (int i = 0; i < 12; i++) {
                enterFrom("198.51.100.7", browser, "2222-2222-2222");
            }
            assertThat(enterFrom("198.51.100.7", browser, "2222-2222-2222")).isInstanceOf(Entered.TooMany.class);
        });
    }

    @Test
    void whenAVerifiedAddressGoesTheCodesGoWithIt() {
        inNorth(() -> {
            var patient = clinic.patient("Anna", "wrong@example.org", MOBILE);
            var wrong = clinic.signIn("wrong@example.org");
            var codes = codes(wrong);
            var annas = clinic.signIn(MOBILE);
            var byCode = token(enter(asks("wrong@example.org"), codes.getFirst()));

            clinic.configure(patient, ANNA, MOBILE);

            assertThat(List.of(wrong, annas, byCode))
                    .allSatisfy(session -> assertThat(sessions.chart(session)).isEmpty());
            assertThat(enter(asks(MOBILE), codes.get(1))).isInstanceOf(Entered.Wrong.class);
            assertThat(clinic.sql("select count(*) from __tenant__.recovery_set"))
                    .isZero();
            assertThat(clinic.texts("""
                    select actor_name || ' ' || action || ' ' || patient_id || ' ' || detail::text from __tenant__.audit_entry
                     where action in ('credential-set', 'recovery-codes-removed') order by id offset 2"""))
                    .satisfiesExactly(
                            ended -> assertThat(ended)
                                    .startsWith("Rosa Reception recovery-codes-removed 1 ")
                                    .contains("removed or changed", "9 codes left"),
                            set -> assertThat(set).contains("{\"Browsers signed out\": \"3\"}"));
            assertThat(clinic.texts("select recipient from __tenant__.message where about_kind = 'credential'"))
                    .as("told where the person still is, and nowhere else")
                    .containsExactly(MOBILE);
        });
    }

    @Test
    void anAddressThatNobodyProvedTakesNothingWithIt() {
        inNorth(() -> {
            var patient = clinic.patient("Anna", ANNA, MOBILE);
            var anna = clinic.signIn(ANNA);
            codes(anna);

            assertThat(access.remove(patient, CredentialChannel.MOBILE, Clinic.ROSA))
                    .isTrue();

            assertThat(recovery.of(chart(anna))).isPresent();
            assertThat(clinic.sql("select count(*) from __tenant__.message where about_kind = 'credential'"))
                    .isZero();
        });
    }

    @Test
    void newCodesEndTheOldOnesAndTheSessionsTheseBegan() {
        inNorth(() -> {
            var anna = signedIn(ANNA);
            var old = codes(anna);
            var elsewhere = token(enter(asks(ANNA), old.getFirst()));
            var set = recovery.of(chart(anna)).orElseThrow();

            var made = recovery.make(elevated(anna), set.id());
            assertThat(made).isInstanceOf(RecoveryMade.Sheet.class);
            assertThat(sessions.chart(elsewhere)).isEmpty();
            assertThat(sessions.chart(anna)).isPresent();
            assertThat(enter(asks(ANNA), old.getLast())).isInstanceOf(Entered.Wrong.class);
            assertThat(recovery.make(elevated(anna), set.id()))
                    .as("the form sent twice")
                    .isEqualTo(new RecoveryMade.MadeMeanwhile());
            assertThat(recovery.make(elevated(anna), RecoverySet.NONE)).isEqualTo(new RecoveryMade.MadeMeanwhile());
            assertThat(enter(asks(ANNA), ((RecoveryMade.Sheet) made).codes().getFirst()))
                    .isInstanceOf(Entered.SignedIn.class);
        });
    }

    @Test
    void removedCodesSignNobodyInAndTheirSessionsEnd() {
        inNorth(() -> {
            var anna = signedIn(ANNA);
            var codes = codes(anna);
            var elsewhere = token(enter(asks(ANNA), codes.getFirst()));

            assertThat(recovery.remove(chart(anna))).isTrue();
            assertThat(recovery.remove(chart(anna))).isFalse();
            assertThat(recovery.of(chart(anna))).isEmpty();
            assertThat(sessions.chart(elsewhere)).isEmpty();
            assertThat(sessions.chart(anna)).isPresent();
            assertThat(enter(asks(ANNA), codes.getLast())).isInstanceOf(Entered.Wrong.class);
        });
    }

    @Test
    void aCodeIsNobodysAtTheOtherClinic() {
        var codes = new RecoveryCode[1];
        inNorth(() -> codes[0] = codes(signedIn(ANNA)).getFirst());
        inSouth(() -> {
            signedIn(ANNA);
            codes(clinic.signIn(ANNA));
            assertThat(enter(asks(ANNA), codes[0])).isEqualTo(new Entered.Wrong(9));
        });
        inNorth(() -> assertThat(enter(asks(ANNA), codes[0])).isInstanceOf(Entered.SignedIn.class));
    }

    @Test
    void aClosedAccountAnUnverifiedOrRemovedAddressAndASwitchedOffPortalLeaveNoWayIn() {
        inNorth(() -> {
            var patient = clinic.patient("Anna", ANNA, "");
            var codes = codes(clinic.signIn(ANNA));
            clinic.run("update __tenant__.portal_account set closed_at = now()");
            assertThat(enter(asks(ANNA), codes.getFirst())).isInstanceOf(Entered.Wrong.class);
            clinic.run("update __tenant__.portal_account set closed_at = null");
            clinic.run("update __tenant__.portal_settings set switched_on = false");
            assertThat(enter(asks(ANNA), codes.getFirst())).isInstanceOf(Entered.Wrong.class);
            clinic.run("update __tenant__.portal_settings set switched_on = true");
            clinic.run("update __tenant__.credential set verified_at = null");
            assertThat(enter(asks(ANNA), codes.getFirst())).isInstanceOf(Entered.Wrong.class);
            clinic.run("update __tenant__.credential set verified_at = added_at");
            assertThat(enter(asks(ANNA), codes.getFirst())).isInstanceOf(Entered.SignedIn.class);

            access.remove(patient, CredentialChannel.EMAIL, Clinic.ROSA);
            assertThat(enter(asks(ANNA), codes.getLast())).isInstanceOf(Entered.Wrong.class);
        });
    }

    @Test
    void whatBecomesOfThemIsInTheLogAndToldAndNoCodeIsWrittenAnywhere() {
        inNorth(() -> {
            var anna = signedIn(ANNA);
            var codes = codes(anna);
            enter(asks(ANNA), codes.getFirst());
            recovery.remove(chart(anna));

            assertThat(clinic.texts("""
                    select actor_name || ' ' || action || ' ' || detail::text from __tenant__.audit_entry
                     where action like 'recovery-%' order by id"""))
                    .containsExactly(
                            "Anna Lee recovery-codes-made [{\"Before\": \"none\"}, {\"After\": \"10 codes left\"}]",
                            "Anna Lee recovery-code-used [{\"Before\": \"10 codes left\"}, {\"After\": \"9 codes left\"}]",
                            "Anna Lee recovery-codes-removed [{\"Before\": \"9 codes left\"}, {\"After\": \"none\"}]");
            assertThat(clinic.texts("""
                    select content ->> 'heading' from __tenant__.message where about_kind = 'recovery-code'"""))
                    .containsExactlyInAnyOrder(
                            "Recovery codes were made",
                            "One of your recovery codes was used",
                            "Your recovery codes were removed");
            var written = clinic.texts("""
                    select detail::text from __tenant__.audit_entry union all
                    select content::text from __tenant__.message union all
                    select encode(code_hash, 'escape') from __tenant__.recovery_code""");
            assertThat(codes)
                    .allSatisfy(code -> assertThat(written)
                            .noneMatch(text -> text.contains(code.value()) || text.contains(code.printed())));
        });
    }

    private SessionToken signedIn(String email) {
        clinic.patient("Anna", email, "");
        return clinic.signIn(email);
    }

    private List<RecoveryCode> codes(SessionToken session) {
        var made = recovery.make(elevated(session), RecoverySet.NONE);
        assertThat(made).isInstanceOf(RecoveryMade.Sheet.class);
        return ((RecoveryMade.Sheet) made).codes();
    }

    /** A new browser types the address; limits of asking are not what is tried here. */
    private BrowserToken asks(String address) {
        clinic.run("delete from __tenant__.sign_in_cap");
        clinic.run("update __tenant__.sign_in_limit set sends = '{}'");
        return Clinic.browser(clinic.ask(address));
    }

    private Entered enter(BrowserToken browser, RecoveryCode code) {
        return enter(browser, code.printed());
    }

    private Entered enter(BrowserToken browser, String typed) {
        return enterFrom("192.0.2." + networks.incrementAndGet() % 250, browser, typed);
    }

    private Entered enterFrom(String network, BrowserToken browser, String typed) {
        var from = new AskedFrom("north.anteroom.example", InetAddress.ofLiteral(network), browser);
        return signIn.enter(browser, from, typed, "Firefox on Linux");
    }

    private static SessionToken token(Entered entered) {
        assertThat(entered).isInstanceOf(Entered.SignedIn.class);
        return ((Entered.SignedIn) entered).token();
    }

    private ElevatedChart elevated(SessionToken session) {
        clinic.run("update __tenant__.portal_session set elevated_until = expires_at where id = "
                + chart(session).viewer().session());
        return ElevatedChart.of(chart(session)).orElseThrow();
    }

    private VisibleChart chart(SessionToken session) {
        return sessions.chart(session).orElseThrow();
    }
}
