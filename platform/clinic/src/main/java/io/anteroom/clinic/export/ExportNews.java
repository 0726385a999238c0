package io.anteroom.clinic.export;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import io.anteroom.tenancy.CurrentTenant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who asked for a copy that it is there, at what they sign in with. The copy itself is never sent. */
@Component
class ExportNews {

    static final String KIND = "patient-export";

    private final Outbox outbox;
    private final SenderIdentity sender;
    private final PortalAddress portal;
    private final PublishedPortals portals;
    private final JdbcClient jdbc;

    ExportNews(Outbox outbox, SenderIdentity sender, PortalAddress portal, PublishedPortals portals, JdbcClient jdbc) {
        this.outbox = outbox;
        this.sender = sender;
        this.portal = portal;
        this.portals = portals;
        this.jdbc = jdbc;
    }

    /** In the transaction that makes it ready. */
    void ready(PatientExport export) {
        if (portals.current().offers(Section.PROFILE)) {
            message(export).ifPresent(outbox::send);
        }
    }

    private Optional<Message> message(PatientExport export) {
        var words = Words.in(export.language(), CurrentTenant.get().country());
        var about = new MessageAbout(KIND, export.id().toString());
        return address(export.account(), "email")
                .filter(Message::isEmailAddress)
                .map(address -> Message.email(address, about, mail(words)))
                .or(() -> address(export.account(), "mobile")
                        .filter(Message::isPhoneNumber)
                        .map(number -> Message.sms(number, about, text(words))));
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

    private EmailContent mail(Words words) {
        return EmailContent.of(
                        words.say("Your copy from {clinic} is ready", "clinic", clinic()),
                        words.say("Your copy is ready"),
                        words.say("You asked for a copy of the record. You can fetch it in the portal for a week."),
                        words.say("If you didn’t ask for it, please tell the clinic."))
                .withAction(words.say("Fetch the copy"), page());
    }

    private SmsContent text(Words words) {
        return SmsContent.of(words.say(
                "{clinic}: the copy that you asked for is ready for a week. Fetch it here: {link}",
                "clinic",
                clinic(),
                "link",
                page()));
    }

    private String clinic() {
        return sender.look().name();
    }

    private String page() {
        return portal.of("/profile/copy");
    }
}
