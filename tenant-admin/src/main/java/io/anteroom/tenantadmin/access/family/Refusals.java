package io.anteroom.tenantadmin.access.family;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.family.GivenAccess.Reason;
import io.anteroom.tenantadmin.patient.Moments;
import io.anteroom.webkit.form.FormErrors;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Why access can't be given as wanted, beside the field it is about. */
final class Refusals {

    private Refusals() {}

    static FormErrors of(List<Reason> reasons) {
        var errors = FormErrors.none();
        for (var reason : reasons) {
            errors = errors.with(field(reason), message(reason));
        }
        return errors;
    }

    private static String field(Reason reason) {
        return switch (reason) {
            case Reason.NoName() -> "name";
            case Reason.Unreadable(var channel) -> channel.word();
            case Reason.ThePatients(var channel) -> channel.word();
            case Reason.SomebodyElses(var channel, var _) -> channel.word();
            case Reason.NotTheirs(var channel) -> channel.word();
            case Reason.NoAddress(), Reason.OpensAnother(var _) -> "email";
            case Reason.TwoPeople() -> "mobile";
            case Reason.NotVerified() -> "verified";
            case Reason.Over() -> "until";
            case Reason.PastAge(var _) -> "relationship";
            case Reason.OpenToAnother(var _) -> "";
        };
    }

    private static String message(Reason reason) {
        return switch (reason) {
            case Reason.NoName() -> "Enter the person’s name, at most 200 characters";
            case Reason.Unreadable(var channel) ->
                channel == CredentialChannel.EMAIL
                        ? "Enter an email address, like maria@example.org"
                        : "Enter a mobile number. Start a number from another country with + and its country code";
            case Reason.NoAddress() -> "Enter an email address, a mobile number, or both";
            case Reason.NotVerified() -> "Check these details with the person, then tick the box";
            case Reason.ThePatients(var channel) ->
                "The patient signs in with this " + word(channel) + ". Somebody else needs one of their own";
            case Reason.SomebodyElses(var channel, var who) ->
                Objects.requireNonNullElse(who, "Somebody")
                        + " already signs in with this " + word(channel)
                        + ". If that is the person you mean, write the name just so; if not, use another "
                        + word(channel);
            case Reason.NotTheirs(var channel) ->
                "This person signs in already, but not with this " + word(channel) + ". Leave it empty";
            case Reason.TwoPeople() -> "The email and the mobile are of two different people. Leave one of them empty";
            case Reason.Over() -> "Enter a day that is still to come, or leave it empty for no end";
            case Reason.PastAge(var since) -> pastAge(since);
            case Reason.OpensAnother(var patient) ->
                "This person’s account opens the record of " + patient.name()
                        + ". Your clinic lets an account open one record only";
            case Reason.OpenToAnother(var who) ->
                who + " has access to this record, and your clinic lets one person only. End that access first";
        };
    }

    /** That a parent's access ended on that day by the clinic's rule, and what else can be given. */
    static String pastAge(LocalDate since) {
        return "By your clinic’s rule of ages a parent’s access to this record ended on " + Moments.day(since)
                + ". Choose carer or nominated person where that is so";
    }

    private static String word(CredentialChannel channel) {
        return channel == CredentialChannel.EMAIL ? "email" : "mobile number";
    }
}
