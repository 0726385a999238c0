package io.anteroom.payments;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * {@code anteroom.payments} counts payments by outcome, {@code anteroom.stripe.webhooks} events by what became of them,
 * and {@code anteroom.stripe.webhook.lag} measures how late events arrive. No tenant is a tag.
 */
final class PaymentMetrics {

    private final MeterRegistry registry;
    private final Clock clock;

    PaymentMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** A payment has ended; money that no payable could take counts apart. */
    void ended(Payment payment) {
        String outcome = payment.needsAttention()
                ? "unallocated"
                : payment.state().name().toLowerCase(Locale.ROOT);
        registry.counter("anteroom.payments", "outcome", outcome).increment();
    }

    /** An event was taken up, known already, forged, of an unknown account, or about nothing of ours. */
    void webhook(String outcome) {
        registry.counter("anteroom.stripe.webhooks", "outcome", outcome).increment();
    }

    void lag(Instant happened) {
        Duration lag = Duration.between(happened, clock.instant());
        registry.timer("anteroom.stripe.webhook.lag").record(lag.isNegative() ? Duration.ZERO : lag);
    }
}
