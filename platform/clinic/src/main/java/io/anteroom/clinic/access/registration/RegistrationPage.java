package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.access.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * A page of the accounts that nobody has decided on, the longest waiting first.
 *
 * @param more whether others wait behind these
 */
public record RegistrationPage(List<Registration> rows, boolean more) {

    /** How many a page has. */
    public static final int SIZE = 50;

    /** Copies the rows. */
    public RegistrationPage {
        rows = List.copyOf(rows);
    }

    /** Behind which the next page begins. */
    public Optional<AccountId> next() {
        return more ? Optional.of(rows.getLast().account()) : Optional.empty();
    }
}
