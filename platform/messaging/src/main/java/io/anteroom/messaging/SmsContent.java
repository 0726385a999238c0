package io.anteroom.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A text message.
 *
 * @param text 1 to 600 characters, about four parts of an SMS
 * @param secret goes where {@code text} says {@code {secret}}, at most 500 characters
 */
public record SmsContent(String text, @Nullable String secret) implements MessageContent {

    public SmsContent {
        Limits.within(text, 600, "text");
        Limits.secret(secret);
    }

    /** A text without a secret. */
    public static SmsContent of(String text) {
        return new SmsContent(text, null);
    }

    /** The same with a secret for the places that say {@code {secret}}. */
    public SmsContent withSecret(String secret) {
        return new SmsContent(text, secret);
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public SmsContent withoutSecret() {
        return new SmsContent(text, null);
    }

    @Override
    public SmsContent revealing(String secret) {
        return new SmsContent(text.replace(PLACE_OF_SECRET, secret), null);
    }

    /** Keeps the secret out of logs and failed assertions. */
    @Override
    public String toString() {
        return "SmsContent[]";
    }
}
