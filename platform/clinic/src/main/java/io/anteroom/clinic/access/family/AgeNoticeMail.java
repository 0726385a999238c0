package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import org.springframework.stereotype.Component;

/** What a parent and the child are sent before the child's age changes the parent's access. Neither learns the other's address. */
@Component
class AgeNoticeMail {

    private static final Actor AGES = new Actor.System("The clinic's rule of ages");

    private final Addressees addressees;
    private final Outbox outbox;
    private final SenderIdentity sender;
    private final PortalAddress portal;
    private final AuditLog log;

    AgeNoticeMail(Addressees addressees, Outbox outbox, SenderIdentity sender, PortalAddress portal, AuditLog log) {
        this.addressees = addressees;
        this.outbox = outbox;
        this.sender = sender;
        this.portal = portal;
        this.log = log;
    }

    /** To the parent, and to the child's own address, else to that on the record, unless it is the parent's. */
    void send(AgeNotice notice) {
        var parents = addressees.of(notice.grant().account());
        parents.stream().findFirst().ifPresent(to -> outbox.send(message(to, notice, toParent(notice), "your access")));
        addressees.ofPatient(notice.grant().patient()).stream()
                .filter(address -> !parents.contains(address))
                .findFirst()
                .ifPresent(to -> outbox.send(message(
                        to,
                        notice,
                        toChild(notice),
                        "the access of " + NewsWords.shortened(notice.grant().holder()))));
        log.record(
                AGES,
                AuditEntry.ofRecord(
                                AuditAction.ACCESS_CHANGE_FORETOLD,
                                notice.grant().patient().value())
                        .with("Of", notice.grant().holder() + ", parent")
                        .with("Comes on", NewsWords.day(notice.at()))
                        .with("Will be", notice.change() == AgeNotice.Change.LIMITED ? "limited" : "over"));
    }

    private EmailContent toParent(AgeNotice notice) {
        var child = notice.grant().patientName();
        var clinic = sender.look().name();
        return EmailContent.of(
                        "Your access at " + clinic + " changes on " + NewsWords.day(notice.at()),
                        "Your access to the record of " + child + " changes",
                        sentence("your access", "you", child, clinic, notice),
                        "The clinic has this rule for all parents, by the child’s age. If you have questions, please"
                                + " ask the clinic.")
                .withAction("Open the portal", portal.of("/access"));
    }

    private EmailContent toChild(AgeNotice notice) {
        var child = notice.grant().patientName();
        var parent = notice.grant().holder();
        var clinic = sender.look().name();
        return EmailContent.of(
                        "A parent’s access at " + clinic + " changes on " + NewsWords.day(notice.at()),
                        "A parent’s access to the record of " + child + " changes",
                        sentence("the access of " + parent, "this parent", child, clinic, notice),
                        "The clinic has this rule for all parents, by the child’s age. If you have questions, please"
                                + " ask the clinic.")
                .withAction("See who has access", portal.of("/access"));
    }

    private static String sentence(String whose, String who, String child, String clinic, AgeNotice notice) {
        var start = "From " + NewsWords.day(notice.at()) + " on, ";
        var record = " to the record of " + child + " in the patient portal of " + clinic;
        return switch (notice.change()) {
            case LIMITED ->
                start + whose + record + " is limited: in it, " + who + " will see only what was entered with this"
                        + " account, such as forms filled in.";
            case OVER -> start + whose + record + " is over.";
        };
    }

    private Message message(SignInAddress to, AgeNotice notice, EmailContent mail, String whose) {
        var about = AccessStillHeld.about(notice.grant());
        return to.channel() == CredentialChannel.EMAIL
                ? Message.email(to.value(), about, mail)
                : Message.sms(to.value(), about, text(notice, whose));
    }

    private SmsContent text(AgeNotice notice, String whose) {
        var change = notice.change() == AgeNotice.Change.LIMITED ? "is limited" : "ends";
        return SmsContent.of(sender.look().name() + ": from " + NewsWords.day(notice.at()) + " on, " + whose
                + " to the record of " + NewsWords.shortened(notice.grant().patientName()) + " in the patient portal "
                + change
                + ", by the child's age. Questions? Please ask the clinic.");
    }
}
