package io.anteroom.controlplane.provisioning;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * {@code anteroom.provisioning.steps} counts tries of steps by outcome, {@code anteroom.provisioning.step} measures those
 * that were done, and {@code anteroom.provisioning.live} the whole way from a confirmed sign-up to the open portal.
 */
final class ProvisioningMetrics {

    private static final Duration[] WAITS = {
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Duration.ofHours(1)
    };

    private final MeterRegistry registry;
    private final Clock clock;

    ProvisioningMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** Begins to measure one try of a step. */
    Timer.Sample begin() {
        return Timer.start(registry);
    }

    void done(ProvisioningStep step, Timer.Sample began) {
        count(step, "done");
        began.stop(registry.timer("anteroom.provisioning.step", "step", step.key()));
    }

    void retried(ProvisioningStep step) {
        count(step, "retried");
    }

    void failed(ProvisioningStep step) {
        count(step, "failed");
    }

    /** The portal is open. */
    void live(Instant confirmedAt) {
        Timer.builder("anteroom.provisioning.live")
                .serviceLevelObjectives(WAITS)
                .register(registry)
                .record(Duration.between(confirmedAt, clock.instant()));
    }

    private void count(ProvisioningStep step, String outcome) {
        registry.counter("anteroom.provisioning.steps", "step", step.key(), "outcome", outcome)
                .increment();
    }
}
