package io.anteroom.localservices.mailbox;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/**
 * One place where every email and text message of a demo or test run lands: SMTP and an SMS gateway on free loopback
 * ports. It keeps the newest thousand messages in memory.
 */
public final class Mailbox implements AutoCloseable {

    private static final int BOUND = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReceivedMessages received = new ReceivedMessages(BOUND, Clock.systemUTC());
    private final String smsToken = randomToken();
    private final MailServer mail;
    private final SmsServer sms;

    private Mailbox() throws IOException {
        sms = new SmsServer(received, smsToken);
        mail = new MailServer(received);
    }

    /**
     * Opens both servers.
     *
     * @throws IOException if no loopback port is free
     */
    public static Mailbox start() throws IOException {
        return new Mailbox();
    }

    /** The port of the SMTP server on {@code 127.0.0.1}; no authentication, no encryption. */
    public int smtpPort() {
        return mail.port();
    }

    /** Where to POST text messages as {@code {"to": "+44...", "text": "..."}}. */
    public URI smsGateway() {
        return sms.address();
    }

    /** The bearer token the SMS gateway asks for; new for every mailbox. */
    public String smsToken() {
        return smsToken;
    }

    /** Everything received, newest first. */
    public List<ReceivedMessage> messages() {
        return received.all();
    }

    /** Forgets everything received. */
    public void clear() {
        received.clear();
    }

    /**
     * The newest message to this address or number that is as wanted, waiting up to half a minute for it to arrive.
     *
     * @param to an email address (case does not matter) or a number in E.164
     * @throws AssertionError if none comes; its text says what did
     */
    public ReceivedMessage await(String to, Predicate<ReceivedMessage> wanted) throws InterruptedException {
        return received.await(message -> message.to().equalsIgnoreCase(to) && wanted.test(message), PATIENCE)
                .orElseThrow(() -> new AssertionError("No such message to " + to + " among " + summary()));
    }

    private List<String> summary() {
        return messages().stream()
                .map(message -> message.channel() + " to " + message.to() + ": " + message.subject())
                .toList();
    }

    private static String randomToken() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        mail.close();
        sms.close();
    }
}
