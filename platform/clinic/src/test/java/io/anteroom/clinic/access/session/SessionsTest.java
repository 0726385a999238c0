package io.anteroom.clinic.access.session;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.AccessOverview;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class SessionsTest {

    private static final String ANNA = "anna@example.org";
    private static final String ANNAS_MOBILE = "07400 123456";

    @Autowired
    Clinic clinic;

    @Autowired
    Sessions sessions;

    @Autowired
    OnlineAccess access;

    @Autowired
    AccessOverview overview;

    @Autowired
    PortalSetup portal;

    @Autowired
    TestClock clock;

    @Autowired
    StatementCount statements;

    @Test
    void aSessionLastsTwentyFourHours() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var session = clinic.signIn(ANNA);

            clock.advance(Duration.ofHours(24).minusMillis(1));
            assertThat(sessions.chart(session)).isPresent();
            clock.advance(Duration.ofMillis(1));
            assertThat(sessions.chart(session)).isEmpty();
        });
    }

    @Test
    void onlyTheHashOfTheTokenIsStored() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var session = clinic.signIn(ANNA);

            assertThat(session.value()).hasSize(43);
            assertThat(clinic.texts("select x::text from __tenant__.portal_session x"))
                    .noneMatch(row -> row.contains(session.value()));
            assertThat(sessions.chart(new SessionToken("forged"))).isEmpty();
        });
    }

    @Test
    void eachSignInGetsAFreshToken() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            assertThat(clinic.signIn(ANNA)).isNotEqualTo(clinic.signIn(ANNA));
        });
    }

    @Test
    void theLastUseIsNotedOnceAMinuteAndAPageCostsOneStatement() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var session = clinic.signIn(ANNA);
            clock.advance(Duration.ofSeconds(59));
            statements.reset();
            sessions.chart(session);
            assertThat(statements.count()).isEqualTo(1);

            clock.advance(Duration.ofSeconds(1));
            statements.reset();
            var viewer = sessions.chart(session).orElseThrow().viewer();
            assertThat(statements.count()).isEqualTo(2);
            assertThat(sessions.of(viewer).getFirst().lastSeen()).isEqualTo(clock.instant());
        });
    }

    @Test
    void aPersonSeesAndEndsTheirOwnSessionsAndNobodyElses() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            clinic.patient("Bob", "bob@example.org", "");
            var phone = clinic.signIn(ANNA);
            clock.advance(Duration.ofMinutes(5));
            var laptop = clinic.signIn(ANNA);
            var bob = sessions.chart(clinic.signIn("bob@example.org"))
                    .orElseThrow()
                    .viewer();
            var anna = sessions.chart(laptop).orElseThrow().viewer();

            assertThat(sessions.of(anna)).hasSize(2);
            assertThat(sessions.of(bob)).hasSize(1);
            var other = sessions.chart(phone).orElseThrow().viewer().session();
            assertThat(sessions.end(bob, other)).isFalse();
            assertThat(sessions.end(anna, other)).isTrue();
            assertThat(sessions.end(anna, other))
                    .as("a second click finds it ended")
                    .isTrue();
            assertThat(clinic.sql("select count(*) from __tenant__.audit_entry where action = 'portal-session-ended'"))
                    .isEqualTo(1);
            assertThat(sessions.chart(phone)).isEmpty();
            assertThat(sessions.chart(laptop)).isPresent();
        });
    }

    @Test
    void signingOutEndsThisSessionAlone() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var phone = clinic.signIn(ANNA);
            var laptop = clinic.signIn(ANNA);

            sessions.signOut(sessions.chart(phone).orElseThrow().viewer());

            assertThat(sessions.chart(phone)).isEmpty();
            assertThat(sessions.chart(laptop)).isPresent();
        });
    }

    @Test
    void staffEndASessionOfThatPatientOnly() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            var bob = clinic.patient("Bob", "bob@example.org", "");
            var token = clinic.signIn(ANNA);
            var session = overview.of(anna).sessions().getFirst().id();

            assertThat(access.endSession(bob, session, ROSA)).isFalse();
            inSouth(() -> assertThat(access.endSession(anna, session, ROSA)).isFalse());
            assertThat(sessions.chart(token)).isPresent();
            assertThat(access.endSession(anna, session, ROSA)).isTrue();
            assertThat(sessions.chart(token)).isEmpty();
            assertThat(access.endSession(anna, session, ROSA)).isFalse();
            assertThat(access.hadSession(anna, session)).isTrue();
            assertThat(access.hadSession(bob, session)).isFalse();
            inSouth(() -> assertThat(access.hadSession(anna, session)).isFalse());
        });
    }

    @Test
    void removingAVerifiedCredentialEndsEverySessionOfTheAccountAtOnce() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, ANNAS_MOBILE);
            var byEmail = clinic.signIn(ANNA);
            var byMobile = clinic.signIn(ANNAS_MOBILE);

            assertThat(access.remove(anna, CredentialChannel.EMAIL, ROSA)).isTrue();

            assertThat(sessions.chart(byEmail)).isEmpty();
            assertThat(sessions.chart(byMobile))
                    .as("whatever it began with: it may be of whoever had the address")
                    .isEmpty();
            clinic.configure(anna, ANNA, ANNAS_MOBILE);
            assertThat(sessions.chart(byEmail)).isEmpty();
        });
    }

    @Test
    void aSessionDiesWithItsCredentialEvenIfNobodyEndedIt() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var session = clinic.signIn(ANNA);
            clinic.run("delete from __tenant__.credential");
            assertThat(sessions.chart(session)).isEmpty();
        });
    }

    @Test
    void aClosedAccountHasNoSessions() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var session = clinic.signIn(ANNA);
            var viewer = sessions.chart(session).orElseThrow().viewer();
            clinic.run("update __tenant__.portal_account set closed_at = now()");

            assertThat(sessions.chart(session)).isEmpty();
            assertThat(sessions.of(viewer)).isEmpty();
        });
    }

    @Test
    void switchingThePortalOffEndsEverySessionForGoodAndOfThisClinicOnly() {
        inSouth(() -> clinic.patient("Anna", ANNA, ""));
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var session = clinic.signIn(ANNA);
            inSouth(() -> {
                var elsewhere = clinic.signIn(ANNA);
                inNorth(() -> portal.switchTo(ROSA, false));
                assertThat(sessions.chart(elsewhere)).isPresent();
            });
            assertThat(sessions.chart(session)).isEmpty();
            portal.switchTo(ROSA, true);
            assertThat(sessions.chart(session)).isEmpty();
            assertThat(clinic.texts("select ended_because from __tenant__.portal_session"))
                    .containsExactly("portal-off");
        });
    }
}
