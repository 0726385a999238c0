package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.Configured.Reason;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.tenantadmin.invitation.RefusalWords;
import io.anteroom.webkit.form.FormErrors;

/** Why what somebody is to sign in with can't be saved as typed, beside the fields. */
public final class CredentialRefusals {

    private CredentialRefusals() {}

    /**
     * One of the reasons, beside its field.
     *
     * @param email the email address as typed
     * @param whose what the form calls whoever signs in, {@code patient} or {@code person}
     */
    public static FormErrors error(Reason reason, String email, String whose) {
        return FormErrors.of(field(reason), message(reason, email, whose));
    }

    private static String field(Reason reason) {
        return switch (reason) {
            case Reason.Unreadable(var channel) -> channel.word();
            case Reason.Taken(var channel, var _) -> channel.word();
            case Reason.Emptied(var channel) -> channel.word();
            case Reason.Nothing(), Reason.OpenToAnother(var _) -> "email";
            case Reason.NotVerifiedWithPatient() -> "verified";
        };
    }

    private static String message(Reason reason, String email, String whose) {
        return switch (reason) {
            case Reason.Unreadable(var channel) ->
                channel == CredentialChannel.EMAIL
                        ? unreadable(email)
                        : "Enter a mobile number. Start a number from another country with + and its country code";
            case Reason.Taken(var channel, var holder) ->
                holder == null
                        ? RefusalWords.ofNobody(channel)
                        : holder.name() + " already signs in with this " + channel.word()
                                + ". Each can only be used for one " + whose;
            case Reason.Emptied(var channel) -> "To take it away, choose Remove " + channel.word();
            case Reason.OpenToAnother(var who) ->
                who + " has access to this record, and your clinic lets one person only. End that access first";
            case Reason.Nothing() -> "Enter an email address, a mobile number, or both";
            case Reason.NotVerifiedWithPatient() -> "Check these details with the " + whose + ", then tick the box";
        };
    }

    private static String unreadable(String email) {
        return EmailAddress.parse(email).filter(EmailAddress::mixesAlphabets).isPresent()
                ? "This address mixes letters of alphabets that look alike. Type it anew, with one keyboard"
                : "Enter an email address, like anna@example.org";
    }
}
