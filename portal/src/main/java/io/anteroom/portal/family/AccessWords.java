package io.anteroom.portal.family;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.family.HeldAccess;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/** Access in the words of those who have it. */
final class AccessWords {

    private AccessWords() {}

    /** {@code You are a parent}. */
    static String you(Relationship relationship) {
        return switch (relationship) {
            case SELF -> say("Your own record");
            case PARENT -> say("You are a parent");
            case CARER -> say("You are a carer");
            case NOMINATED -> say("You were named to help");
        };
    }

    /** What somebody is to the patient. */
    static String they(Relationship relationship) {
        return switch (relationship) {
            case SELF -> say("The patient");
            case PARENT -> say("Parent");
            case CARER -> say("Carer");
            case NOMINATED -> say("Named to help");
        };
    }

    static String heading(VisiblePatient patient) {
        return patient.relationship() == Relationship.SELF
                ? say("Who can see my record")
                : say("Who can see the record of {patient}", "patient", patient.name());
    }

    /** Who gave it, on what occasion and when. */
    static String given(HeldAccess held) {
        var by = held.givenBy();
        var day = day(held.since());
        return switch (held.how()) {
            case BY_STAFF -> say("Given by {who} at the clinic, since {day}", "who", by, "day", day);
            case INVITATION ->
                say("Accepted an invitation of the clinic, sent by {who}, since {day}", "who", by, "day", day);
            case LINK -> say("Used a link of the clinic, made by {who}, since {day}", "who", by, "day", day);
            case REGISTRATION ->
                say("Opened an account, which {who} at the clinic linked, since {day}", "who", by, "day", day);
        };
    }

    /** The day of that moment at the clinic. */
    static String day(Instant at) {
        return Words.current().day(LocalDate.ofInstant(at, CurrentTenant.get().zone()));
    }

    /** The last whole day before that moment. */
    static String lastDay(Instant end) {
        return day(end.minusNanos(1));
    }

    /** {@code Bookings and forms, invoices and payments}. */
    static String opens(Relationship relationship, AccessLevel level, Set<AccessScope> scopes) {
        if (level == AccessLevel.LIMITED) {
            return say("Limited: only what this account entered itself");
        }
        if (relationship != Relationship.SELF && GrantTerms.isForPayingOnly(scopes)) {
            return say("Amounts of invoices, to pay them");
        }
        var words = scopes.stream().sorted().map(AccessWords::part).collect(Collectors.joining(", "));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String part(AccessScope scope) {
        return switch (scope) {
            case BOOKINGS -> say("bookings and forms");
            case MONEY -> say("invoices and payments");
            case CLINICAL -> say("clinical records");
        };
    }
}
