package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.family.ConcernedGrants.Concerned;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessWidened;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells a patient that somebody else may see more of the record than before. Less is not told: whoever had to be shut out
 * is not to hear of it from here. What a changed rule of ages opens is told by {@link AgesNews}.
 */
@Component
class AccessNews {

    private final ConcernedGrants grants;
    private final Addressees addressees;
    private final Outbox outbox;
    private final SenderIdentity sender;
    private final PersonLanguages languages;
    private final PortalAddress portal;

    AccessNews(
            ConcernedGrants grants,
            Addressees addressees,
            Outbox outbox,
            SenderIdentity sender,
            PersonLanguages languages,
            PortalAddress portal) {
        this.grants = grants;
        this.addressees = addressees;
        this.outbox = outbox;
        this.sender = sender;
        this.languages = languages;
        this.portal = portal;
    }

    /** Within the transaction of the act, so that there is no news of what was rolled back. */
    @EventListener
    void widened(AccessWidened event) {
        if (event.after().relationship() != Relationship.SELF) {
            tell(event.account(), event.patient(), AccessStillHeld.about(event.account(), event.patient()));
        }
    }

    /** Tells of what the access opens by now, in the caller's transaction; nothing if it has ended. */
    void tell(AccountId account, PatientId patient, MessageAbout about) {
        grants.of(account, patient)
                .ifPresent(grant -> addressee(grant).ifPresent(to -> outbox.send(message(to, about, grant))));
    }

    /** Where the patient is reached, if possible not where the one who sees more is. */
    private Optional<SignInAddress> addressee(Concerned grant) {
        var patients = addressees.ofPatient(grant.patient());
        var others = addressees.of(grant.account());
        return patients.stream()
                .filter(address -> !others.contains(address))
                .findFirst()
                .or(() -> patients.stream().findFirst());
    }

    private Message message(SignInAddress to, MessageAbout about, Concerned grant) {
        Words words = languages.wordsAt(to.value());
        return to.channel() == CredentialChannel.EMAIL
                ? Message.email(to.value(), about, mail(words, grant))
                : Message.sms(to.value(), about, text(words, grant));
    }

    private EmailContent mail(Words words, Concerned grant) {
        var clinic = sender.look().name();
        var patient = grant.patientName();
        var terms = grant.terms();
        var mail = EmailContent.of(
                        words.say("Somebody can see more of a record at {clinic} now", "clinic", clinic),
                        words.say("Access to the record of {patient} has changed", "patient", patient),
                        words.say(
                                "{holder} can now see more of the record of {patient} in the patient portal of {clinic}.",
                                "holder",
                                grant.holder(words),
                                "patient",
                                patient,
                                "clinic",
                                clinic),
                        words.say(
                                "If this is as it should be, you need do nothing. If you didn’t expect it, please tell the clinic:"
                                        + " it can end this access at once."))
                .withDetail(words.say("Who"), grant.holder(words))
                .withDetail(words.say("Is the patient’s"), NewsWords.what(words, terms.relationship()))
                .withDetail(words.say("Can see"), sees(words, terms));
        if (terms.expiresAt() != null) {
            mail = mail.withDetail(words.say("Until"), NewsWords.lastDay(words, terms.expiresAt()));
        }
        return mail.withAction(words.say("See who has access"), portal.of("/access"))
                .in(words);
    }

    private SmsContent text(Words words, Concerned grant) {
        return SmsContent.of(words.say(
                "{clinic}: {holder} can now see more of the record of {patient} in the patient portal. If you didn't expect it,"
                        + " please tell us: we can end it at once. Who has access: {url}",
                "clinic",
                sender.look().name(),
                "holder",
                NewsWords.shortened(grant.holder(words)),
                "patient",
                NewsWords.shortened(grant.patientName()),
                "url",
                portal.of("/access")));
    }

    private static String sees(Words words, GrantTerms terms) {
        return terms.level() == AccessLevel.LIMITED
                ? words.say("only what this person enters")
                : NewsWords.parts(words, terms);
    }
}
