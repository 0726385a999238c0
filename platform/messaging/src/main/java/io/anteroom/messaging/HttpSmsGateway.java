package io.anteroom.messaging;

import io.anteroom.messaging.MessagingSettings.Sms;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plain gateway: {@code POST {"to","text","from"}} as JSON with a bearer token. The message id goes along as {@code
 * Idempotency-Key}, so that the gateway can tell a repeated try from a second message.
 */
final class HttpSmsGateway implements SmsGateway {

    private final Sms settings;
    private final HttpClient http;
    private final JsonMapper json = new JsonMapper();

    HttpSmsGateway(Sms settings, HttpClient http) {
        this.settings = settings;
        this.http = http;
    }

    @Override
    public Delivery send(MessageId id, String to, String text) {
        String body = json.writeValueAsString(Map.of("to", to, "text", text, "from", settings.from()));
        HttpRequest request = HttpRequest.newBuilder(settings.url())
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + settings.token())
                .header("Idempotency-Key", id.toString())
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpAnswers.send(http, request);
    }
}
