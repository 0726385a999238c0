package io.anteroom.clinic.document;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells who sent a document that it was refused, at what the account signs in with. Neither what it was nor why stands in the message;
 * both are in the portal.
 */
@Component
class DocumentNews {

    static final String KIND = "document";

    private final Outbox outbox;
    private final PortalAddress portal;
    private final SenderIdentity sender;
    private final PersonLanguages languages;
    private final JdbcClient jdbc;

    DocumentNews(
            Outbox outbox, PortalAddress portal, SenderIdentity sender, PersonLanguages languages, JdbcClient jdbc) {
        this.outbox = outbox;
        this.portal = portal;
        this.sender = sender;
        this.languages = languages;
        this.jdbc = jdbc;
    }

    void refused(Document document) {
        var about = new MessageAbout(KIND, document.id().toString());
        var words = languages.wordsFor(document.account());
        address(document.account(), "email")
                .filter(Message::isEmailAddress)
                .map(address -> Message.email(address, about, mail(words, document)))
                .or(() -> address(document.account(), "mobile")
                        .filter(Message::isPhoneNumber)
                        .map(address -> Message.sms(address, about, text(words, document))))
                .ifPresent(outbox::send);
    }

    private EmailContent mail(Words words, Document document) {
        return EmailContent.of(
                        words.say(
                                "About a document that you sent to {clinic}",
                                "clinic",
                                sender.look().name()),
                        words.say("A document could not be used"),
                        words.say(
                                "We have looked at a document that you sent us, and could not use it. Why, and what you can do, is in the portal."))
                .withAction(words.say("Read why"), link(document))
                .in(words);
    }

    private SmsContent text(Words words, Document document) {
        return SmsContent.of(words.say(
                "{clinic}: a document that you sent us could not be used. Read why: {link}",
                "clinic",
                sender.look().name(),
                "link",
                link(document)));
    }

    private String link(Document document) {
        return portal.of("/documents/" + document.id());
    }

    private Optional<String> address(AccountId account, String channel) {
        return jdbc.sql("""
                        select c.value from __tenant__.credential c
                          join __tenant__.portal_account a on a.id = c.account_id and a.closed_at is null
                         where c.account_id = :account and c.channel = :channel and c.verified_at is not null""")
                .param("account", account.value())
                .param("channel", channel)
                .query(String.class)
                .optional();
    }
}
