package io.anteroom.clinic.access.elevation;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.support.Timeline;
import io.anteroom.clinic.access.support.TimelineEntry;
import io.anteroom.clinic.access.support.TimelineEntry.What;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.testing.TestClock;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff see of codes that open clinical records. */
@AccessTest
class UnlockTimelineTest {

    private static final String ANNA = "anna@example.org";
    private static final AskedFrom HERE =
            new AskedFrom("north.anteroom.example", InetAddress.ofLiteral("192.0.2.9"), null);

    @Autowired
    Clinic clinic;

    @Autowired
    Elevation elevation;

    @Autowired
    Sessions sessions;

    @Autowired
    Timeline timeline;

    @Autowired
    TestClock clock;

    @Test
    void theyStandInTheTimelineOfSigningInAndShowNoCode() {
        inSouth(() -> clinic.patient("Yui", ANNA, ""));
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            var session = clinic.signIn(ANNA);
            var chart = sessions.chart(session).orElseThrow();
            clock.advance(Duration.ofMinutes(1));
            clinic.nextCode(42);
            elevation.ask(chart, HERE);
            clock.advance(Duration.ofSeconds(1));
            clinic.run("update __tenant__.message set state = 'sent', secret = null, state_at = timestamptz '"
                    + clock.instant() + "' where about_kind = 'unlock-code'");
            elevation.enter(chart, "000041");
            clock.advance(Duration.ofSeconds(1));
            elevation.enter(chart, "000042");

            var entries = timeline.of(anna);
            assertThat(entries)
                    .extracting(TimelineEntry::what)
                    .startsWith(What.RECORDS_OPENED, What.UNLOCK_MESSAGE_SENT, What.UNLOCK_CODE_SENT);
            assertThat(entries.getFirst().detail()).isEqualTo("Firefox on Linux");
            assertThat(entries.get(2).channel()).isEqualTo(CredentialChannel.EMAIL);
            assertThat(entries.get(2).wrongEntries()).isEqualTo(1);
            assertThat(entries.toString()).doesNotContain("000042");
        });
        inSouth(() -> assertThat(timeline.of(new PatientId(1))).isEmpty());
    }
}
