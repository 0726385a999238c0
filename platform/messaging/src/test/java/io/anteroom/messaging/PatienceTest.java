package io.anteroom.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.messaging.Delivery.Accepted;
import io.anteroom.messaging.Delivery.NoAnswer;
import io.anteroom.messaging.Delivery.Refused;
import io.anteroom.messaging.Delivery.TryLater;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final NoAnswer SILENCE = new NoAnswer("silence");
    private static final TryLater LEFT_ALONE = new TryLater("The server did not answer a moment ago");

    private final TestClock clock = new TestClock();
    private final Patience patience = new Patience("The server", clock);

    private static Delivery nobodyIsAsked() {
        throw new AssertionError("asked");
    }

    @Test
    void aServerThatDidNotAnswerIsLeftAloneForAWhile() {
        assertThat(patience.with(() -> SILENCE)).isEqualTo(SILENCE);
        assertThat(patience.with(PatienceTest::nobodyIsAsked)).isEqualTo(LEFT_ALONE);

        clock.advance(Patience.PAUSE);
        assertThat(patience.with(Accepted::new)).isEqualTo(new Accepted());
        assertThat(patience.with(Accepted::new)).isEqualTo(new Accepted());
    }

    @Test
    void oneMessageAtATimeFindsOutWhetherItIsBack() {
        patience.with(() -> SILENCE);
        clock.advance(Patience.PAUSE);

        Delivery found = patience.with(() -> {
            assertThat(patience.with(PatienceTest::nobodyIsAsked)).isEqualTo(LEFT_ALONE);
            return SILENCE;
        });

        assertThat(found).isEqualTo(SILENCE);
        assertThat(patience.with(PatienceTest::nobodyIsAsked)).isEqualTo(LEFT_ALONE);
    }

    @Test
    void aClockSetBackAnHourLeavesNobodyAloneForAnHour() {
        patience.with(() -> SILENCE);
        clock.advance(Duration.ofHours(-1));

        assertThat(patience.with(Accepted::new)).isEqualTo(new Accepted());
    }

    @Test
    void anAnswerOfAnyKindIsAnAnswer() {
        for (Delivery answer : new Delivery[] {new Accepted(), new Refused("550"), new TryLater("451")}) {
            assertThat(patience.with(() -> answer)).isEqualTo(answer);
        }
        assertThat(patience.with(Accepted::new)).isEqualTo(new Accepted());
    }
}
