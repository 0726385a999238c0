package io.anteroom.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.anteroom.messaging.Delivery.Refused;
import io.anteroom.messaging.Delivery.TryLater;
import io.anteroom.testing.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of a message once the worker comes to it. */
class DeliveryTest extends OutboxFixture {

    @Test
    void aMessageThatNoLongerHoldsIsDroppedWithItsSecret() {
        MessageId id = inNorth(() -> outbox.send(code("7", "123456")));
        gone.add("7");

        deliver(Tenants.north(), id);

        assertThat(gateway.texts).isEmpty();
        assertThat(state(Tenants.north(), id)).isEqualTo(MessageState.DROPPED);
        assertThat(secret(id)).isNull();
    }

    @Test
    void aCrashBetweenSendingAndTheNoteOfItSendsAgainUnderTheSameId() {
        MessageId id = inNorth(() -> outbox.send(code("1", "123456")));
        gateway.answer = () -> {
            throw new StackOverflowError("the process dies here");
        };
        assertThatThrownBy(() -> deliver(Tenants.north(), id)).isInstanceOf(StackOverflowError.class);
        assertThat(state(Tenants.north(), id)).isEqualTo(MessageState.QUEUED);

        gateway.answer = Delivery.Accepted::new;
        deliver(Tenants.north(), id);

        assertThat(gateway.texts).extracting(FakeGateway.Text::id).containsExactly(id, id);
        assertThat(gateway.texts).extracting(FakeGateway.Text::text).containsOnly("Your code is 123456");
        assertThat(state(Tenants.north(), id)).isEqualTo(MessageState.SENT);
    }

    @Test
    void whatWasSentIsNotSentAgain() {
        MessageId id = inNorth(() -> outbox.send(code("1", "123456")));

        deliver(Tenants.north(), id);
        deliver(Tenants.north(), id);

        assertThat(gateway.texts).hasSize(1);
    }

    @Test
    void aPassingFailureIsTriedAgainAndGivenUpInTheEnd() {
        MessageId id = inNorth(() -> outbox.send(code("1", "123456")));
        gateway.answer = () -> new TryLater("The SMS gateway answered 503");

        assertThatThrownBy(() -> deliver(Tenants.north(), id))
                .isInstanceOf(DeliveryPostponed.class)
                .message()
                .doesNotContain(NUMBER)
                .doesNotContain("123456");
        assertThatThrownBy(() -> deliver(Tenants.north(), id)).isInstanceOf(DeliveryPostponed.class);
        deliver(Tenants.north(), id);

        MessageRecord kept = inNorth(() -> log.find(id).orElseThrow());
        assertThat(kept.state()).isEqualTo(MessageState.FAILED);
        assertThat(kept.reason()).isEqualTo("The SMS gateway answered 503, 3 times");
        assertThat(secret(id)).isNull();
    }

    @Test
    void aMessageThatHasToWaitIsLeftForThenAndTheWaitIsNoTry() {
        MessageId id = inNorth(() -> outbox.send(code("1", "123456")));
        Instant morning = clock.instant().plus(Duration.ofHours(8));
        waits.put("1", morning);

        for (int i = 0; i <= MOST_TRIES; i++) {
            deliver(Tenants.north(), id);
        }
        assertThat(gateway.texts).isEmpty();
        assertThat(state(Tenants.north(), id)).isEqualTo(MessageState.QUEUED);
        assertThat(later).containsExactly(entry(id, morning));

        clock.advance(Duration.ofHours(8));
        deliver(Tenants.north(), id);
        assertThat(gateway.texts).hasSize(1);
        assertThat(state(Tenants.north(), id)).isEqualTo(MessageState.SENT);
    }

    @Test
    void aRefusalIsFinal() {
        MessageId id = inNorth(() -> outbox.send(code("1", "123456")));
        gateway.answer = () -> new Refused("The SMS gateway refused the message (422)");

        deliver(Tenants.north(), id);
        deliver(Tenants.north(), id);

        assertThat(gateway.texts).hasSize(1);
        assertThat(state(Tenants.north(), id)).isEqualTo(MessageState.FAILED);
    }

    @Test
    void howMessagesEndIsCountedOnceAndHowLongTheyTookIsMeasured() {
        clock.advance(Duration.ofSeconds(3));
        MessageId sent = inNorth(() -> outbox.send(code("1", "123456")));
        MessageId dropped = inNorth(() -> outbox.send(code("2", "123456")));
        MessageId refused = inNorth(() -> outbox.send(code("3", "123456")));
        gone.add("2");
        clock.advance(Duration.ofSeconds(4));

        deliver(Tenants.north(), sent);
        deliver(Tenants.north(), sent);
        deliver(Tenants.south(), sent);
        deliver(Tenants.north(), dropped);
        gateway.answer = () -> new TryLater("The SMS gateway answered 503");
        assertThatThrownBy(() -> deliver(Tenants.north(), refused)).isInstanceOf(DeliveryPostponed.class);
        gateway.answer = () -> new Refused("The SMS gateway refused the message (422)");
        deliver(Tenants.north(), refused);

        assertThat(ended("sent")).isEqualTo(1);
        assertThat(ended("dropped")).isEqualTo(1);
        assertThat(ended("failed")).isEqualTo(1);
        assertThat(meters.get("anteroom.messages.postponed").counter().count()).isEqualTo(1);
        assertThat(meters.get("anteroom.messages.outbox")
                        .tag("channel", "sms")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(4);
        assertThat(meters.get("anteroom.messages.awaited")
                        .tag("about", "code")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(7);
    }

    @Test
    void eachHandOverIsMeasured() {
        deliver(Tenants.north(), inNorth(() -> outbox.send(code("1", "123456"))));

        assertThat(meters.get("anteroom.outside")
                        .tags("system", "sms", "call", "send")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private double ended(String outcome) {
        return meters.get("anteroom.messages")
                .tags("channel", "sms", "outcome", outcome)
                .counter()
                .count();
    }
}
