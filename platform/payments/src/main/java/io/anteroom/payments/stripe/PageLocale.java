package io.anteroom.payments.stripe;

import com.stripe.param.checkout.SessionCreateParams;
import java.util.Arrays;

/** In which of Stripe's languages a hosted page is. */
public final class PageLocale {

    private PageLocale() {}

    /** The page's language: the exact one, the language alone, or what the browser asks for. */
    public static SessionCreateParams.Locale of(String tag) {
        String language = tag.split("-", 2)[0];
        return Arrays.stream(SessionCreateParams.Locale.values())
                .filter(known -> known.getValue().equals(tag))
                .findFirst()
                .or(() -> Arrays.stream(SessionCreateParams.Locale.values())
                        .filter(known -> known.getValue().equals(language))
                        .findFirst())
                .orElse(SessionCreateParams.Locale.AUTO);
    }
}
