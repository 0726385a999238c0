package io.anteroom.clinic.export;

import io.anteroom.clinic.access.notice.AccountMessages;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import io.anteroom.tenancy.CurrentTenant;
import org.springframework.stereotype.Component;

/** Tells who asked for a copy that it is there, at what they sign in with. The copy itself is never sent. */
@Component
class ExportNews {

    static final String KIND = "patient-export";

    private final AccountMessages messages;
    private final SenderIdentity sender;
    private final PortalAddress portal;
    private final PublishedPortals portals;

    ExportNews(AccountMessages messages, SenderIdentity sender, PortalAddress portal, PublishedPortals portals) {
        this.messages = messages;
        this.sender = sender;
        this.portal = portal;
        this.portals = portals;
    }

    /** In the transaction that makes it ready. */
    void ready(PatientExport export) {
        if (portals.current().offers(Section.PROFILE)) {
            var words = Words.in(export.language(), CurrentTenant.get().country());
            var about = new MessageAbout(KIND, export.id().toString());
            messages.send(export.account(), about, () -> mail(words), () -> text(words));
        }
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
