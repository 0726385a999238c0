package io.anteroom.payments.attempt;

import io.anteroom.payments.Payment;
import io.anteroom.tenancy.Lags;
import io.anteroom.tenancy.Observing;
import io.anteroom.tenancy.Tenant;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code anteroom.payments} counts payments by outcome and by what paid, {@code anteroom.payments.noticed} measures how
 * long after Stripe we knew of money, {@code anteroom.payments.given.back} counts what was to be
 * given back, {@code anteroom.stripe.differences} counts what was found to differ from Stripe's books by kind, {@code
 * anteroom.stripe.webhooks} counts events by what became of them, and
 * {@code anteroom.stripe.webhook.lag} measures how late they arrive. No tenant is a tag.
 */
public final class PaymentMetrics {

    private static final Duration[] LAGS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofHours(1)
    };

    private final MeterRegistry registry;
    private final Observing observing;
    private final Lags lags;

    PaymentMetrics(MeterRegistry registry, Observing observing, Clock clock) {
        this.registry = registry;
        this.observing = observing;
        this.lags = new Lags(registry, clock, LAGS);
    }

    /** A payment has ended; money that no payable could take counts apart. */
    void ended(Payment payment) {
        String outcome = payment.needsAttention()
                ? "unallocated"
                : payment.state().name().toLowerCase(Locale.ROOT);
        registry.counter("anteroom.payments", "outcome", outcome, "method", method(payment.card()))
                .increment();
        if (payment.hasSucceeded() && payment.settledAt() != null) {
            lags.record("anteroom.payments.noticed", payment.settledAt());
        }
    }

    /** One of a few, whatever Stripe comes to call them. */
    private static String method(@Nullable String card) {
        if (card == null) {
            return "none";
        }
        return switch (card) {
            case "sepa_debit", "link" -> card;
            default -> card.matches("[a-z_]+ [0-9]{4}") ? "card" : "other";
        };
    }

    /** Money that was to be given back was, or is left to the clinic's staff. */
    public void gaveBack(String outcome) {
        registry.counter("anteroom.payments.given.back", "outcome", outcome).increment();
    }

    /** Stripe and we were found to say something else, so many times. */
    public void differs(String kind, int times) {
        registry.counter("anteroom.stripe.differences", "kind", kind).increment(times);
    }

    /** An event was taken up, known already, forged, of an unknown account, or about nothing of ours. */
    public void webhook(String outcome) {
        registry.counter("anteroom.stripe.webhooks", "outcome", outcome).increment();
    }

    /** An event is about {@code tenant}, and happened then. */
    public void arrived(Tenant tenant, Instant happened) {
        observing.serves(tenant);
        lags.record("anteroom.stripe.webhook.lag", happened);
    }
}
