package io.anteroom.clinic.profile;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
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
 * Tells who asked for contact details to be changed that the clinic has answered: at what they sign in with, and never at the
 * details themselves, which may be wrong or somebody else's. It says neither old nor new ones, nor what staff wrote.
 */
@Component
class ProfileNews {

    private static final String KIND = "profile-change";

    private final Outbox outbox;
    private final SenderIdentity sender;
    private final PortalAddress portal;
    private final PublishedPortals portals;
    private final JdbcClient jdbc;

    ProfileNews(Outbox outbox, SenderIdentity sender, PortalAddress portal, PublishedPortals portals, JdbcClient jdbc) {
        this.outbox = outbox;
        this.sender = sender;
        this.portal = portal;
        this.portals = portals;
        this.jdbc = jdbc;
    }

    /** In the transaction of the answer. */
    void answered(ProfileChange change, int agreed) {
        if (portals.current().offers(Section.PROFILE)) {
            message(change, agreed).ifPresent(outbox::send);
        }
    }

    private Optional<Message> message(ProfileChange change, int agreed) {
        var about = new MessageAbout(KIND, change.id().toString());
        return address(change.account(), "email")
                .filter(Message::isEmailAddress)
                .map(address -> Message.email(address, about, mail(change, agreed)))
                .or(() -> address(change.account(), "mobile")
                        .filter(Message::isPhoneNumber)
                        .map(number -> Message.sms(number, about, text())));
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

    private EmailContent mail(ProfileChange change, int agreed) {
        return EmailContent.of(
                        "Your changes of contact details at " + sender.look().name(),
                        "The clinic has answered",
                        said(change, agreed),
                        "What you sign in with has not changed.")
                .withAction("See the answer", page());
    }

    private static String said(ProfileChange change, int agreed) {
        if (agreed == change.fields().size()) {
            return "You asked for contact details to be changed. They are as you wanted now.";
        }
        return agreed == 0
                ? "You asked for contact details to be changed. The clinic has left them as they are, and says why in the portal."
                : "You asked for contact details to be changed. The clinic has changed some of them, and says more in the"
                        + " portal.";
    }

    private SmsContent text() {
        return SmsContent.of(sender.look().name()
                + ": the clinic has answered to the contact details that you asked to change. See the answer: "
                + page());
    }

    private String page() {
        return portal.of("/profile");
    }
}
