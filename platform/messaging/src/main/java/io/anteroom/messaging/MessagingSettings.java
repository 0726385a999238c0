package io.anteroom.messaging;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code anteroom.messaging.*}: how messages leave the house.
 *
 * @param secretKey {@code secret-key}: 32 bytes in base64, seals the secrets of waiting messages; no default
 * @param previousSecretKey {@code previous-secret-key}: the key before, while messages sealed with it may still wait
 * @param fromAddress {@code from-address}: the address every email comes from; its domain also ends each Message-ID
 * @param platformName {@code platform-name}: the sender's name on mail of the platform itself
 * @param platformReplyTo {@code platform-reply-to}: where answers to that mail go, if anywhere
 * @param maxAttempts {@code max-attempts}: tries before a message counts as failed, 1 to 50
 * @param smtp {@code smtp.*}
 * @param sms {@code sms.*}
 */
@ConfigurationProperties("anteroom.messaging")
public record MessagingSettings(
        String secretKey,
        @Nullable String previousSecretKey,
        String fromAddress,
        @DefaultValue("Anteroom") String platformName,
        @Nullable String platformReplyTo,
        @DefaultValue("10") int maxAttempts,
        @DefaultValue Smtp smtp,
        @DefaultValue Sms sms) {

    /** How the connection to the mail server is protected. */
    public enum Protection {
        /** Not at all: only for a server on this machine. */
        NONE,
        /** STARTTLS, and nothing is sent if the server does not offer it. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS
    }

    /**
     * {@code anteroom.messaging.smtp.*}: the mail server.
     *
     * @param host {@code host}
     * @param port {@code port}
     * @param protection {@code protection}: none, starttls or tls
     * @param username {@code username}, or nothing for a server that asks for none
     * @param password {@code password}
     * @param timeout {@code timeout}: for connecting, for each answer and for each write
     */
    public record Smtp(
            @DefaultValue("localhost") String host,
            @DefaultValue("25") int port,
            @DefaultValue("starttls") Protection protection,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("10s") Duration timeout) {

        @Override
        public String toString() {
            return "Smtp[" + host + ":" + port + "]";
        }
    }

    /** Who carries text messages. */
    public enum Gateway {
        NONE,
        HTTP,
        TWILIO
    }

    /**
     * {@code anteroom.messaging.sms.*}: the carrier of text messages.
     *
     * @param gateway {@code gateway}: none, http or twilio
     * @param url {@code url}: for http the address to post to; for twilio the API's root
     * @param account {@code account}: for twilio the account's SID
     * @param token {@code token}: the bearer token, or Twilio's auth token
     * @param from {@code from}: a number in E.164, a sender name of up to 11 letters, or a Twilio messaging service's SID
     * @param timeout {@code timeout}: for connecting and for the whole answer
     */
    public record Sms(
            @DefaultValue("none") Gateway gateway,
            @DefaultValue("https://api.twilio.com") URI url,
            @DefaultValue("") String account,
            @DefaultValue("") String token,
            @DefaultValue("Anteroom") String from,
            @DefaultValue("10s") Duration timeout) {

        public Sms {
            if (gateway != Gateway.NONE && token.isEmpty()) {
                throw new IllegalArgumentException("anteroom.messaging.sms.token is missing");
            }
            if (gateway == Gateway.TWILIO && account.isEmpty()) {
                throw new IllegalArgumentException("anteroom.messaging.sms.account is missing");
            }
        }

        @Override
        public String toString() {
            return "Sms[" + gateway + "]";
        }
    }

    public MessagingSettings {
        key(secretKey);
        Limits.recipient(Channel.EMAIL, fromAddress);
        if (maxAttempts < 1 || maxAttempts > 50) {
            throw new IllegalArgumentException("anteroom.messaging.max-attempts must be 1 to 50");
        }
    }

    /** The keys, the one that seals first. */
    List<SecretKey> keys() {
        return Stream.of(secretKey, previousSecretKey)
                .filter(key -> key != null && !key.isBlank())
                .map(MessagingSettings::key)
                .toList();
    }

    private static SecretKey key(@Nullable String base64) {
        byte[] bytes = base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("anteroom.messaging.secret-key must be 32 bytes in base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** Keeps the keys out of logs. */
    @Override
    public String toString() {
        return "MessagingSettings[" + fromAddress + ", " + smtp + ", " + sms + "]";
    }
}
