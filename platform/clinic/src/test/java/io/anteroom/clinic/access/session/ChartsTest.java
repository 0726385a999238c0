package io.anteroom.clinic.access.session;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class ChartsTest {

    @Autowired
    Clinic clinic;

    @Autowired
    Sessions sessions;

    @Autowired
    Charts charts;

    @Autowired
    TestClock clock;

    @Test
    void aPersonSeesTheirOwnRecordAndNoOther() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            clinic.patient("Bob", "bob@example.org", "");

            var chart = annas();
            assertThat(chart.patients()).extracting(VisiblePatient::id).containsExactly(anna);
            assertThat(chart.openFor(AccessScope.MONEY)).containsExactly(anna);
            assertThat(chart.actor()).isEqualTo(new Actor.PortalUser("1", "Anna Lee"));
            assertThat(chart.actingFor().orElseThrow().name()).isEqualTo("Anna Lee");
        });
    }

    @Test
    void limitedAccessOpensNothingThatTheClinicMade() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            clinic.run("update __tenant__.access_grant set level = 'limited'");

            for (var scope : AccessScope.values()) {
                assertThat(annas().openFor(scope)).isEmpty();
            }
            assertThat(annas().patients()).hasSize(1);
        });
    }

    @Test
    void aGrantOpensItsOwnPartsAlone() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            clinic.run("update __tenant__.access_grant set scope = array['money']");

            assertThat(annas().openFor(AccessScope.MONEY)).containsExactly(anna);
            assertThat(annas().openFor(AccessScope.CLINICAL)).isEmpty();
            assertThat(annas().openFor(AccessScope.BOOKINGS)).isEmpty();
        });
    }

    @Test
    void whatHasEndedOrRunOutIsGoneAtOnceInAnOpenSession() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            var session = signedIn();
            clinic.run("update __tenant__.access_grant set expires_at = '2026-11-21T09:15:00Z'");
            assertThat(open(session).patients()).hasSize(1);

            clock.advance(Duration.ofMinutes(5));
            assertThat(open(session).patients()).isEmpty();

            clinic.run("update __tenant__.access_grant set expires_at = null, ended_at = now()");
            assertThat(open(session).patients()).isEmpty();
            assertThat(open(session).actor().name()).isEqualTo("Account 1");
            assertThat(charts.visibleTo(open(session).viewer()).patients()).isEmpty();
        });
    }

    @Test
    void aViewerOfTheOtherClinicWithTheSameNumberSeesThatClinicOnly() {
        inSouth(() -> clinic.patient("Sora", "sora@example.org", ""));
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            var viewer = annas().viewer();
            inSouth(() -> assertThat(charts.visibleTo(viewer).patients())
                    .extracting(VisiblePatient::name)
                    .doesNotContain("Anna Lee"));
        });
    }

    /** Both ways to it say the same. */
    private VisibleChart annas() {
        var chart = open(signedIn());
        assertThat(charts.visibleTo(chart.viewer()).patients()).isEqualTo(chart.patients());
        return chart;
    }

    private VisibleChart open(SessionToken session) {
        return sessions.chart(session).orElseThrow();
    }

    private SessionToken signedIn() {
        clock.advance(Duration.ofMinutes(11));
        return clinic.signIn("anna@example.org");
    }
}
