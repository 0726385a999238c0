package io.anteroom.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.anteroom.messaging.Delivery.Accepted;
import io.anteroom.messaging.Delivery.Refused;
import io.anteroom.messaging.SenderIdentity.Look;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands emails to the mail server: text and HTML and perhaps a file, in the sender's look, with the same Message-ID at every try. */
final class Mailer {

    private final JavaMailSender smtp;
    private final String from;
    private final Clock clock;
    private final Patience patience;

    Mailer(JavaMailSender smtp, String from, Clock clock) {
        this.smtp = smtp;
        this.from = from;
        this.clock = clock;
        this.patience = new Patience("The mail server", clock);
    }

    Delivery send(MessageId id, String to, EmailContent content, Look look) {
        return patience.with(() -> handOver(id, to, content, look));
    }

    private Delivery handOver(MessageId id, String to, EmailContent content, Look look) {
        try {
            smtp.send(mime(id, to, content, look));
            return new Accepted();
        } catch (AddressException e) {
            return new Refused("The email address cannot be read");
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Refused("The email could not be put together");
        } catch (MailException e) {
            return SmtpAnswers.of(e);
        }
    }

    @SuppressWarnings("JavaUtilDate") // what Jakarta Mail takes
    private MimeMessage mime(MessageId id, String to, EmailContent content, Look look)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage mail = smtp.createMimeMessage();
        mail.setFrom(new InternetAddress(from, Limits.oneLine(look.name()), UTF_8.name()));
        mail.setRecipient(RecipientType.TO, new InternetAddress(to, true));
        if (look.replyTo() != null) {
            mail.setReplyTo(new InternetAddress[] {new InternetAddress(look.replyTo(), true)});
        }
        mail.setSubject(content.subject(), UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Message-ID", "<" + id + "@" + from.substring(from.indexOf('@') + 1) + ">");
        // RFC 3834: no vacation notes in answer to this, please.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        var text = new MimeMultipart(
                "alternative", part(EmailText.of(content, look), "plain"), part(EmailHtml.of(content, look), "html"));
        var attachment = content.attachment();
        mail.setContent(attachment == null ? text : withFile(text, attachment));
        return mail;
    }

    private static MimeMultipart withFile(MimeMultipart text, EmailContent.Attachment attachment)
            throws MessagingException {
        var body = new MimeBodyPart();
        body.setContent(text);
        var file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(
                new ByteArrayDataSource(attachment.text().getBytes(UTF_8), attachment.type() + "; charset=utf-8")));
        file.setFileName(attachment.name());
        file.setDisposition(Part.ATTACHMENT);
        return new MimeMultipart("mixed", body, file);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        return part;
    }
}
