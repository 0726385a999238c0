package io.anteroom.clinic.access.signin;

import static io.anteroom.clinic.access.Clinic.WRONG;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.testing.TestClock;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@AccessTest
class SignInMetricsTest {

    private static final String ANNA = "anna@example.org";

    @Autowired
    Clinic clinic;

    @Autowired
    CodeStillHolds stillHolds;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    SimpleMeterRegistry meters;

    @BeforeEach
    void nothingCounted() {
        meters.clear();
    }

    @Test
    void aSignInIsCountedFromTheAskingToTheSessionOverAllClinics() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = clinic.askAndSend(ANNA, 1);
            clinic.enter(browser, WRONG);
            clinic.enter(browser, "12");
            clinic.enter(browser, 1);
        });
        inSouth(() -> {
            clinic.patient("Anna", "", "+44 7400 123456");
            clinic.enter(clinic.askAndSend("+44 7400 123456", 2), 2);
            clinic.askAndSend("nobody@example.org", 3);
        });

        assertThat(count("asked", "on_its_way")).isEqualTo(3);
        assertThat(meters.get("anteroom.signin.codes")
                        .tags("outcome", "sent", "channel", "mobile")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(count("codes", "unknown")).isEqualTo(1);
        assertThat(count("entered", "signed_in")).isEqualTo(2);
        assertThat(count("entered", "wrong")).isEqualTo(1);
        assertThat(count("entered", "not_a_code")).isEqualTo(1);
        assertThat(meters.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().getTags())
                        .extracting(Tag::getKey)
                        .isSubsetOf("outcome", "channel"));
    }

    @Test
    void refusalsAreCountedByTheirReason() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            var browser = clinic.askAndSend(ANNA, 1);
            clinic.enter(browser, WRONG);
            clinic.enter(browser, WRONG);
            clinic.enter(browser, WRONG);
            clinic.ask(ANNA);
            clinic.ask(ANNA);
            clinic.ask(ANNA);
            clock.advance(Duration.ofMinutes(31));
            clinic.enter(browser, 1);
        });

        assertThat(count("entered", "wrong")).isEqualTo(2);
        assertThat(count("entered", "burned")).isEqualTo(1);
        assertThat(count("entered", "stale")).isEqualTo(1);
        assertThat(count("asked", "wait_codes")).isEqualTo(1);
    }

    @Test
    void whatIsRolledBackIsNotCounted() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            transaction.executeWithoutResult(undone -> {
                clinic.ask(ANNA);
                undone.setRollbackOnly();
            });
        });

        assertThat(meters.find("anteroom.signin.asked").counter()).isNull();
    }

    @Test
    void aCodeIsAwaitedFromTheMomentItWasAskedFor() {
        inNorth(() -> {
            clinic.patient("Anna", ANNA, "");
            clinic.ask(ANNA);
            clock.advance(Duration.ofSeconds(8));
            clinic.send(1);

            assertThat(clinic.inTransaction(() -> stillHolds.awaitedSince("1"))).contains(TestClock.START);
        });
    }

    private double count(String what, String outcome) {
        return meters.get("anteroom.signin." + what)
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
