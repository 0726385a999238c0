package io.anteroom.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.anteroom.messaging.MessagingSettings.Sms;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;

/**
 * Twilio's Programmable Messaging over its HTTP API. Twilio has no idempotency key for a message, so that a try whose
 * answer was lost may be delivered twice.
 */
final class TwilioSmsGateway implements SmsGateway {

    private final Sms settings;
    private final HttpClient http;

    TwilioSmsGateway(Sms settings, HttpClient http) {
        this.settings = settings;
        this.http = http;
    }

    @Override
    public Delivery send(MessageId id, String to, String text) {
        String sender = settings.from().startsWith("MG") ? "MessagingServiceSid" : "From";
        String form = field("To", to) + "&" + field(sender, settings.from()) + "&" + field("Body", text);
        String login = settings.account() + ":" + settings.token();
        HttpRequest request = HttpRequest.newBuilder(messages())
                .timeout(settings.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)))
                .POST(BodyPublishers.ofString(form))
                .build();
        return HttpAnswers.send(http, request);
    }

    private URI messages() {
        return settings.url().resolve("/2010-04-01/Accounts/" + settings.account() + "/Messages.json");
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, UTF_8);
    }
}
