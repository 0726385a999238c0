package io.anteroom.stripeemulator;

import io.anteroom.stripeemulator.money.Pricing;
import io.anteroom.stripeemulator.webhooks.Endpoint;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to start the emulator.
 *
 * @param port 0 for any free one
 * @param secretKey the one API key it accepts
 * @param time what it takes for now
 * @param stateFile where it keeps everything between runs, or null to forget it
 * @param endpoints where it posts events
 * @param pricing what Stripe keeps of each charge, and how long money takes
 */
public record EmulatorOptions(
        int port,
        String secretKey,
        InstantSource time,
        @Nullable Path stateFile,
        List<Endpoint> endpoints,
        Pricing pricing) {

    /** The key of {@link #defaults}. */
    public static final String SECRET_KEY = "sk_test_anteroom_emulator";

    /** Any free port, {@link #SECRET_KEY}, the system's clock, nothing kept, nobody told. */
    public static EmulatorOptions defaults() {
        return new EmulatorOptions(0, SECRET_KEY, InstantSource.system(), null, List.of(), Pricing.USUAL);
    }

    /** The same on that port. */
    public EmulatorOptions onPort(int newPort) {
        return new EmulatorOptions(newPort, secretKey, time, stateFile, endpoints, pricing);
    }

    /** The same by that time. */
    public EmulatorOptions by(InstantSource newTime) {
        return new EmulatorOptions(port, secretKey, newTime, stateFile, endpoints, pricing);
    }

    /** The same, keeping everything in that file. */
    public EmulatorOptions keptIn(Path newFile) {
        return new EmulatorOptions(port, secretKey, time, newFile, endpoints, pricing);
    }

    /** The same, posting events there. */
    public EmulatorOptions posting(Endpoint... newEndpoints) {
        return new EmulatorOptions(port, secretKey, time, stateFile, List.of(newEndpoints), pricing);
    }

    /** The same at those prices. */
    public EmulatorOptions at(Pricing newPricing) {
        return new EmulatorOptions(port, secretKey, time, stateFile, endpoints, newPricing);
    }
}
