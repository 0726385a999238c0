package io.anteroom.localservices.keycloak;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How to start Keycloak.
 *
 * @param data where it keeps its database; made if missing; null for a directory that goes when Keycloak stops
 * @param port the port to answer on, 0 for any free one
 * @param progress told in a sentence each what takes more than a moment
 */
public record KeycloakOptions(@Nullable Path data, int port, Consumer<String> progress) {

    /** An empty Keycloak on any port, of which nothing stays. */
    public static KeycloakOptions throwaway() {
        return new KeycloakOptions(null, 0, step -> {});
    }
}
