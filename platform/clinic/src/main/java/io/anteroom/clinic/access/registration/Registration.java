package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.MobileNumber;
import io.anteroom.clinic.patient.PatientDetails;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account that somebody opened by themselves.
 *
 * @param contact the address it was opened with; a code sent to it was entered
 * @param origin where the person came from
 * @param decidedBy the name of who joined or refused it, or null while nobody has
 * @param word what staff told the person who was refused, or null
 */
public record Registration(
        AccountId account,
        Applicant applicant,
        SignInAddress contact,
        AccountOrigin origin,
        Instant madeAt,
        State state,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String word) {

    /** Where it stands. */
    public enum State {
        /** Nobody has looked at it. */
        OPEN,
        /** It opens a record. */
        JOINED,
        /** It stays as it is. */
        REFUSED;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    /** What the person said, as the details of a patient. */
    PatientDetails details() {
        return contact.channel() == CredentialChannel.EMAIL
                ? applicant.details().reachedBy(new EmailAddress(contact.value()), null)
                : applicant.details().reachedBy(null, new MobileNumber(contact.value()));
    }

    /** Whether staff have yet to decide. */
    public boolean isOpen() {
        return state == State.OPEN;
    }
}
