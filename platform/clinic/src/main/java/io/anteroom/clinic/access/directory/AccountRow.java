package io.anteroom.clinic.access.directory;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account as a list shows one.
 *
 * @param holder the name of the person it is of, or null where it is a patient's own
 * @param patients whose records it opens now, its own first
 * @param email what it signs in with, or null
 * @param mobile what it signs in with, in E.164, or null
 * @param lastSignIn when it last signed in, or null if it never did
 * @param lockedUntil when codes are taken again after too many wrong ones, or null if they are taken
 * @param passwordsLockedUntil the same of passwords
 * @param printedLockedUntil the same of printed codes
 */
public record AccountRow(
        AccountId id,
        Instant since,
        @Nullable String holder,
        List<Opened> patients,
        @Nullable Address email,
        @Nullable Address mobile,
        @Nullable Instant lastSignIn,
        @Nullable Instant lockedUntil,
        @Nullable Instant passwordsLockedUntil,
        @Nullable Instant printedLockedUntil) {

    /** A patient whose record an account opens. */
    public record Opened(PatientId id, String name, Relationship relationship) {}

    /**
     * Something to sign in with.
     *
     * @param verified when the first code sent to it was entered, or null while none was
     */
    public record Address(String value, @Nullable Instant verified) {}

    /** Copies the patients. */
    public AccountRow {
        patients = List.copyOf(patients);
    }

    /** The patient whose own account it is. */
    public Optional<Opened> own() {
        return patients.stream()
                .filter(one -> one.relationship() == Relationship.SELF)
                .findFirst();
    }

    /** Who it is: the patient it is of, else its holder, else the first patient it opens. */
    public String name() {
        return own().map(Opened::name)
                .or(() -> Optional.ofNullable(holder))
                .or(() -> patients.stream().findFirst().map(Opened::name))
                .orElseGet(() -> "Account " + id);
    }

    /** Whether there is anything to sign in with. */
    public boolean canSignIn() {
        return email != null || mobile != null;
    }

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "AccountRow[" + id + "]";
    }
}
