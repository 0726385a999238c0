package io.anteroom.payments.stripe;

import com.stripe.exception.StripeException;
import com.stripe.net.HttpClient;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import com.stripe.net.StripeResponseStream;
import io.anteroom.tenancy.Observing;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures each request to Stripe, every try apart. It is named by the kind of object it is about, never by one object. */
public final class ObservedStripe extends HttpClient {

    private static final Pattern OBJECTS = Pattern.compile("/v[12]/([a-z_]{1,30})(?:/.*)?");

    private final HttpClient http;
    private final Observing observing;

    /** Measures what goes through {@code http}. */
    public ObservedStripe(HttpClient http, Observing observing) {
        this.http = http;
        this.observing = observing;
    }

    @Override
    public StripeResponse request(StripeRequest request) throws StripeException {
        return observing.outside("stripe", objects(request), () -> http.request(request));
    }

    @Override
    public StripeResponseStream requestStream(StripeRequest request) throws StripeException {
        return observing.outside("stripe", objects(request), () -> http.requestStream(request));
    }

    private static String objects(StripeRequest request) {
        Matcher path = OBJECTS.matcher(request.url().getPath());
        return path.matches() ? path.group(1) : "other";
    }
}
