package io.anteroom.clinic.profile;

import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.access.notice.AccountMessages;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import org.springframework.stereotype.Component;

/**
 * Tells who asked for contact details to be changed that the clinic has answered: at what they sign in with, and never at the
 * details themselves, which may be wrong or somebody else's. It says neither old nor new ones, nor what staff wrote.
 */
@Component
class ProfileNews {

    static final String KIND = "profile-change";

    private final AccountMessages messages;
    private final SenderIdentity sender;
    private final PortalAddress portal;
    private final PublishedPortals portals;
    private final PersonLanguages languages;

    ProfileNews(
            AccountMessages messages,
            SenderIdentity sender,
            PortalAddress portal,
            PublishedPortals portals,
            PersonLanguages languages) {
        this.messages = messages;
        this.sender = sender;
        this.portal = portal;
        this.portals = portals;
        this.languages = languages;
    }

    /** In the transaction of the answer. */
    void answered(ProfileChange change, int agreed) {
        if (portals.current().offers(Section.PROFILE)) {
            Words words = languages.wordsFor(change.account());
            var about = new MessageAbout(KIND, change.id().toString());
            messages.send(change.account(), about, () -> mail(words, change, agreed), () -> text(words));
        }
    }

    private EmailContent mail(Words words, ProfileChange change, int agreed) {
        return EmailContent.of(
                        words.say("Your changes of contact details at {clinic}", "clinic", clinic()),
                        words.say("The clinic has answered"),
                        said(words, change, agreed),
                        words.say("What you sign in with has not changed."))
                .withAction(words.say("See the answer"), page());
    }

    private static String said(Words words, ProfileChange change, int agreed) {
        if (agreed == change.fields().size()) {
            return words.say("You asked for contact details to be changed. They are as you wanted now.");
        }
        return agreed == 0
                ? words.say(
                        "You asked for contact details to be changed. The clinic has left them as they are, and says why in the portal.")
                : words.say(
                        "You asked for contact details to be changed. The clinic has changed some of them, and says more in the portal.");
    }

    private SmsContent text(Words words) {
        return SmsContent.of(words.say(
                "{clinic}: the clinic has answered to the contact details that you asked to change. See the answer: {link}",
                "clinic",
                clinic(),
                "link",
                page()));
    }

    private String clinic() {
        return sender.look().name();
    }

    private String page() {
        return portal.of("/profile");
    }
}
