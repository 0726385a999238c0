package io.anteroom.stripeemulator.webhooks;

import com.stripe.net.Webhook;
import io.anteroom.stripeemulator.store.EmulatorClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** Signs and posts. */
final class Post implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final EmulatorClock clock;

    Post(EmulatorClock clock) {
        this.clock = clock;
    }

    /** The status it was answered with, or 0 for none. */
    int send(Delivery delivery, String secret) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(delivery.endpoint().url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", signature(delivery.payload(), secret))
                .POST(HttpRequest.BodyPublishers.ofString(delivery.payload()))
                .build();
        int status = 0;
        try {
            status = http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            // No answer; the delivery says so with 0.
        }
        delivery.answered(status);
        return status;
    }

    private String signature(String payload, String secret) {
        try {
            return Webhook.Signature.generateSignatureHeader(payload, secret, clock.seconds());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no HMAC-SHA256", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
