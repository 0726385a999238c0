package io.anteroom.demo.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.RunningDemo;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The clock of a process jumps an hour, on or back, as when its time is set right. */
@Timeout(120)
class ClockTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String SOMEBODY = "somebody@patients.example";
    private static final RunningDemo DEMO = RunningDemo.shared();

    @AfterEach
    void itIsRight() {
        DEMO.clock().set(Duration.ZERO);
    }

    @Test
    void onAnHourSessionsStayAndCodesEnd() {
        Guest anna = Guest.signedInAnew(DEMO, "sakura", "anna@patients.example");
        Guest haruto = Guest.at(DEMO, "sakura");
        haruto.asksForACode("haruto@patients.example");
        String code = haruto.codeSentTo("haruto@patients.example");
        Answer page = haruto.opens("/sign-in/code");

        DEMO.clock().set(HOUR);

        assertThat(anna.opens("/invoices").status()).isEqualTo(200);
        assertThat(haruto.sends(page, "/sign-in/code", "code", code).path()).isNotEqualTo("/");
        assertThat(haruto.opens("/invoices").path()).as("not in").isEqualTo("/sign-in");
        haruto.asksForACode("haruto@patients.example");
    }

    @Test
    void backAnHourNobodyIsLockedOut() {
        DEMO.clock().set(HOUR);
        Guest yui = Guest.signedInAnew(DEMO, "sakura", "yui@patients.example");
        for (int i = 0; i < 3; i++) {
            Guest.at(DEMO, "sakura").asksForACode(SOMEBODY);
        }
        Guest fourth = Guest.at(DEMO, "sakura");
        assertThat(fourth.sends(fourth.opens("/sign-in"), "/sign-in", "address", SOMEBODY)
                        .status())
                .as("three codes in ten minutes")
                .isEqualTo(429);

        DEMO.clock().set(Duration.ZERO);

        fourth.asksForACode(SOMEBODY);
        assertThat(yui.opens("/invoices").status()).isEqualTo(200);
    }

    /** A session that was begun with the clock an hour ahead lasts that hour longer, and no more. */
    @Test
    void backAnHourASessionStillEnds() {
        DEMO.clock().set(HOUR);
        Guest yui = Guest.signedInAnew(DEMO, "harbour", "anna@patients.example");
        DEMO.clock().set(Duration.ofHours(24).plusMinutes(30));
        assertThat(yui.opens("/invoices").status()).isEqualTo(200);

        DEMO.clock().set(Duration.ofHours(25).plusMinutes(1));

        assertThat(yui.opens("/invoices").path()).isEqualTo("/sign-in");
    }
}
