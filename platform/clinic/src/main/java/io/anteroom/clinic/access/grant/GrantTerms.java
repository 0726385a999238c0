package io.anteroom.clinic.access.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a grant says.
 *
 * @param relationship what the account's holder is to the patient
 * @param level how much of the record it opens
 * @param scopes which parts, at least one
 * @param expiresAt until when, or null for no end
 */
public record GrantTerms(
        Relationship relationship,
        AccessLevel level,
        Set<AccessScope> scopes,
        @Nullable Instant expiresAt) {

    /** All of somebody's own record, without end. */
    public static final GrantTerms OWN = new GrantTerms(Relationship.SELF, AccessLevel.FULL, AccessScope.all(), null);

    /** Copies the scopes. */
    public GrantTerms {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("A grant opens something");
        }
    }

    /** Whether these parts are money alone: to whoever isn't the patient it is then opened for paying, without what it is for. */
    public static boolean isForPayingOnly(Set<AccessScope> scopes) {
        return scopes.equals(Set.of(AccessScope.MONEY));
    }

    /** As in {@code full: bookings, money, until 2027-01-31}, the day in that zone. */
    public String inWords(ZoneId zone) {
        var parts = scopes.stream().sorted().map(AccessScope::stored).collect(Collectors.joining(", "));
        var until = expiresAt == null ? "" : ", until " + LocalDate.ofInstant(expiresAt, zone);
        return level.stored() + ": " + parts + until;
    }

    /** The scopes as columns hold them, in one order. */
    public String[] storedScopes() {
        return scopes.stream().map(AccessScope::stored).sorted().toArray(String[]::new);
    }

    /** The same with another level. */
    GrantTerms at(AccessLevel other) {
        return new GrantTerms(relationship, other, scopes, expiresAt);
    }

    /** Whether this opens anything that {@code before} did not. */
    boolean isWiderThan(GrantTerms before) {
        return level.compareTo(before.level) > 0
                || !before.scopes.containsAll(scopes)
                || (before.expiresAt != null && (expiresAt == null || expiresAt.isAfter(before.expiresAt)));
    }
}
