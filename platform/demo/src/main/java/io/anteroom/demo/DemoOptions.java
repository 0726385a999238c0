package io.anteroom.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/**
 * How the demo was asked to run.
 *
 * @param port where the application answers
 * @param fresh whether to begin with nothing
 * @param directory where everything is kept between runs
 */
record DemoOptions(int port, boolean fresh, Path directory) {

    static DemoOptions ofSystemProperties() {
        var fresh = System.getProperty("demo.fresh", "false");
        return new DemoOptions(
                port(System.getProperty("demo.port", "8080")),
                fresh.isEmpty() || fresh.equals("true"),
                Path.of(System.getProperty("demo.directory", ".anteroom"))
                        .toAbsolutePath()
                        .normalize());
    }

    /** Four more ports lie above it, the last 101 higher. */
    static int port(String asked) {
        if (!asked.matches("[0-9]{1,5}") || Integer.parseInt(asked) < 1 || Integer.parseInt(asked) > 65_000) {
            throw new CannotStartException("-Ddemo.port=" + asked + " is not a port: a number from 1 to 65000.");
        }
        return Integer.parseInt(asked);
    }

    /** The host and port all others stand under. */
    String baseHost() {
        return "localhost:" + port;
    }

    /** An address of the application, on the base host or the one of this prefix, as {@code app.}. */
    URI address(String prefix) {
        return URI.create("http://" + prefix + baseHost());
    }

    /** Health and metrics. */
    int managementPort() {
        return port + 1;
    }

    /** Fixed, so that sessions and open pages outlast a restart. */
    int keycloakPort() {
        return port + 100;
    }

    /** Fixed for the same reason. */
    int stripePort() {
        return port + 101;
    }

    /** Says so at once if a port is taken, and not after a minute of starting. */
    void requireFreePorts() {
        for (int needed : new int[] {port, managementPort(), keycloakPort(), stripePort()}) {
            requireFree(needed);
        }
    }

    private void requireFree(int needed) {
        try (var probe = new ServerSocket(needed, 1, InetAddress.getLoopbackAddress())) {
            Objects.requireNonNull(probe);
        } catch (IOException taken) {
            throw new CannotStartException(
                    "Port " + needed + " is taken or not allowed (" + taken.getMessage() + "). Choose another, as in"
                            + " ./mvnw -Pdemo -Ddemo.port=" + (port < 10_000 ? port + 1000 : 9000),
                    taken);
        }
    }
}
