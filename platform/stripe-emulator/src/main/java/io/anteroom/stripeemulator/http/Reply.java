package io.anteroom.stripeemulator.http;

import io.anteroom.stripeemulator.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param type its content type
 * @param body its text
 * @param headers what else is said
 */
public record Reply(int status, String type, String body, Map<String, String> headers) {

    /** An API answer. */
    public static Reply json(int status, JsonNode body) {
        return new Reply(status, "application/json", Json.pretty(body), Map.of());
    }

    /** An API answer that all is well. */
    public static Reply ok(JsonNode body) {
        return json(200, body);
    }

    /** A page. */
    public static Reply html(int status, String body) {
        return new Reply(status, "text/html; charset=utf-8", body, Map.of());
    }

    /** Go there, with GET. */
    public static Reply seeOther(String address) {
        return new Reply(303, "text/plain", "", Map.of("Location", address));
    }

    /** The same answer, marked as given before. */
    Reply replayed() {
        return new Reply(status, type, body, Map.of("Idempotent-Replayed", "true"));
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
