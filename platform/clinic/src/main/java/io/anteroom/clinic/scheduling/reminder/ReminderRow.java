package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.messaging.MessageId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as stored.
 *
 * @param due when it goes out, or was to
 * @param because why it never goes out, or null
 * @param message what went into the outbox, or null
 */
record ReminderRow(
        ReminderKey key,
        Instant due,
        @Nullable Because because,
        @Nullable MessageId message) {

    /** Why a reminder was left out. Names are stored. */
    enum Because {
        /** Appointments were switched off in the portal. */
        SECTION_OFF,
        /** Nothing was left of the time before the appointment in which people are reminded. */
        TOO_LATE,
        /** No address of the patient is known for it. */
        NO_ADDRESS,
        /** Another was due too by then, nearer to the appointment. */
        LATER_ONE,
        /** The patient wants no such reminder. */
        NOT_WANTED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Because of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
