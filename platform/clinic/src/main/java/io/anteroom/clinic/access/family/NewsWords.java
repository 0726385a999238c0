package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of messages about access. They name no treatment and nothing else of a record's content. */
final class NewsWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private static final int NAME_IN_TEXT = 60;

    private NewsWords() {}

    /** A name as a text message has room for. */
    static String shortened(String name) {
        return name.length() <= NAME_IN_TEXT
                ? name
                : name.substring(0, NAME_IN_TEXT).strip() + "…";
    }

    static String what(Relationship relationship) {
        return switch (relationship) {
            case SELF -> "own self";
            case PARENT -> "parent";
            case CARER -> "carer";
            case NOMINATED -> "nominated person";
        };
    }

    static String parts(Set<AccessScope> scopes) {
        return scopes.stream()
                .sorted()
                .map(scope -> switch (scope) {
                    case BOOKINGS -> "bookings and forms";
                    case MONEY -> "invoices and payments";
                    case CLINICAL -> "clinical records";
                })
                .collect(Collectors.joining(", "));
    }

    /** The day in the clinic's zone on which that moment is. */
    static String day(Instant at) {
        return DAY.format(at.atZone(CurrentTenant.get().zone()));
    }

    /** The last whole day before that moment. */
    static String lastDay(Instant end) {
        return day(end.minusNanos(1));
    }
}
