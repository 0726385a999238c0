package io.anteroom.tenantadmin.merging;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.merging.Doubt;
import io.anteroom.clinic.merging.MergePlan;
import io.anteroom.clinic.merging.MergeSide;
import io.anteroom.clinic.merging.MergeSide.Opening;
import io.anteroom.clinic.merging.Refusal;
import io.anteroom.clinic.patient.PhoneNumber;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.access.Words;
import io.anteroom.tenantadmin.patient.Moments;
import java.util.Objects;

/** What the pages say about access, reasons and doubts. */
final class MergeWords {

    private MergeWords() {}

    /** As in {@code Ann Lee (number 12)}. */
    static String name(MergeSide side) {
        return side.details().fullName() + " (number " + side.id() + ")";
    }

    static String address(SignInAddress address) {
        return address.channel() == CredentialChannel.MOBILE
                ? new PhoneNumber(address.value()).format(CurrentTenant.get().country())
                : address.value();
    }

    /** As in {@code Maria Lee (parent, full access)}. */
    static String person(Opening opening) {
        return Objects.requireNonNullElse(opening.name(), "Somebody without a name here") + " ("
                + (opening.terms().relationship() == Relationship.SELF
                        ? "the patient"
                        : Words.what(opening.terms().relationship()))
                + (opening.terms().level() == AccessLevel.FULL ? ", full access)" : ", limited access)");
    }

    static String reason(Refusal refusal, MergePlan plan) {
        var goes = name(plan.goes());
        return switch (refusal) {
            case Refusal.OtherBirthDate() ->
                "Their dates of birth differ: "
                        + Moments.day(plan.stays().details().birthDate()) + " and "
                        + Moments.day(plan.goes().details().birthDate())
                        + ". They are two people, unless one date is a slip. Ask the patient, and correct it on the"
                        + " record first.";
            case Refusal.BothSignIn() ->
                "Both records have an account of their own that somebody has signed in to. If these are two people, each would"
                        + " see what is the other’s. Ask the patient which address to keep, and remove the other one"
                        + " on its record’s Online access first.";
            case Refusal.OneActsForTheOther(String name) ->
                name + " has access to both records, to one as the patient and to the other as somebody else: these are"
                        + " two people. If that is a mistake, end the wrong access first.";
            case Refusal.ClosedAccountOpensOthers(var patients) ->
                "The account that would be closed also opens the record of " + String.join(", ", patients)
                        + ". End that access first, or keep the other record.";
            case Refusal.TooManyAccounts(var names) ->
                "This clinic opens a record to one account at most, and then it would be open to "
                        + String.join(" and ", names) + ". End what is too much first.";
            case Refusal.PaymentUnderway(var until) ->
                "Somebody is paying an invoice of one of these records right now. Try again when that is done, at "
                        + Moments.moment(until) + " at the latest unless the bank takes longer.";
            case Refusal.AlertsTooLong() ->
                "Both records have alerts, which must all stay in sight and are too long together. Shorten those of "
                        + goes + " or of the other one first.";
        };
    }

    static String doubt(Doubt doubt) {
        return switch (doubt) {
            case OTHER_GIVEN_NAME ->
                "The first names differ. Twins share a date of birth, a family name and often an email.";
            case OTHER_FAMILY_NAME -> "The family names differ.";
            case OTHER_GENDER -> "The genders differ.";
        };
    }
}
