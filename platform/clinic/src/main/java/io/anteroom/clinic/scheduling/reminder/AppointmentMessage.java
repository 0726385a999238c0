package io.anteroom.clinic.scheduling.reminder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a patient was told of an appointment, or will be.
 *
 * @param what in words
 * @param byEmail whether by email, otherwise by text message
 * @param at when it is due, or came into its state
 * @param to the address it went to, or null as long as it has none
 * @param problem why it was not sent, in plain words, or null
 */
public record AppointmentMessage(
        String what,
        boolean byEmail,
        Instant at,
        Progress progress,
        @Nullable String to,
        @Nullable String problem) {

    /** How far it is. */
    public enum Progress {
        /** It is to go out then. */
        PLANNED,
        /** It waits for the worker, or for its carrier. */
        ON_ITS_WAY,
        /** The mail server or the SMS gateway took it; whether it arrived nobody tells. */
        SENT,
        /** It was not sent, and will not be. */
        NOT_SENT
    }
}
