package io.anteroom.clinic.access.elevation;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.testing.TestClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class ElevationTest {

    private static final String ANNA = "anna@example.org";
    private static final String MOBILE = "+447400123456";
    private static final String CODE = "000042";
    private static final AskedFrom HERE =
            new AskedFrom("north.anteroom.example", InetAddress.ofLiteral("192.0.2.9"), null);

    @Autowired
    Clinic clinic;

    @Autowired
    Elevation elevation;

    @Autowired
    Sessions sessions;

    @Autowired
    OnlineAccess access;

    @Autowired
    UnlockCodeStillHolds stillHolds;

    @Autowired
    TestClock clock;

    @Test
    void recordsAreLockedUntilTheFreshCodeIsEnteredAndThenOpenAsLongAsTheClinicSays() {
        inNorth(() -> {
            var anna = signedIn();
            clinic.run("update __tenant__.authentication_settings set elevation_minutes = 20");
            assertThat(ElevatedChart.of(chart(anna))).isEmpty();

            ask(anna);
            assertThat(ElevatedChart.of(chart(anna))).isEmpty();
            assertThat(elevation.enter(chart(anna), "000 042"))
                    .isEqualTo(new Unlocked.Open(clock.instant().plus(Duration.ofMinutes(20))));

            clock.advance(Duration.ofMinutes(20).minusMillis(1));
            assertThat(ElevatedChart.of(chart(anna))).isPresent();
            clock.advance(Duration.ofMillis(1));
            assertThat(ElevatedChart.of(chart(anna))).isEmpty();
        });
    }

    @Test
    void theCodeGoesToTheOtherVerifiedAddressAndElseToTheSame() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, MOBILE);
            var byEmail = clinic.signIn(ANNA);
            assertThat(destination(byEmail))
                    .as("the mobile is not verified yet")
                    .isEqualTo(ANNA);

            var byMobile = clinic.signIn(MOBILE);
            assertThat(destination(byMobile)).isEqualTo(ANNA);
            assertThat(destination(byEmail)).isEqualTo(MOBILE);

            ask(byEmail);
            assertThat(clinic.texts("select recipient from __tenant__.message where about_kind = 'unlock-code'"))
                    .containsExactly(MOBILE);
        });
    }

    @Test
    void noCodeGoesWhereTheClinicSendsNone() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, MOBILE);
            clinic.signIn(MOBILE);
            var byEmail = clinic.signIn(ANNA);
            clinic.run("update __tenant__.authentication_settings set mobile_codes = false");
            assertThat(destination(byEmail)).isEqualTo(ANNA);

            clinic.run("update __tenant__.authentication_settings set mobile_codes = true, email_codes = false");
            clinic.run("delete from __tenant__.credential where channel = 'mobile'");
            assertThat(elevation.address(chart(byEmail))).isEmpty();
            assertThat(elevation.ask(chart(byEmail), HERE)).isEqualTo(new UnlockAsked.Nowhere());
        });
    }

    @Test
    void openRecordsAreOfOneSessionAndNeverOutliveIt() {
        inNorth(() -> {
            var phone = signedIn();
            clock.advance(Duration.ofMinutes(11));
            var laptop = clinic.signIn(ANNA);
            clock.advance(Duration.ofHours(24).minusMinutes(16));
            ask(phone);
            assertThat(elevation.enter(chart(phone), CODE))
                    .as("five minutes before the session ends")
                    .isEqualTo(new Unlocked.Open(clock.instant().plus(Duration.ofMinutes(5))));

            assertThat(ElevatedChart.of(chart(laptop))).isEmpty();
            assertThat(elevation.enter(chart(laptop), CODE)).isEqualTo(refused(new Entered.Stale()));
        });
    }

    @Test
    void aCodeIsWorthNothingAtTheOtherClinic() {
        inSouth(() -> clinic.patient("Anna", ANNA, ""));
        inNorth(() -> ask(signedIn()));
        inSouth(() -> {
            var there = clinic.signIn(ANNA);
            assertThat(elevation.enter(chart(there), CODE)).isEqualTo(refused(new Entered.Stale()));
            assertThat(ElevatedChart.of(chart(there))).isEmpty();
        });
    }

    @Test
    void threeWrongEntriesBurnTheCode() {
        inNorth(() -> {
            var anna = signedIn();
            ask(anna);
            assertThat(elevation.enter(chart(anna), "12")).isEqualTo(refused(new Entered.NotACode()));
            assertThat(elevation.enter(chart(anna), Clinic.WRONG)).isEqualTo(refused(new Entered.Wrong(2)));
            assertThat(elevation.enter(chart(anna), Clinic.WRONG)).isEqualTo(refused(new Entered.Wrong(1)));
            assertThat(elevation.enter(chart(anna), Clinic.WRONG)).isEqualTo(refused(new Entered.Burned()));
            assertThat(elevation.enter(chart(anna), CODE)).isEqualTo(refused(new Entered.Burned()));
            assertThat(ElevatedChart.of(chart(anna))).isEmpty();
        });
    }

    @Test
    void wrongEntriesCountTogetherWithThoseOfSigningIn() {
        inNorth(() -> {
            var anna = signedIn();
            clinic.run("update __tenant__.sign_in_limit set wrong_in_row = 9, last_wrong = '" + clock.instant() + "'");
            ask(anna);

            var locked = refused(new Entered.Locked(clock.instant().plus(Duration.ofMinutes(1))));
            assertThat(elevation.enter(chart(anna), Clinic.WRONG)).isEqualTo(locked);
            assertThat(elevation.enter(chart(anna), CODE)).isEqualTo(locked);
            clock.advance(Duration.ofSeconds(61));
            assertThat(elevation.enter(chart(anna), CODE)).isInstanceOf(Unlocked.Open.class);
        });
    }

    @Test
    void aCodeLivesTenMinutesAndOpensOnce() {
        inNorth(() -> {
            var anna = signedIn();
            ask(anna);
            clock.advance(Duration.ofMinutes(10));
            assertThat(elevation.pending(chart(anna))).isEmpty();
            assertThat(elevation.enter(chart(anna), CODE)).isEqualTo(refused(new Entered.TooLate()));

            ask(anna);
            var open = elevation.enter(chart(anna), CODE);
            assertThat(elevation.enter(chart(anna), CODE)).as("a second click").isEqualTo(open);
            elevation.lock(chart(anna));
            assertThat(elevation.enter(chart(anna), CODE)).isEqualTo(refused(new Entered.TooLate()));
            assertThat(ElevatedChart.of(chart(anna))).isEmpty();
        });
    }

    @Test
    void codesAreAskedForWithinTheLimitsOfSigningIn() {
        inNorth(() -> {
            var anna = signedIn();
            ask(anna);
            ask(anna);
            assertThat(codes()).as("too soon after the first").isEqualTo(1);
            clock.advance(Duration.ofSeconds(60));
            ask(anna);
            clock.advance(Duration.ofSeconds(60));

            assertThat(elevation.ask(chart(anna), HERE))
                    .isInstanceOfSatisfying(
                            UnlockAsked.Wait.class,
                            wait -> assertThat(wait.limit().why()).isEqualTo(Asked.Why.CODES));
            assertThat(codes()).isEqualTo(2);
            assertThat(elevation.enter(chart(anna), CODE))
                    .as("the one before the last")
                    .isInstanceOf(Unlocked.Open.class);
        });
    }

    @Test
    void onlyAFreshCheckKeepsRecordsOpen() {
        inNorth(() -> {
            var anna = signedIn();
            ask(anna);
            elevation.enter(chart(anna), CODE);
            clock.advance(Duration.ofMinutes(25));
            ask(anna);
            assertThat(ElevatedChart.of(chart(anna)).map(ElevatedChart::until))
                    .contains(clock.instant().plus(Duration.ofMinutes(5)));

            elevation.enter(chart(anna), CODE);
            assertThat(ElevatedChart.of(chart(anna)).map(ElevatedChart::until))
                    .contains(clock.instant().plus(Duration.ofMinutes(30)));
        });
    }

    @Test
    void aCodeOfARemovedAddressIsNotSentAndItsSessionEnds() {
        inNorth(() -> {
            var patient = clinic.patient("Anna", ANNA, MOBILE);
            clinic.signIn(MOBILE);
            var byEmail = clinic.signIn(ANNA);
            ask(byEmail);
            var code =
                    clinic.texts("select id::text from __tenant__.unlock_code").getFirst();
            assertThat(inTransaction(code)).isTrue();

            access.remove(patient, CredentialChannel.MOBILE, Clinic.ROSA);
            assertThat(inTransaction(code)).isFalse();
            assertThat(sessions.chart(byEmail))
                    .as("whoever had the address may have begun it")
                    .isEmpty();
        });
    }

    @Test
    void aCodeOnItsWayIsHeldBackWhereTheClinicNoLongerSendsAny() {
        inNorth(() -> {
            ask(signedIn());
            var code =
                    clinic.texts("select id::text from __tenant__.unlock_code").getFirst();
            assertThat(inTransaction(code)).isTrue();

            clinic.run("update __tenant__.authentication_settings set mobile_codes = true, email_codes = false");
            assertThat(inTransaction(code)).isFalse();
        });
    }

    @Test
    void theDatabaseHasNoCodeAndTheLogSaysWhoOpenedAndLocked() {
        inNorth(() -> {
            var anna = signedIn();
            ask(anna);
            elevation.enter(chart(anna), CODE);
            elevation.lock(chart(anna));
            elevation.lock(chart(anna));

            assertThat(clinic.texts("select u::text from __tenant__.unlock_code u"))
                    .noneMatch(row -> row.contains(CODE));
            assertThat(clinic.texts("""
                    select actor_name || ' ' || action || ' ' || patient_id from __tenant__.audit_entry
                     where action like 'records-%' order by id""")).containsExactly("Anna Lee records-unlocked 1", "Anna Lee records-locked 1");
        });
    }

    private SessionToken signedIn() {
        clinic.patient("Anna", ANNA, "");
        return clinic.signIn(ANNA);
    }

    private void ask(SessionToken session) {
        clinic.nextCode(42);
        assertThat(elevation.ask(chart(session), HERE)).isEqualTo(new UnlockAsked.OnItsWay());
    }

    private long codes() {
        return clinic.sql("select count(*) from __tenant__.unlock_code");
    }

    private boolean inTransaction(String code) {
        return Objects.requireNonNull(clinic.inTransaction(() -> stillHolds.holds(code)));
    }

    private String destination(SessionToken session) {
        return elevation.address(chart(session)).orElseThrow().address().value();
    }

    private VisibleChart chart(SessionToken session) {
        return sessions.chart(session).orElseThrow();
    }

    private static Unlocked refused(Entered why) {
        return new Unlocked.Refused(why);
    }
}
