package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Outbox outbox;
    private final SenderIdentity sender;
    private final JdbcClient jdbc;
    private final PortalAddress portal;

    InvitationMessages(Outbox outbox, SenderIdentity sender, JdbcClient jdbc, PortalAddress portal) {
        this.outbox = outbox;
        this.sender = sender;
        this.jdbc = jdbc;
        this.portal = portal;
    }

    static MessageAbout about(InvitationId id) {
        return new MessageAbout(KIND, id.toString());
    }

    void send(InvitationId id, PatientId patient, Invitee invitee, InvitationToken token, Instant until) {
        var clinic = sender.look().name();
        var last = DAY.format(until.atZone(CurrentTenant.get().zone()));
        if (invitee.byEmail()) {
            outbox.send(Message.email(
                    value(invitee.email()),
                    about(id),
                    email(patient, invitee, clinic, last).withSecret(token.value())));
        }
        if (invitee.bySms()) {
            var text =
                    invitee.byEmail() ? told(clinic, last) : link(clinic, last).withSecret(token.value());
            outbox.send(Message.sms(value(invitee.mobile()), about(id), text));
        }
    }

    private EmailContent email(PatientId patient, Invitee invitee, String clinic, String last) {
        var how = "The button works once, until " + last + ". To be sure that it is you, we’ll then send a code "
                + (invitee.address().equals(invitee.email()) ? "to this address." : "to your mobile.");
        var unexpected = "If you did not expect this, you need do nothing: nobody gets in without that code.";
        var content = invitee.isThePatient()
                ? EmailContent.of(
                        "Your invitation to the patient portal of " + clinic,
                        "You’re invited to your patient portal",
                        clinic
                                + " would like you to use its patient portal, where you see what the clinic shares with you"
                                + " and can pay your invoices.",
                        how,
                        unexpected)
                : EmailContent.of(
                        "Your invitation to the patient portal of " + clinic,
                        "You’re invited to look after somebody’s patient portal",
                        clinic + " lets you use its patient portal for " + called(patient) + ", as "
                                + as(invitee.terms().relationship())
                                + ". You will see there what the clinic shares with you about "
                                + called(patient) + ".",
                        how,
                        unexpected);
        return content.withAction("Accept the invitation", url());
    }

    private SmsContent told(String clinic, String last) {
        return SmsContent.of(
                clinic + ": we have sent you an email with an invitation to our patient portal. It is good until "
                        + last + "." + help());
    }

    private SmsContent link(String clinic, String last) {
        return SmsContent.of(clinic + " invites you to its patient portal: " + url() + "\nThe link is good until "
                + last + "." + help());
    }

    private String help() {
        var phone = sender.look().phone();
        return phone == null
                ? " Not expecting it? Please ignore it."
                : " Not expecting it? Please ignore it, or call " + phone + ".";
    }

    /** On the clinic's own host; the token is looked up there and nowhere else. */
    private String url() {
        return portal.of("/sign-in/invitation/{secret}");
    }

    private static String as(Relationship relationship) {
        return switch (relationship) {
            case PARENT -> "a parent";
            case CARER -> "a carer";
            case SELF, NOMINATED -> "a nominated person";
        };
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
