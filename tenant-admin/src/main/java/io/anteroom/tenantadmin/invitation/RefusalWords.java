package io.anteroom.tenantadmin.invitation;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.Holder;
import io.anteroom.clinic.access.invitation.Refusal;
import io.anteroom.webkit.form.FormErrors;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says why an invitation can't be as staff want it, beside the fields. */
public final class RefusalWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    private RefusalWords() {}

    /**
     * All of {@code refusals} but those of credentials, which the form of credentials says itself.
     *
     * @param toOther whether the addresses are those of somebody other than the patient
     */
    public static FormErrors errors(List<Refusal> refusals, boolean toOther) {
        var errors = FormErrors.none();
        for (var refusal : refusals) {
            if (!(refusal instanceof Refusal.OfCredentials)) {
                errors = errors.with(field(refusal, toOther), message(refusal));
            }
        }
        return errors;
    }

    /** One of them as a sentence without its end. */
    public static String message(Refusal refusal) {
        return switch (refusal) {
            case Refusal.OfCredentials(var _) -> throw new IllegalArgumentException("Said by the form of credentials");
            case Refusal.Unreadable(var channel) ->
                channel == CredentialChannel.EMAIL
                        ? "Enter an email address, like anna@example.org"
                        : "Enter a mobile number. Start a number from another country with + and its country code";
            case Refusal.Missing(var channel) ->
                channel == CredentialChannel.EMAIL
                        ? "Enter the email address to send it to"
                        : "Enter the mobile number to send it to";
            case Refusal.NoWay() -> "Choose how the invitation is sent: by email, by SMS or both";
            case Refusal.NoCodesTo(var missing) ->
                "Your clinic sends codes by " + (missing == CredentialChannel.EMAIL ? "email" : "text message")
                        + " only, so enter "
                        + (missing == CredentialChannel.EMAIL ? "an email address" : "a mobile number")
                        + " too";
            case Refusal.Nameless() -> "Enter the person’s name, at most 200 characters";
            case Refusal.Unrelated() -> "Choose what the person is to the patient";
            case Refusal.OpensNothing() -> "Choose at least one part of the record";
            case Refusal.Over() -> "Enter a day to come, or leave it empty for no end";
            case Refusal.PastAge(var since) ->
                "By your clinic’s rule of ages a parent’s access to this record ended on " + DAY.format(since)
                        + ". Choose carer or nominated person where that is so";
            case Refusal.ThePatients(var channel) ->
                "The patient signs in with this " + channel.word() + ". Enter one of the other person’s own";
            case Refusal.NotThePatients(var channel) ->
                "The patient signs in with another " + channel.word() + ". Change that first";
            case Refusal.Taken(var channel, var holder) ->
                holder == null
                        ? ofNobody(channel)
                        : holder.name() + " already signs in with this " + channel.word()
                                + ", so it can’t open this record too";
            case Refusal.Unverified(var channel, var holder) ->
                "This " + channel.word() + " was set for " + name(holder)
                        + " and never proved. Have them sign in first, or remove it there";
            case Refusal.OpenToAnother(var who) ->
                who + " has access to this record, and your clinic lets one person only. End that access first";
            case Refusal.PortalOff() ->
                "Your portal is switched off. Switch it on in Settings, Patient Portal, before you invite anybody";
            case Refusal.NothingToDo() -> "Nothing was changed, and no invitation chosen";
        };
    }

    /** That an address signs in to an account that opens no record, and what can be done about that. */
    public static String ofNobody(CredentialChannel channel) {
        return "An account that opens no record signs in with this " + channel.word()
                + ". Join it to the record in Patients, Requests to match, or remove the " + channel.word()
                + " in Settings, Patient Authentication, Credentials";
    }

    private static String field(Refusal refusal, boolean toOther) {
        return switch (refusal) {
            case Refusal.Unreadable(var channel) -> field(channel, toOther);
            case Refusal.Missing(var channel) -> field(channel, toOther);
            case Refusal.NoCodesTo(var channel) -> field(channel, toOther);
            case Refusal.ThePatients(var channel) -> field(channel, toOther);
            case Refusal.NotThePatients(var channel) -> field(channel, toOther);
            case Refusal.Taken(var channel, var _) -> field(channel, toOther);
            case Refusal.Unverified(var channel, var _) -> field(channel, toOther);
            case Refusal.Nameless() -> "inviteName";
            case Refusal.Unrelated(), Refusal.PastAge(var _) -> "inviteRelationship";
            case Refusal.OpensNothing() -> "inviteBookings";
            case Refusal.Over() -> "inviteUntil";
            case Refusal.OpenToAnother(var _), Refusal.PortalOff(), Refusal.NoWay() -> "inviteByEmail";
            case Refusal.OfCredentials(var _), Refusal.NothingToDo() -> "";
        };
    }

    private static String field(CredentialChannel channel, boolean toOther) {
        if (channel == CredentialChannel.EMAIL) {
            return toOther ? "inviteEmail" : "email";
        }
        return toOther ? "inviteMobile" : "mobile";
    }

    private static String name(@Nullable Holder holder) {
        return holder == null ? "Another account" : holder.name();
    }
}
