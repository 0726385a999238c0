package io.anteroom.localservices.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private final Mailbox mailbox;

    MailboxTest() throws Exception {
        mailbox = Mailbox.start();
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void anEmailIsKeptWithBothItsParts() throws Exception {
        send("anna@example.org", "Your code", "Code: 123 456", "<p>Code: <b>123 456</b></p>");

        var message = mailbox.await("Anna@example.org", m -> m.subject().equals("Your code"));
        assertThat(message.channel()).isEqualTo(ReceivedMessage.Channel.EMAIL);
        assertThat(message.from()).isEqualTo("\"Praxis Süd\" <no-reply@example.org>");
        assertThat(message.text()).isEqualTo("Code: 123 456");
        assertThat(message.html()).isEqualTo("<p>Code: <b>123 456</b></p>");
    }

    @Test
    void theNewestMessageComesFirst() throws Exception {
        send("anna@example.org", "One", "1", "1");
        send("anna@example.org", "Two", "2", "2");

        assertThat(mailbox.messages()).extracting(ReceivedMessage::subject).containsExactly("Two", "One");
    }

    @Test
    void aTextMessageIsKept() throws Exception {
        assertThat(post("Bearer " + mailbox.smsToken(), "{\"to\":\"+447700900123\",\"text\":\"Grüße\"}"))
                .isEqualTo(202);

        var message = mailbox.await("+447700900123", m -> true);
        assertThat(message.channel()).isEqualTo(ReceivedMessage.Channel.SMS);
        assertThat(message.text()).isEqualTo("Grüße");
    }

    @Test
    void aTextMessageWithoutTheTokenIsRefused() throws Exception {
        assertThat(post("Bearer guess", "{\"to\":\"+447700900123\",\"text\":\"x\"}"))
                .isEqualTo(401);
        assertThat(mailbox.messages()).isEmpty();
    }

    @Test
    void aTextMessageWithoutRecipientIsRefused() throws Exception {
        assertThat(post("Bearer " + mailbox.smsToken(), "{\"text\":\"x\"}")).isEqualTo(400);
        assertThat(post("Bearer " + mailbox.smsToken(), "to=x")).isEqualTo(400);
        assertThat(mailbox.messages()).isEmpty();
    }

    @Test
    void theOldestIsForgottenBeyondTheBound() {
        var received = new ReceivedMessages(2, Clock.systemUTC());
        for (var text : new String[] {"1", "2", "3"}) {
            received.add(ReceivedMessage.Channel.SMS, "+1", "", "", text, "");
        }
        assertThat(received.all()).extracting(ReceivedMessage::text).containsExactly("3", "2");
    }

    private int post(String authorization, String json) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(mailbox.smsGateway())
                    .header("Authorization", authorization)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private void send(String to, String subject, String text, String html) throws Exception {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(mailbox.smtpPort()));
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("no-reply@example.org", "Praxis Süd", "UTF-8"));
        mail.setRecipient(RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "UTF-8");
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        mail.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(mail);
    }
}
