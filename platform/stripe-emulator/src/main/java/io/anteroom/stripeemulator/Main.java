package io.anteroom.stripeemulator;

import io.anteroom.stripeemulator.webhooks.Endpoint;
import io.anteroom.stripeemulator.webhooks.Endpoint.Scope;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * Runs the emulator by itself: {@code Main <port> <state file> <webhook base URL> <platform secret> <connect secret>};
 * the
 * last three may be left out.
 */
public final class Main {

    private Main() {}

    /**
     * Runs until the process is ended.
     *
     * @throws IOException if the port is taken
     */
    public static void main(String[] args) throws IOException {
        EmulatorOptions options =
                EmulatorOptions.defaults().onPort(Integer.parseInt(args[0])).keptIn(Path.of(args[1]));
        if (args.length == 5) {
            options = options.posting(
                    Endpoint.of(URI.create(args[2] + "/webhooks/stripe/platform"), args[3], Scope.PLATFORM),
                    Endpoint.of(URI.create(args[2] + "/webhooks/stripe/connect"), args[4], Scope.CONNECT));
        }
        var emulator = StripeEmulator.start(options);
        System.out.println("Stripe emulator on " + emulator.address() + ", key " + options.secretKey());
    }
}
