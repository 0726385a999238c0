package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which kinds of payment methods an intent takes: those named, or whatever the account has, which may lead the person
 * away.
 */
final class MethodTypes {

    private MethodTypes() {}

    /** Writes what was asked for. Where nothing was, Stripe takes whatever the account has. */
    static void apply(ObjectNode intent, Params params) throws StripeError {
        List<String> named = params.list("payment_method_types");
        boolean automatic = params.isTrue("automatic_payment_methods[enabled]");
        if (!named.isEmpty() && automatic) {
            throw StripeError.invalid(
                    null,
                    "You may only specify one of these parameters: automatic_payment_methods, payment_method_types.",
                    null);
        }
        if (!named.isEmpty()) {
            intent.set("payment_method_types", Json.array(named));
            return;
        }
        intent.putObject("automatic_payment_methods")
                .put(
                        "allow_redirects",
                        params.text("automatic_payment_methods[allow_redirects]")
                                .orElse("always"))
                .put("enabled", true);
    }

    /**
     * Lets a confirmation pass that says where the person comes back to, or needs not say it.
     *
     * @throws StripeError if it must and does not
     */
    static void checkReturn(ObjectNode intent, Params params) throws StripeError {
        boolean mayLeadAway = intent.path("automatic_payment_methods")
                .path("allow_redirects")
                .asString("never")
                .equals("always");
        if (mayLeadAway && params.text("return_url").isEmpty()) {
            throw StripeError.invalid(
                    null,
                    "This intent is configured to accept payment methods enabled in your Dashboard. Because some of these"
                            + " payment methods might redirect your customer off of your page, you must provide a"
                            + " `return_url`. If you don't want to accept redirect-based payment methods, set"
                            + " `automatic_payment_methods[enabled]` to `true` and"
                            + " `automatic_payment_methods[allow_redirects]` to `never`.",
                    "return_url");
        }
    }
}
