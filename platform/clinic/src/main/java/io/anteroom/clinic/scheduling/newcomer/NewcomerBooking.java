package io.anteroom.clinic.scheduling.newcomer;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a browser has chosen, and what was said there.
 *
 * @param appointment the time chosen last
 * @param said what was said, or null as long as nothing was
 * @param account who entered the code, or null before
 * @param outcome what came of it, or null before
 */
public record NewcomerBooking(
        UUID id,
        Appointment appointment,
        @Nullable Said said,
        @Nullable AccountId account,
        @Nullable Outcome outcome) {

    /** What came of it when the code was entered. */
    public enum Outcome {
        /** It is booked for the account that began. */
        BOOKED,
        /** The address has an account, which goes on with the time that is held. */
        HANDED_OVER,
        /** The time ran out, and somebody else has it. */
        GONE,
        /** The address has an account with as many appointments ahead as the clinic allows. */
        TOO_MANY;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "NewcomerBooking[" + id + ", " + outcome + "]";
    }
}
