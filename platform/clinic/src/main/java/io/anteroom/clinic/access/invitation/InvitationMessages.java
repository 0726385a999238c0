package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.SignInAddress;
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
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The messages that carry an invitation. The link is in the email, and the text message says that one came; where no email
 * is sent, it is in the text message.
 */
@Component
class InvitationMessages {

    static final String KIND = "invitation";

    private final Outbox outbox;
    private final SenderIdentity sender;
    private final PersonLanguages languages;
    private final JdbcClient jdbc;
    private final PortalAddress portal;

    InvitationMessages(
            Outbox outbox, SenderIdentity sender, PersonLanguages languages, JdbcClient jdbc, PortalAddress portal) {
        this.outbox = outbox;
        this.sender = sender;
        this.languages = languages;
        this.jdbc = jdbc;
        this.portal = portal;
    }

    static MessageAbout about(InvitationId id) {
        return new MessageAbout(KIND, id.toString());
    }

    void send(InvitationId id, PatientId patient, Invitee invitee, InvitationToken token, Instant until) {
        var clinic = sender.look().name();
        var day = LocalDate.ofInstant(until, CurrentTenant.get().zone());
        if (invitee.byEmail()) {
            outbox.send(Message.email(
                    value(invitee.email()),
                    about(id),
                    email(words(invitee.email()), patient, invitee, clinic, day).withSecret(token.value())));
        }
        if (invitee.bySms()) {
            var words = words(invitee.mobile());
            var text = invitee.byEmail()
                    ? told(words, clinic, day)
                    : link(words, clinic, day).withSecret(token.value());
            outbox.send(Message.sms(value(invitee.mobile()), about(id), text));
        }
    }

    private Words words(@Nullable SignInAddress address) {
        return languages.wordsAt(value(address));
    }

    private EmailContent email(Words words, PatientId patient, Invitee invitee, String clinic, LocalDate last) {
        var how = invitee.address().equals(invitee.email())
                ? words.say(
                        "The button works once, until {day}. To be sure that it is you, we’ll then send a code to this"
                                + " address.",
                        "day",
                        last)
                : words.say(
                        "The button works once, until {day}. To be sure that it is you, we’ll then send a code to your"
                                + " mobile.",
                        "day",
                        last);
        var unexpected =
                words.say("If you did not expect this, you need do nothing: nobody gets in without that code.");
        var subject = words.say("Your invitation to the patient portal of {clinic}", "clinic", clinic);
        var content = invitee.isThePatient()
                ? EmailContent.of(
                        subject,
                        words.say("You’re invited to your patient portal"),
                        words.say(
                                "{clinic} would like you to use its patient portal, where you see what the clinic shares with"
                                        + " you and can pay your invoices.",
                                "clinic",
                                clinic),
                        how,
                        unexpected)
                : EmailContent.of(
                        subject,
                        words.say("You’re invited to look after somebody’s patient portal"),
                        other(words, invitee.terms().relationship(), clinic, called(patient)),
                        how,
                        unexpected);
        return content.withAction(words.say("Accept the invitation"), url()).in(words);
    }

    private static String other(Words words, Relationship relationship, String clinic, String patient) {
        return switch (relationship) {
            case PARENT ->
                words.say(
                        "{clinic} lets you use its patient portal for {patient}, as a parent. You will see there what the"
                                + " clinic shares with you about {patient}.",
                        "clinic",
                        clinic,
                        "patient",
                        patient);
            case CARER ->
                words.say(
                        "{clinic} lets you use its patient portal for {patient}, as a carer. You will see there what the"
                                + " clinic shares with you about {patient}.",
                        "clinic",
                        clinic,
                        "patient",
                        patient);
            case SELF, NOMINATED ->
                words.say(
                        "{clinic} lets you use its patient portal for {patient}, as a nominated person. You will see there"
                                + " what the clinic shares with you about {patient}.",
                        "clinic",
                        clinic,
                        "patient",
                        patient);
        };
    }

    private SmsContent told(Words words, String clinic, LocalDate last) {
        return SmsContent.of(words.say(
                        "{clinic}: we have sent you an email with an invitation to our patient portal. It is good until"
                                + " {day}.",
                        "clinic",
                        clinic,
                        "day",
                        last)
                + help(words));
    }

    private SmsContent link(Words words, String clinic, LocalDate last) {
        return SmsContent.of(words.say(
                        "{clinic} invites you to its patient portal: {url}\nThe link is good until {day}.",
                        "clinic",
                        clinic,
                        "url",
                        url(),
                        "day",
                        last)
                + help(words));
    }

    private String help(Words words) {
        var phone = sender.look().phone();
        return " "
                + (phone == null
                        ? words.say("Not expecting it? Please ignore it.")
                        : words.say("Not expecting it? Please ignore it, or call {phone}.", "phone", phone));
    }

    /** On the clinic's own host; the token is looked up there and nowhere else. */
    private String url() {
        return portal.of("/sign-in/invitation/{secret}");
    }

    /** What to call the patient: no family name, since mail may go astray. */
    private String called(PatientId patient) {
        return jdbc.sql("""
                        select coalesce(preferred_name, nullif(given_name, ''), family_name) from __tenant__.patient
                         where id = :id""").param("id", patient.value()).query(String.class).single();
    }

    private static String value(@Nullable SignInAddress address) {
        if (address == null) {
            throw new IllegalArgumentException("There is no address to send it to");
        }
        return address.value();
    }
}
