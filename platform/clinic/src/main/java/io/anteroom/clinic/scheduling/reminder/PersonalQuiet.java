package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.profile.preference.OwnQuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a patient is reminded of nothing: in the clinic's quiet hours, and besides in the patient's own.
 *
 * @param clinic the clinic's
 * @param own the patient's
 */
record PersonalQuiet(QuietHours clinic, QuietHours own) {

    /** One may begin where the other ends, and the other again; a third turn means that nothing is left between them. */
    private static final int TURNS = 4;

    static PersonalQuiet of(QuietHours clinic, @Nullable OwnQuietHours own) {
        return new PersonalQuiet(clinic, own == null ? QuietHours.NONE : new QuietHours(own.from(), own.until()));
    }

    /**
     * The first moment from {@code moment} on that is within neither. Where both together leave nothing of a day, the clinic's
     * alone hold: whoever wants no reminders at all says so otherwise.
     */
    Instant next(Instant moment, ZoneId zone) {
        Instant at = moment;
        for (int turn = 0; turn < TURNS; turn++) {
            Instant free = own.next(clinic.next(at, zone), zone);
            if (free.equals(at)) {
                return at;
            }
            at = free;
        }
        return clinic.next(moment, zone);
    }

    /** When to remind of what starts at {@code start}, as {@link QuietHours#due} says it, of both. */
    Optional<Instant> due(Instant start, Duration before, ZoneId zone, Instant now) {
        return clinic.due(start, before, zone, now)
                .map(due -> own.due(start, Duration.between(due, start), zone, now)
                        .filter(at -> next(at, zone).equals(at))
                        .orElse(due));
    }
}
