package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.language.Language;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** The words of messages about access. They name no treatment and nothing else of a record's content. */
final class NewsWords {

    private static final int NAME_IN_TEXT = 60;

    private NewsWords() {}

    /** A name as a text message has room for. */
    static String shortened(String name) {
        return name.length() <= NAME_IN_TEXT
                ? name
                : name.substring(0, NAME_IN_TEXT).strip() + "…";
    }

    static String what(Words words, Relationship relationship) {
        return switch (relationship) {
            case SELF -> words.say("own self");
            case PARENT -> words.say("parent");
            case CARER -> words.say("carer");
            case NOMINATED -> words.say("nominated person");
        };
    }

    static String parts(Words words, GrantTerms terms) {
        if (terms.relationship() != Relationship.SELF && GrantTerms.isForPayingOnly(terms.scopes())) {
            return words.say("amounts of invoices, to pay them");
        }
        return terms.scopes().stream()
                .sorted()
                .map(scope -> switch (scope) {
                    case BOOKINGS -> words.say("bookings and forms");
                    case MONEY -> words.say("invoices and payments");
                    case CLINICAL -> words.say("clinical records");
                })
                .collect(Collectors.joining(", "));
    }

    /** The day in the clinic's zone on which that moment is. */
    static String day(Words words, Instant at) {
        return words.day(LocalDate.ofInstant(at, CurrentTenant.get().zone()));
    }

    /** The same for the log, which is English. */
    static String day(Instant at) {
        return day(Words.in(Language.ENGLISH, "GB"), at);
    }

    /** The last whole day before that moment. */
    static String lastDay(Words words, Instant end) {
        return day(words, end.minusNanos(1));
    }
}
