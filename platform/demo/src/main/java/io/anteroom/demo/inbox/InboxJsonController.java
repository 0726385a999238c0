package io.anteroom.demo.inbox;

import io.anteroom.localservices.mailbox.Mailbox;
import io.anteroom.localservices.mailbox.ReceivedMessage;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The inbox for programs. */
@RestController
@OnHost(Host.INBOX)
class InboxJsonController {

    private final Mailbox mailbox;

    InboxJsonController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /**
     * A message as programs read it.
     *
     * @param channel {@code email} or {@code sms}
     * @param at ISO 8601
     */
    record Message(
            String id, String channel, String to, String from, String subject, String text, String html, String at) {

        static Message of(ReceivedMessage message) {
            return new Message(
                    message.id(),
                    message.channel().name().toLowerCase(Locale.ROOT),
                    message.to(),
                    message.from(),
                    message.subject(),
                    message.text(),
                    message.html(),
                    message.at().toString());
        }
    }

    /** Everything received, newest first. */
    @GetMapping("/messages.json")
    List<Message> messages() {
        return mailbox.messages().stream().map(Message::of).toList();
    }
}
