package io.anteroom.controlplane.signup;

import io.anteroom.controlplane.organisation.NewOrganisation;
import io.anteroom.controlplane.organisation.SignUpId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One filled-in form.
 *
 * @param confirmableUntil how long the latest link confirms it
 * @param confirmedAt when its email address was confirmed
 */
public record SignUp(
        SignUpId id,
        NewOrganisation organisation,
        Instant confirmableUntil,
        @Nullable Instant confirmedAt) {

    /** Whether its email address was confirmed. */
    public boolean confirmed() {
        return confirmedAt != null;
    }

    /** Whether {@code other} has the same owner's email address. */
    boolean hasOwnersAddress(NewOrganisation other) {
        return organisation.owner().email().equals(other.owner().email());
    }

    boolean confirmableAt(Instant now) {
        return !confirmed() && now.isBefore(confirmableUntil);
    }
}
