package io.anteroom.demo.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.localservices.mailbox.Mailbox;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = InboxApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"anteroom.web.base-host=localhost:8080", "anteroom.web.scheme=http"})
class InboxTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Mailbox mailbox;
    private final int port;

    InboxTest(@Autowired Mailbox mailbox, @LocalServerPort int port) {
        this.mailbox = mailbox;
        this.port = port;
    }

    @BeforeEach
    void empty() {
        mailbox.clear();
    }

    @Test
    void anEmptyInboxSaysHowMessagesGetThere() throws Exception {
        assertThat(get("/").body()).contains("Nothing yet", "ask for a code");
        assertThat(get("/messages.json").body()).isEqualTo("[]");
    }

    @Test
    void programsReadExactlyTheseFieldsNewestFirst() throws Exception {
        email("Your code", "Code: 1 < 2", "<p>Code: <b>1</b></p>");
        sms("+447700900123", "Code 77");

        var messages = json();
        assertThat(messages.size()).isEqualTo(2);
        for (var message : messages) {
            assertThat(message.propertyNames())
                    .containsExactly("id", "channel", "to", "from", "subject", "text", "html", "at");
            assertThat(message.get("at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
        }
        var sms = messages.get(0);
        assertThat(sms.get("channel").asString()).isEqualTo("sms");
        assertThat(sms.get("to").asString()).isEqualTo("+447700900123");
        assertThat(sms.get("text").asString()).isEqualTo("Code 77");
        assertThat(sms.get("html").asString()).isEmpty();
        var email = messages.get(1);
        assertThat(email.get("channel").asString()).isEqualTo("email");
        assertThat(email.get("to").asString()).isEqualTo("anna@example.org");
        assertThat(email.get("from").asString()).isEqualTo("no-reply@example.org");
        assertThat(email.get("subject").asString()).isEqualTo("Your code");
        assertThat(email.get("text").asString()).isEqualTo("Code: 1 < 2");
        assertThat(email.get("html").asString()).isEqualTo("<p>Code: <b>1</b></p>");
    }

    @Test
    void aMessageHasAPageWithItsLinks() throws Exception {
        email("Confirm", "Open http://localhost:8080/c/1 <now>", "<p>Open</p>");
        var path = "/messages/" + id();

        assertThat(get("/").body()).contains("href=\"" + path + "\"", "Confirm", "anna@example.org");
        assertThat(get(path).body())
                .contains("href=\"http://localhost:8080/c/1\"", "&lt;now&gt;", "src=\"" + path + "/html\"");
    }

    @Test
    void aTextMessageHasAPageWithoutAFrame() throws Exception {
        sms("+447700900123", "Code 77");

        assertThat(get("/messages/" + id()).body()).contains("Code 77").doesNotContain("<iframe");
    }

    @Test
    void aMessagesHtmlMayShowPicturesAndRunNothing() throws Exception {
        email("Look", "Look", "<html><head><title>x</title></head><body><script>1</script></body></html>");

        var html = get("/messages/" + id() + "/html");
        assertThat(html.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox ")
                .contains("default-src 'none'", "img-src http:")
                .doesNotContain("script");
        assertThat(html.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(html.body()).contains("<head><base target=\"_blank\">");
    }

    @Test
    void aForgottenMessageIsNotFound() throws Exception {
        assertThat(get("/messages/4711").statusCode()).isEqualTo(404);
        assertThat(get("/messages/4711/html").statusCode()).isEqualTo(404);
    }

    @Test
    void otherHostsHaveNoInbox() throws Exception {
        assertThat(get("localhost:8080", "/messages.json").statusCode()).isEqualTo(404);
        assertThat(get("app.localhost:8080", "/messages.json").statusCode()).isEqualTo(404);
    }

    private String id() throws Exception {
        return json().get(0).get("id").asString();
    }

    private JsonNode json() throws Exception {
        return JsonMapper.shared().readTree(get("/messages.json").body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get("inbox.localhost:8080", path);
    }

    private HttpResponse<String> get(String host, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Host", host)
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private void sms(String to, String text) throws Exception {
        var request = HttpRequest.newBuilder(mailbox.smsGateway())
                .header("Authorization", "Bearer " + mailbox.smsToken())
                .POST(BodyPublishers.ofString("{\"to\":\"" + to + "\",\"text\":\"" + text + "\"}"))
                .build();
        assertThat(HTTP.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
    }

    private void email(String subject, String text, String html) throws Exception {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(mailbox.smtpPort()));
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("no-reply@example.org"));
        mail.setRecipient(RecipientType.TO, new InternetAddress("anna@example.org"));
        mail.setSubject(subject);
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        mail.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(mail);
    }
}
