package io.anteroom.stripeemulator.webhooks;

import java.net.URI;
import java.util.Set;

/**
 * Somebody who wants to hear of events.
 *
 * @param url where to post them
 * @param secret with which they are signed, {@code whsec_...}
 * @param scope whose events
 * @param types which types; {@code *} for all
 */
public record Endpoint(URI url, String secret, Scope scope, Set<String> types) {

    /** Whose events. Connected accounts' never reach an endpoint of the platform's own, nor the other way round. */
    public enum Scope {
        /** The platform's own account, and all thin v2 events. */
        PLATFORM,
        /** Connected accounts. */
        CONNECT
    }

    /** An endpoint for all types. */
    public static Endpoint of(URI url, String secret, Scope scope) {
        return new Endpoint(url, secret, scope, Set.of("*"));
    }

    boolean wants(String account, String type) {
        return account.isEmpty() == (scope == Scope.PLATFORM) && (types.contains("*") || types.contains(type));
    }
}
