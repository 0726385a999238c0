package io.anteroom.messaging;

import io.anteroom.messaging.Delivery.Accepted;
import io.anteroom.messaging.Delivery.NoAnswer;
import io.anteroom.messaging.Delivery.Refused;
import io.anteroom.messaging.Delivery.TryLater;
import io.anteroom.messaging.MessageStore.Taken;
import io.anteroom.messaging.SecretBox.SealBroken;
import io.anteroom.messaging.SenderIdentity.Look;
import io.anteroom.tenancy.AfterCommit;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one message of one outbox. The attempt is counted before the hand-over and the end written after it, so that a
 * crash in between means one more try with the same message id, never a lost message.
 */
final class Deliverer {

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

    private final MessageStore store;
    private final TransactionTemplate transaction;
    private final SenderIdentity sender;
    private final Map<String, StillHolds> conditions;
    private final Carriers carriers;
    private final MessageMetrics metrics;
    private final BiConsumer<MessageId, Instant> later;
    private final Clock clock;

    /**
     * @param later leaves the work of delivering for a moment to come, in the transaction under way
     */
    Deliverer(
            MessageStore store,
            TransactionTemplate transaction,
            SenderIdentity sender,
            Collection<StillHolds> conditions,
            Carriers carriers,
            MessageMetrics metrics,
            BiConsumer<MessageId, Instant> later,
            Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.sender = sender;
        this.conditions = conditions.stream().collect(Collectors.toMap(StillHolds::kind, Function.identity()));
        this.carriers = carriers;
        this.metrics = metrics;
        this.later = later;
        this.clock = clock;
    }

    /**
     * Sends the message if it is still queued and still holds.
     *
     * @throws DeliveryPostponed if it may work later
     */
    void deliver(MessageId id) {
        Objects.requireNonNull(transaction.execute(_ -> take(id))).ifPresent(this::attempt);
    }

    private Optional<Taken> take(MessageId id) {
        try {
            return store.take(id, clock.instant());
        } catch (SealBroken e) {
            store.end(id, MessageState.FAILED, "Its secret can no longer be read", clock.instant())
                    .ifPresent(channel -> AfterCommit.run(() -> metrics.ended(channel, MessageState.FAILED)));
            return Optional.empty();
        }
    }

    /**
     * What is asked right before sending; {@code awaitedSince} is null where nobody sits waiting, {@code notBefore} where
     * nothing has to be waited for.
     */
    private record Ready(
            Look look,
            @Nullable Instant awaitedSince,
            @Nullable Instant notBefore) {}

    private void attempt(Taken taken) {
        Optional<Ready> ready;
        try {
            ready = Objects.requireNonNull(
                    transaction.execute(_ -> ready(taken.message().about())));
        } catch (RuntimeException e) {
            LOG.error("Message {} cannot be prepared", taken.id(), e);
            postpone(taken, "It could not be asked whether it still holds");
            return;
        }
        ready.ifPresentOrElse(now -> handOver(taken, now), () -> end(taken.id(), MessageState.DROPPED, null));
    }

    private Optional<Ready> ready(MessageAbout about) {
        StillHolds condition = conditions.get(about.kind());
        if (condition == null) {
            return Optional.of(new Ready(sender.look(), null, null));
        }
        return condition.holds(about.ref())
                ? Optional.of(new Ready(
                        sender.look(),
                        condition.awaitedSince(about.ref()).orElse(null),
                        condition.notBefore(about.ref()).orElse(null)))
                : Optional.empty();
    }

    private void handOver(Taken taken, Ready ready) {
        Instant notBefore = ready.notBefore();
        if (notBefore != null && notBefore.isAfter(clock.instant())) {
            putOff(taken.id(), notBefore);
            return;
        }
        Message message = taken.message();
        Delivery delivery = metrics.carried(message.channel(), () -> carriers.carry(taken.id(), message, ready.look()));
        switch (delivery) {
            case Accepted() -> accepted(taken, ready.awaitedSince());
            case Refused(String reason) -> end(taken.id(), MessageState.FAILED, reason);
            case TryLater(String reason) -> postpone(taken, reason);
            case NoAnswer(String reason) -> postpone(taken, reason);
        }
    }

    private void accepted(Taken taken, @Nullable Instant awaitedSince) {
        end(taken.id(), MessageState.SENT, null);
        Message message = taken.message();
        metrics.sent(message.channel(), taken.addedAt());
        if (awaitedSince != null) {
            metrics.awaited(message.about().kind(), awaitedSince);
        }
    }

    private void putOff(MessageId id, Instant until) {
        transaction.executeWithoutResult(_ -> {
            store.giveBack(id);
            later.accept(id, until);
        });
    }

    private void postpone(Taken taken, String reason) {
        if (taken.attempt() >= carriers.maxAttempts()) {
            end(taken.id(), MessageState.FAILED, reason + ", " + taken.attempt() + " times");
        } else {
            metrics.postponed(taken.message().channel());
            throw new DeliveryPostponed(taken.id(), reason);
        }
    }

    private void end(MessageId id, MessageState state, @Nullable String reason) {
        Objects.requireNonNull(transaction.execute(_ -> store.end(id, state, reason, clock.instant())))
                .ifPresent(channel -> metrics.ended(channel, state));
    }
}
