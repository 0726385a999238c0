package io.anteroom.payments.webhook;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.anteroom.payments.PaymentsSettings;
import io.anteroom.payments.attempt.PaymentMetrics;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Stripe posts events: of the platform's own account, thin v2 events among them, and of connected accounts. Each has
 * a secret of its own. 2xx means noted; anything else makes Stripe send the event again, for days.
 */
@RestController
class StripeWebhookController {

    /** Stripe's events are a few kilobytes; what is larger is not Stripe's. */
    private static final int BIGGEST = 256 * 1024;

    /** How old a signature may be, as Stripe advises. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final PaymentsSettings settings;
    private final EventIntake intake;
    private final PaymentMetrics metrics;
    private final Clock clock;

    StripeWebhookController(PaymentsSettings settings, EventIntake intake, PaymentMetrics metrics, Clock clock) {
        this.settings = settings;
        this.intake = intake;
        this.metrics = metrics;
        this.clock = clock;
    }

    @PostMapping(WebhookConfiguration.PLATFORM)
    ResponseEntity<Void> platform(
            HttpServletRequest request,
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature)
            throws IOException {
        return take(request, signature, settings.platformWebhookSecret());
    }

    @PostMapping(WebhookConfiguration.CONNECT)
    ResponseEntity<Void> connect(
            HttpServletRequest request,
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature)
            throws IOException {
        return take(request, signature, settings.connectWebhookSecret());
    }

    private ResponseEntity<Void> take(HttpServletRequest request, @Nullable String signature, String secret)
            throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(BIGGEST + 1);
        if (bytes.length > BIGGEST) {
            metrics.webhook("too_large");
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        String body = new String(bytes, StandardCharsets.UTF_8);
        Optional<StripeEvent> event = isGenuine(body, signature, secret) ? StripeEvent.parse(body) : Optional.empty();
        if (event.isEmpty()) {
            metrics.webhook("forged");
            return ResponseEntity.badRequest().build();
        }
        intake.take(event.get());
        return ResponseEntity.ok().build();
    }

    private boolean isGenuine(String body, @Nullable String signature, String secret) {
        try {
            return signature != null
                    && Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE.toSeconds(), clock);
        } catch (SignatureVerificationException _) {
            return false;
        }
    }
}
