package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.identity.IdentityProviderException;
import io.anteroom.controlplane.organisation.SignUpId;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does the steps of one undertaking, one after the other, until all are done or one goes wrong. What was done is recorded
 * after each step, so that whoever takes over after a crash repeats one step at most.
 */
class Saga {

    private static final Logger LOG = LoggerFactory.getLogger(Saga.class);

    private final Map<ProvisioningStep, Step> steps = new EnumMap<>(ProvisioningStep.class);
    private final Undertakings undertakings;
    private final StepLog log;
    private final TransactionOperations control;
    private final Clock clock;
    private final ProvisioningMetrics metrics;

    Saga(
            List<Step> steps,
            Undertakings undertakings,
            StepLog log,
            TransactionOperations control,
            Clock clock,
            ProvisioningMetrics metrics) {
        steps.forEach(step -> this.steps.put(step.step(), step));
        this.undertakings = undertakings;
        this.log = log;
        this.control = control;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Goes as far as it can.
     *
     * @return when to go on; nothing if there is nothing more to do, since all is done or has failed for good
     */
    Optional<Instant> advance(SignUpId id) {
        Optional<Begun> next = inControl(id, () -> beginNext(id));
        while (next.isPresent()) {
            Begun begun = next.get();
            Timer.Sample timing = metrics.begin();
            try {
                stepFor(begun.step().step()).run(begun.undertaking());
            } catch (RuntimeException fault) {
                return wentWrong(id, begun.step(), fault);
            }
            next = endAndBeginNext(id, begun.step().step(), timing);
        }
        return Optional.empty();
    }

    private record Begun(StepRecord step, Undertaking undertaking) {}

    private record Ended(Optional<Instant> live, Optional<Begun> next) {}

    /** Called in a transaction. */
    private Optional<Begun> beginNext(SignUpId id) {
        return log.beginNext(id, clock.instant()).map(step -> new Begun(step, undertakings.get(id)));
    }

    /** In one transaction, since somebody is watching and each costs them a moment. */
    private Optional<Begun> endAndBeginNext(SignUpId id, ProvisioningStep step, Timer.Sample timing) {
        Ended ended = inControl(id, () -> {
            log.done(id, step, clock.instant());
            return new Ended(
                    step == ProvisioningStep.PORTAL ? log.allDone(id, clock.instant()) : Optional.empty(),
                    beginNext(id));
        });
        metrics.done(step, timing);
        ended.live().ifPresent(metrics::live);
        LOG.info("Provisioning {}: step {} is done", id, step.key());
        return ended.next();
    }

    private Optional<Instant> wentWrong(SignUpId id, StepRecord step, RuntimeException fault) {
        Optional<Instant> again = delay(step, fault).map(clock.instant()::plus);
        String error = fault instanceof StepFailedException known
                ? String.valueOf(known.getMessage())
                : step.step().failure();
        control.executeWithoutResult(_ -> {
            log.hold(id);
            log.wentWrong(id, step.step(), error, again.orElse(null));
        });
        again.ifPresentOrElse(_ -> metrics.retried(step.step()), () -> metrics.failed(step.step()));
        LOG.warn(
                "Provisioning {}: step {} went wrong at attempt {}, {}",
                id,
                step.step().key(),
                step.attempts(),
                again.map(at -> "next at " + at).orElse("given up until an operator tries again"),
                fault);
        return again;
    }

    private static Optional<Duration> delay(StepRecord step, RuntimeException fault) {
        if (fault instanceof IdentityProviderException provider && provider.isAway()) {
            return Optional.of(RetryPolicy.delayWhileAway(step.attempts()));
        }
        boolean worthRetrying = !(fault instanceof StepFailedException known) || known.worthRetrying();
        return RetryPolicy.delayAfter(step.attempts()).filter(_ -> worthRetrying);
    }

    private Step stepFor(ProvisioningStep step) {
        return Objects.requireNonNull(steps.get(step));
    }

    private <T> T inControl(SignUpId id, Supplier<T> work) {
        return Objects.requireNonNull(control.execute(_ -> {
            log.hold(id);
            return work.get();
        }));
    }
}
