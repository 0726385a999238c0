package io.anteroom.portal.family;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Access in the words of those who have it. */
final class AccessWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private AccessWords() {}

    /** {@code You are a parent}. */
    static String you(Relationship relationship) {
        return switch (relationship) {
            case SELF -> "Your own record";
            case PARENT -> "You are a parent";
            case CARER -> "You are a carer";
            case NOMINATED -> "You were named to help";
        };
    }

    /** What somebody is to the patient. */
    static String they(Relationship relationship) {
        return switch (relationship) {
            case SELF -> "The patient";
            case PARENT -> "Parent";
            case CARER -> "Carer";
            case NOMINATED -> "Named to help";
        };
    }

    static String heading(VisiblePatient patient) {
        return patient.relationship() == Relationship.SELF
                ? "Who can see my record"
                : "Who can see the record of " + patient.name();
    }

    /** The day of that moment at the clinic. */
    static String day(Instant at) {
        return DAY.format(at.atZone(CurrentTenant.get().zone()));
    }

    /** The last whole day before that moment. */
    static String lastDay(Instant end) {
        return day(end.minusNanos(1));
    }

    /** {@code Bookings and forms, invoices and payments}. */
    static String opens(AccessLevel level, Set<AccessScope> scopes) {
        if (level == AccessLevel.LIMITED) {
            return "Limited: only what this account entered itself";
        }
        var words = scopes.stream().sorted().map(AccessWords::part).collect(Collectors.joining(", "));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String part(AccessScope scope) {
        return switch (scope) {
            case BOOKINGS -> "bookings and forms";
            case MONEY -> "invoices and payments";
            case CLINICAL -> "clinical records";
        };
    }
}
