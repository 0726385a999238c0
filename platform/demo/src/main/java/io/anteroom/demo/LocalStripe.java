package io.anteroom.demo;

import io.anteroom.stripeemulator.EmulatorOptions;
import io.anteroom.stripeemulator.StripeEmulator;
import io.anteroom.stripeemulator.webhooks.Endpoint;
import io.anteroom.stripeemulator.webhooks.Endpoint.Scope;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The Stripe emulator, which tells the application what happens on both its endpoints. */
final class LocalStripe {

    private LocalStripe() {}

    static StripeEmulator start(Path stateFile, DemoOptions options, Secrets secrets) throws IOException {
        return StripeEmulator.start(EmulatorOptions.defaults()
                .onPort(options.stripePort())
                .keptIn(stateFile)
                .posting(
                        endpoint(options, "/webhooks/stripe/platform", platformSecret(secrets), Scope.PLATFORM),
                        endpoint(options, "/webhooks/stripe/connect", connectSecret(secrets), Scope.CONNECT)));
    }

    private static Endpoint endpoint(DemoOptions options, String path, String secret, Scope scope) {
        return Endpoint.of(URI.create(options.address("") + path), secret, scope);
    }

    static String platformSecret(Secrets secrets) {
        return "whsec_" + secrets.password("stripe-platform-webhook");
    }

    static String connectSecret(Secrets secrets) {
        return "whsec_" + secrets.password("stripe-connect-webhook");
    }
}
