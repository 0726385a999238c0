package io.anteroom.messaging;

import io.anteroom.messaging.Delivery.Accepted;
import io.anteroom.messaging.Delivery.NoAnswer;
import io.anteroom.messaging.Delivery.Refused;
import io.anteroom.messaging.Delivery.TryLater;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;

/** Sends a gateway's request and reads its answer by the status alone; bodies may repeat the text and are not kept. */
final class HttpAnswers {

    private HttpAnswers() {}

    static Delivery send(HttpClient http, HttpRequest request) {
        try {
            return of(http.send(request, BodyHandlers.discarding()).statusCode());
        } catch (HttpTimeoutException e) {
            return new NoAnswer("The SMS gateway did not answer in time");
        } catch (IOException e) {
            return new TryLater("The SMS gateway could not be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TryLater("Interrupted while the SMS gateway was asked");
        }
    }

    /**
     * 401, 403 and 404 are ours to mend (token, address), 408, 409, 425 and 429 pass by themselves; every other 4xx is about
     * this message.
     */
    static Delivery of(int status) {
        if (status >= 200 && status < 300) {
            return new Accepted();
        }
        return switch (status) {
            case 401, 403, 404, 408, 409, 425, 429 -> new TryLater("The SMS gateway answered " + status);
            default ->
                status >= 400 && status < 500
                        ? new Refused("The SMS gateway refused the message (" + status + ")")
                        : new TryLater("The SMS gateway answered " + status);
        };
    }
}
