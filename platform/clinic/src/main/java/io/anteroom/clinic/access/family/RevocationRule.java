package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.AuthenticationSettings;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.Relationship;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Whose access a patient may end: with full access to the own record, where the clinic allows it, anybody's but that of a
 * parent of a child. A patient is a child here until parents' access turns limited by the clinic's rule of ages, else
 * until it ends by it, else until eighteen.
 *
 * @param allowed whether the clinic lets patients end access at all
 * @param parentsFrom the patient's age in years from which on a parent's may be ended
 */
record RevocationRule(boolean allowed, int parentsFrom) {

    private static final int OF_AGE = 18;

    static RevocationRule of(AuthenticationSettings settings) {
        var ages = settings.parents();
        return new RevocationRule(
                settings.patientsMayRevoke(),
                Objects.requireNonNullElse(ages.limitedFrom(), Objects.requireNonNullElse(ages.endsAt(), OF_AGE)));
    }

    /**
     * Whether a patient of that birth date may today end the access of somebody else.
     *
     * @param own how much of the own record the patient's account opens
     * @param whose what that somebody is to the patient
     */
    boolean lets(AccessLevel own, Relationship whose, LocalDate birthDate, LocalDate today) {
        return allowed
                && own == AccessLevel.FULL
                && (whose != Relationship.PARENT || !today.isBefore(birthDate.plusYears(parentsFrom)));
    }
}
