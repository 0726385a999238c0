package io.anteroom.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.messaging.Delivery.Accepted;
import io.anteroom.messaging.Delivery.NoAnswer;
import io.anteroom.messaging.Delivery.Refused;
import io.anteroom.messaging.Delivery.TryLater;
import io.anteroom.messaging.MessagingSettings.Gateway;
import io.anteroom.messaging.MessagingSettings.Protection;
import io.anteroom.messaging.MessagingSettings.Sms;
import io.anteroom.messaging.MessagingSettings.Smtp;
import io.anteroom.messaging.SenderIdentity.Look;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailerTest {

    private static final MessageId ID = new MessageId(UUID.fromString("6f9f4f0e-5c52-4c2c-9d2f-2f7d3c1b0a99"));
    private static final Look LOOK = new Look(
            "Nordlicht Praxis \u00d6st",
            "#0b6e4f",
            "#ffffff",
            URI.create("https://north.example.org/logo/abc"),
            "desk@north.test",
            "020 7946 0000",
            "1 High Street, London",
            Locale.UK);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    /** Keeps what would be sent, as it would be. */
    static final class Captured extends JavaMailSenderImpl {
        final List<MimeMessage> mails = new ArrayList<>();

        @Override
        protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
            for (MimeMessage message : messages) {
                mails.add(message);
            }
        }
    }

    private static EmailContent content() {
        return EmailContent.of(
                        "Invoice 12\r\nBcc: everybody@example.org",
                        "An invoice <b>for you</b>",
                        "From \"us\" & <script>alert(1)</script>",
                        "482913")
                .withDetail("To pay", "\u00a384.50")
                .withAction("See & pay", "https://north.example.org/invoices/1?a=1&b=%22");
    }

    @Test
    void aMailHasOneSenderOneMessageIdAndNoWayToSmuggleAHeader() throws Exception {
        var smtp = new Captured();
        var mailer = new Mailer(smtp, "no-reply@example.org", CLOCK);

        assertThat(mailer.send(ID, "ann@example.org", content(), LOOK)).isEqualTo(new Accepted());
        assertThat(mailer.send(ID, "ann@example.org", content(), LOOK)).isEqualTo(new Accepted());

        MimeMessage mail = smtp.mails.getFirst();
        assertThat(mail.getHeader("Message-ID")).containsExactly("<" + ID + "@example.org>");
        assertThat(smtp.mails.get(1).getHeader("Message-ID")).isEqualTo(mail.getHeader("Message-ID"));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Invoice 12 Bcc: everybody@example.org");
        assertThat(mail.getFrom()[0].toString()).contains("<no-reply@example.org>");
        assertThat(mail.getReplyTo()[0].toString()).isEqualTo("desk@north.test");
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void bothHalvesSayTheSameAndTheHtmlIsEscaped() throws Exception {
        var smtp = new Captured();
        new Mailer(smtp, "no-reply@example.org", CLOCK).send(ID, "ann@example.org", content(), LOOK);

        var halves = (MimeMultipart) smtp.mails.getFirst().getContent();
        assertThat(halves.getContentType()).startsWith("multipart/alternative");
        String text = (String) halves.getBodyPart(0).getContent();
        String html = (String) halves.getBodyPart(1).getContent();
        assertThat(text)
                .contains("An invoice <b>for you</b>", "482913", "To pay: \u00a384.50")
                .contains("https://north.example.org/invoices/1?a=1&b=%22")
                .contains("Sent by Nordlicht Praxis \u00d6st, 1 High Street, London.")
                .contains("Call 020 7946 0000 or answer this email.");
        assertThat(html)
                .contains("An invoice &lt;b&gt;for you&lt;/b&gt;", "&lt;script&gt;", "482913", "\u00a384.50")
                .contains("href=\"https://north.example.org/invoices/1?a=1&amp;b=%22\"")
                .contains("#0b6e4f", "Nordlicht Praxis \u00d6st")
                .doesNotContain("<script", "<b>");
    }

    @Test
    void aFileGoesBesideBothHalves() throws Exception {
        var smtp = new Captured();
        var content =
                content().withAttachment("appointment.ics", "text/calendar; method=PUBLISH", "BEGIN:VCALENDAR \u00d6");
        new Mailer(smtp, "no-reply@example.org", CLOCK).send(ID, "ann@example.org", content, LOOK);

        MimeMessage mail = smtp.mails.getFirst();
        mail.saveChanges();
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        var halves = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(halves.getContentType()).startsWith("multipart/alternative");
        assertThat((String) halves.getBodyPart(0).getContent()).contains("482913");
        var file = parts.getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("appointment.ics");
        assertThat(file.getDisposition()).isEqualTo("attachment");
        assertThat(file.getContentType()).contains("text/calendar", "method=PUBLISH", "charset=utf-8");
        assertThat(new String(file.getInputStream().readAllBytes(), UTF_8)).isEqualTo("BEGIN:VCALENDAR \u00d6");
    }

    @Test
    void aFileHasANameThatIsNoPathAndNoHeader() {
        for (String name : List.of("../a", "a b", "", "a\r\nB: c", ".ics")) {
            assertThatThrownBy(() -> content().withAttachment(name, "text/plain", "x"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aColourThatIsNoneDoesNotReachTheMail() {
        var look = new Look("North", "red;\"><script>", "x", null, null, null, null, Locale.UK);

        assertThat(EmailHtml.of(content(), look)).doesNotContain("red;").contains("#1f4e79");
    }

    @Test
    void aServerThatRefusesTheAddressForGoodIsBelievedAtOnce() throws Exception {
        try (var server = new ScriptedSmtp("550 5.1.1 no such user ann@example.org")) {
            Delivery delivery = mailer(server.port()).send(ID, "ann@example.org", content(), LOOK);

            assertThat(delivery).isEqualTo(new Refused("The mail server refused the message (550)"));
        }
    }

    @Test
    void aServerThatIsBusyIsAskedAgainLater() throws Exception {
        try (var server = new ScriptedSmtp("451 4.3.0 try later")) {
            Delivery delivery = mailer(server.port()).send(ID, "ann@example.org", content(), LOOK);

            assertThat(delivery).isEqualTo(new TryLater("The mail server answered 451"));
        }
    }

    @Test
    void aServerThatIsNotThereIsAskedAgainLater() throws Exception {
        int port;
        try (var server = new ScriptedSmtp("250 fine")) {
            port = server.port();
        }

        assertThat(mailer(port).send(ID, "ann@example.org", content(), LOOK)).isInstanceOf(TryLater.class);
    }

    @Test
    void aServerThatFallsSilentOnceItHasTheMessageHasIt() throws Exception {
        try (var server = new ScriptedSmtp("250 fine", "QUIT")) {
            assertThat(asTheWorkers(server.port(), Duration.ofSeconds(20)).send(ID, "ann@example.org", content(), LOOK))
                    .isEqualTo(new Accepted());
        }
    }

    @Test
    void aServerThatFallsSilentBeforeIsLeftAloneForAWhile() throws Exception {
        try (var server = new ScriptedSmtp("250 fine", "DATA")) {
            Mailer mailer = asTheWorkers(server.port(), Duration.ofMillis(500));

            assertThat(mailer.send(ID, "ann@example.org", content(), LOOK))
                    .isEqualTo(new NoAnswer("The mail server did not answer in time"));
            assertThat(mailer.send(ID, "ann@example.org", content(), LOOK))
                    .isEqualTo(new TryLater("The mail server did not answer a moment ago"));
        }
    }

    /** As the worker is set up, with that time-out. */
    private static Mailer asTheWorkers(int port, Duration timeout) {
        var smtp = new Smtp("127.0.0.1", port, Protection.NONE, null, null, timeout);
        var settings = new MessagingSettings(
                "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                null,
                "no-reply@example.org",
                "Anteroom",
                null,
                10,
                smtp,
                new Sms(Gateway.NONE, URI.create("http://127.0.0.1"), "", "", "Anteroom", Duration.ofSeconds(1)));
        return new Mailer(new MessagingWorkConfiguration().mailSender(settings), "no-reply@example.org", CLOCK);
    }

    private static Mailer mailer(int port) {
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(port);
        return new Mailer(smtp, "no-reply@example.org", CLOCK);
    }
}
