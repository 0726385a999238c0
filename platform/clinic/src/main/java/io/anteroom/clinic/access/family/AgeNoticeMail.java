package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.language.Language;
import io.anteroom.language.Words;
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
    private final PersonLanguages languages;
    private final PortalAddress portal;
    private final AuditLog log;

    AgeNoticeMail(
            Addressees addressees,
            Outbox outbox,
            SenderIdentity sender,
            PersonLanguages languages,
            PortalAddress portal,
            AuditLog log) {
        this.addressees = addressees;
        this.outbox = outbox;
        this.sender = sender;
        this.languages = languages;
        this.portal = portal;
        this.log = log;
    }

    /** To the parent, and to the child's own address, else to that on the record, unless it is the parent's. */
    void send(AgeNotice notice) {
        var parents = addressees.of(notice.grant().account());
        parents.stream().findFirst().ifPresent(to -> outbox.send(message(to, notice, true)));
        addressees.ofPatient(notice.grant().patient()).stream()
                .filter(address -> !parents.contains(address))
                .findFirst()
                .ifPresent(to -> outbox.send(message(to, notice, false)));
        log.record(
                AGES,
                AuditEntry.ofRecord(
                                AuditAction.ACCESS_CHANGE_FORETOLD,
                                notice.grant().patient().value())
                        .with("Of", notice.grant().holder(Words.in(Language.ENGLISH)) + ", parent")
                        .with("Comes on", NewsWords.day(notice.at()))
                        .with("Will be", notice.change() == AgeNotice.Change.LIMITED ? "limited" : "over"));
    }

    private Message message(SignInAddress to, AgeNotice notice, boolean parent) {
        var about = AccessStillHeld.about(notice.grant());
        var words = languages.wordsAt(to.value());
        if (to.channel() != CredentialChannel.EMAIL) {
            return Message.sms(to.value(), about, parent ? textToParent(words, notice) : textToChild(words, notice));
        }
        var mail = parent ? toParent(words, notice) : toChild(words, notice);
        return Message.email(
                to.value(),
                about,
                mail.withAction(words.say("See who has access"), portal.of("/access"))
                        .in(words));
    }

    private EmailContent toParent(Words words, AgeNotice notice) {
        var child = notice.grant().patientName();
        var clinic = sender.look().name();
        var day = NewsWords.day(words, notice.at());
        return EmailContent.of(
                words.say("Your access at {clinic} changes on {day}", "clinic", clinic, "day", day),
                words.say("Your access to the record of {patient} changes", "patient", child),
                notice.change() == AgeNotice.Change.LIMITED
                        ? words.say(
                                "From {day} on, your access to the record of {patient} in the patient portal of {clinic} is"
                                        + " limited: in it, you will see only what was entered with this account, such as forms"
                                        + " filled in.",
                                "day",
                                day,
                                "patient",
                                child,
                                "clinic",
                                clinic)
                        : words.say(
                                "From {day} on, your access to the record of {patient} in the patient portal of {clinic} is"
                                        + " over.",
                                "day",
                                day,
                                "patient",
                                child,
                                "clinic",
                                clinic),
                rule(words));
    }

    private EmailContent toChild(Words words, AgeNotice notice) {
        var child = notice.grant().patientName();
        var parent = notice.grant().holder(words);
        var clinic = sender.look().name();
        var day = NewsWords.day(words, notice.at());
        return EmailContent.of(
                words.say("A parent’s access at {clinic} changes on {day}", "clinic", clinic, "day", day),
                words.say("A parent’s access to the record of {patient} changes", "patient", child),
                notice.change() == AgeNotice.Change.LIMITED
                        ? words.say(
                                "From {day} on, the access of {parent} to the record of {patient} in the patient portal of"
                                        + " {clinic} is limited: in it, this parent will see only what was entered with this"
                                        + " account, such as forms filled in.",
                                "day",
                                day,
                                "parent",
                                parent,
                                "patient",
                                child,
                                "clinic",
                                clinic)
                        : words.say(
                                "From {day} on, the access of {parent} to the record of {patient} in the patient portal of"
                                        + " {clinic} is over.",
                                "day",
                                day,
                                "parent",
                                parent,
                                "patient",
                                child,
                                "clinic",
                                clinic),
                rule(words));
    }

    private static String rule(Words words) {
        return words.say(
                "The clinic has this rule for all parents, by the child’s age. If you have questions, please ask the clinic.");
    }

    private SmsContent textToParent(Words words, AgeNotice notice) {
        var clinic = sender.look().name();
        var day = NewsWords.day(words, notice.at());
        var child = NewsWords.shortened(notice.grant().patientName());
        return SmsContent.of(
                notice.change() == AgeNotice.Change.LIMITED
                        ? words.say(
                                "{clinic}: from {day} on, your access to the record of {patient} in the patient portal is limited,"
                                        + " by the child's age. Questions? Please ask the clinic.",
                                "clinic",
                                clinic,
                                "day",
                                day,
                                "patient",
                                child)
                        : words.say(
                                "{clinic}: from {day} on, your access to the record of {patient} in the patient portal ends, by the"
                                        + " child's age. Questions? Please ask the clinic.",
                                "clinic",
                                clinic,
                                "day",
                                day,
                                "patient",
                                child));
    }

    private SmsContent textToChild(Words words, AgeNotice notice) {
        var clinic = sender.look().name();
        var day = NewsWords.day(words, notice.at());
        var child = NewsWords.shortened(notice.grant().patientName());
        var parent = NewsWords.shortened(notice.grant().holder(words));
        return SmsContent.of(
                notice.change() == AgeNotice.Change.LIMITED
                        ? words.say(
                                "{clinic}: from {day} on, the access of {parent} to the record of {patient} in the patient portal"
                                        + " is limited, by the child's age. Questions? Please ask the clinic.",
                                "clinic",
                                clinic,
                                "day",
                                day,
                                "parent",
                                parent,
                                "patient",
                                child)
                        : words.say(
                                "{clinic}: from {day} on, the access of {parent} to the record of {patient} in the patient portal"
                                        + " ends, by the child's age. Questions? Please ask the clinic.",
                                "clinic",
                                clinic,
                                "day",
                                day,
                                "parent",
                                parent,
                                "patient",
                                child));
    }
}
