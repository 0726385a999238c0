package io.anteroom.controlplane.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FormStampTest {

    private final TestClock clock = new TestClock();
    private final FormStamp stamps = new FormStamp("a key of at least 32 characters..", Duration.ofSeconds(3), clock);

    @Test
    void aPersonNeedsAFewSeconds() {
        String stamp = stamps.now();
        clock.advance(Duration.ofMillis(2_999));
        assertThat(stamps.verdict(stamp)).isEqualTo(FormStamp.Verdict.TOO_FAST);
        clock.advance(Duration.ofMillis(1));
        assertThat(stamps.verdict(stamp)).isEqualTo(FormStamp.Verdict.PERSON);
    }

    @Test
    void aFormOfYesterdayIsShownAnew() {
        String stamp = stamps.now();
        clock.advance(Duration.ofHours(24).plusMillis(1));
        assertThat(stamps.verdict(stamp)).isEqualTo(FormStamp.Verdict.TOO_OLD_OR_FORGED);
    }

    @Test
    void aStampCannotBeMadeUp() {
        String stamp = stamps.now();
        String earlier = (clock.millis() - 60_000) + stamp.substring(stamp.indexOf('.'));
        assertThat(stamps.verdict(earlier)).isEqualTo(FormStamp.Verdict.TOO_OLD_OR_FORGED);
        assertThat(stamps.verdict("")).isEqualTo(FormStamp.Verdict.TOO_OLD_OR_FORGED);
        assertThat(stamps.verdict(".")).isEqualTo(FormStamp.Verdict.TOO_OLD_OR_FORGED);
        assertThat(stamps.verdict("x.y")).isEqualTo(FormStamp.Verdict.TOO_OLD_OR_FORGED);
        var others = new FormStamp("another key of 32 characters .....", Duration.ofSeconds(3), clock);
        assertThat(stamps.verdict(others.now())).isEqualTo(FormStamp.Verdict.TOO_OLD_OR_FORGED);
    }
}
