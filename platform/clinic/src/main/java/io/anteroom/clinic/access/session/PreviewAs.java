package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.AuthenticationSettings.AgeRule;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Relationship;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * As whom staff look at the portal: the terms of an access that nobody has.
 *
 * @param relationship what that person would be to the patient
 * @param level how much would be opened
 * @param scopes which parts, never empty
 * @param age how old the patient is taken to be, in years, or null for the patient's own age
 */
public record PreviewAs(
        Relationship relationship,
        AccessLevel level,
        Set<AccessScope> scopes,
        @Nullable Integer age) {

    /** Copies the parts. */
    public PreviewAs {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("Access to nothing shows nothing");
        }
    }

    /** The patient, with that much access. */
    public static PreviewAs patient(AccessLevel level) {
        return new PreviewAs(Relationship.SELF, level, AccessScope.all(), null);
    }

    /** The patient at that age, who sees the own record in full: the clinic's rule of ages is about parents. */
    public static PreviewAs teen(int age) {
        return new PreviewAs(Relationship.SELF, AccessLevel.FULL, AccessScope.all(), age);
    }

    /** Somebody else. */
    public static PreviewAs other(Relationship relationship, AccessLevel level, Set<AccessScope> scopes) {
        return new PreviewAs(relationship, level, scopes, null);
    }

    /** A parent when the patient has that age: by the clinic's rule full, or limited, or nothing any more. */
    public static Optional<PreviewAs> parentAt(int age, AccessLevel given, Set<AccessScope> scopes, AgeRule rule) {
        Integer ends = rule.endsAt();
        if (ends != null && age >= ends) {
            return Optional.empty();
        }
        Integer limitedFrom = rule.limitedFrom();
        boolean limited = limitedFrom != null && age >= limitedFrom;
        return Optional.of(new PreviewAs(Relationship.PARENT, limited ? AccessLevel.LIMITED : given, scopes, age));
    }

    /** As in 'preview as a carer, full access to invoices and payments'. Staff read it. */
    public String words() {
        return who() + ", " + (level == AccessLevel.FULL ? "full" : "limited") + " access" + parts();
    }

    /** The person alone, as in 'a carer'. */
    public String who() {
        return switch (relationship) {
            case SELF -> age == null ? "the patient" : "a patient of " + age;
            case PARENT -> age == null ? "a parent" : "the parent of a patient of " + age;
            case CARER -> "a carer";
            case NOMINATED -> "somebody the patient named";
        };
    }

    private String parts() {
        return scopes.size() == AccessScope.values().length
                ? ""
                : scopes.stream().sorted().map(PreviewAs::part).collect(Collectors.joining(", ", " to ", ""));
    }

    private static String part(AccessScope scope) {
        return switch (scope) {
            case BOOKINGS -> "bookings and forms";
            case MONEY -> "invoices and payments";
            case CLINICAL -> "clinical records";
        };
    }
}
