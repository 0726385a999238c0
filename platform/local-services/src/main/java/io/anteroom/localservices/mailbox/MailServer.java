package io.anteroom.localservices.mailbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.anteroom.localservices.mailbox.ReceivedMessage.Channel;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** GreenMail's SMTP server, which hands on each message the moment it is delivered and keeps none itself. */
final class MailServer implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final ReceivedMessages received;
    private final GreenMailUser everybody;

    MailServer(ReceivedMessages received) {
        this.received = received;
        server.start();
        everybody = Objects.requireNonNull(server.setUser("everybody@mailbox.localhost", "unused"));
        server.getUserManager().setMessageDeliveryHandler(this::deliver);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    private GreenMailUser deliver(MovingMessage message, MailAddress to) throws MessagingException, UserException {
        var mail = message.getMessage();
        try {
            var body = MimeText.of(mail);
            var subject = Objects.requireNonNullElse(mail.getSubject(), "");
            received.add(Channel.EMAIL, to.getEmail(), readable(mail.getFrom()), subject, body.text(), body.html());
            // GreenMail stores it too, once this returns; what it stored before is not needed.
            server.getManagers().getImapHostManager().getInbox(everybody).deleteAllMessages();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (com.icegreen.greenmail.store.FolderException noInbox) {
            throw new IllegalStateException(noInbox);
        }
        return everybody;
    }

    private static String readable(Address[] from) {
        return from.length > 0 && from[0] instanceof InternetAddress sender ? sender.toUnicodeString() : "";
    }

    @Override
    public void close() {
        server.stop();
    }
}
