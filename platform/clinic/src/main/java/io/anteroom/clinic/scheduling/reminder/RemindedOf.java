package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.scheduling.appointment.Reference;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a reminder's link shows to whoever has it: not whose appointment it is, nor with whom or what for.
 *
 * @param start by the clocks of the place
 * @param place its name
 * @param address of the place on one line; may be empty
 * @param phone of the place, E.164, or null
 * @param phoneWritten the same as people of the clinic's country write it, or null
 * @param appointment to find it after signing in
 */
public record RemindedOf(
        Standing standing,
        ZonedDateTime start,
        String place,
        String address,
        @Nullable String phone,
        @Nullable String phoneWritten,
        Reference appointment) {

    /** What can be done. */
    public enum Standing {
        /** It can be confirmed. */
        OPEN,
        /** It is confirmed. */
        CONFIRMED,
        /** It has been, has begun, was called off, or has another time by now. */
        OVER
    }
}
