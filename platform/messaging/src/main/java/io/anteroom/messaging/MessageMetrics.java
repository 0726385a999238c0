package io.anteroom.messaging;

import io.anteroom.tenancy.Lags;
import io.anteroom.tenancy.Observing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * {@code anteroom.messages} counts messages by channel and how they ended, {@code anteroom.messages.postponed} tries that
 * came to nothing; {@code anteroom.messages.outbox} measures how long a sent message lay in the outbox, and
 * {@code anteroom.messages.awaited} how long somebody had waited for it, by what it is about. Clinics' and the platform's
 * own count together; neither tenant nor recipient is a tag.
 */
final class MessageMetrics {

    private static final Duration[] WAITS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofHours(1)
    };

    private final MeterRegistry registry;
    private final Observing observing;
    private final Lags lags;

    MessageMetrics(MeterRegistry registry, Observing observing, Clock clock) {
        this.registry = registry;
        this.observing = observing;
        this.lags = new Lags(registry, clock, WAITS);
    }

    /** The hand-over itself, {@code anteroom.outside} of the system {@code smtp} or {@code sms}. */
    Delivery carried(Channel channel, Supplier<Delivery> handOver) {
        String system = channel == Channel.EMAIL ? "smtp" : "sms";
        return observing.outside(system, "send", handOver::get);
    }

    void ended(Channel channel, MessageState state) {
        registry.counter("anteroom.messages", "channel", channel.word(), "outcome", state.word())
                .increment();
    }

    void postponed(Channel channel) {
        registry.counter("anteroom.messages.postponed", "channel", channel.word())
                .increment();
    }

    /** A carrier took a message that was put into the outbox at {@code added}. */
    void sent(Channel channel, Instant added) {
        lags.record("anteroom.messages.outbox", added, "channel", channel.word());
    }

    /** A carrier took a message that somebody waits for since {@code since}. */
    void awaited(String kind, Instant since) {
        lags.record("anteroom.messages.awaited", since, "about", kind);
    }
}
