package io.anteroom.portal.signin;

import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moments soon to come, in words and in the clinic's time. */
@Component
public class When {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM", Locale.UK);

    private final Clock clock;

    When(Clock clock) {
        this.clock = clock;
    }

    /** The moment itself if it is still to come, else null, as templates like it. */
    public @Nullable Waiting inFuture(Instant moment) {
        var left = Duration.between(clock.instant(), moment);
        return left.isPositive()
                ? new Waiting(moment.toString(), left.plusMillis(999).toSeconds())
                : null;
    }

    /** {@code in 5 minutes, at 10:42}; rounded up, so that it is true when it is read. */
    public String inWords(Instant moment) {
        var now = clock.instant();
        var zone = CurrentTenant.get().zone();
        var there = moment.plusSeconds(59).atZone(zone);
        var format = there.toLocalDate().equals(LocalDate.ofInstant(now, zone)) ? TIME : DAY_AND_TIME;
        return "in " + minutes(Duration.between(now, moment)) + ", at " + format.format(there);
    }

    /** {@code 10:42}, with the day where that isn't today. */
    public String at(Instant moment) {
        var zone = CurrentTenant.get().zone();
        var there = moment.atZone(zone);
        return (there.toLocalDate().equals(LocalDate.ofInstant(clock.instant(), zone)) ? TIME : DAY_AND_TIME)
                .format(there);
    }

    private static String minutes(Duration left) {
        long minutes = Math.max(1, left.plusSeconds(59).toMinutes());
        if (minutes >= 120) {
            return (minutes + 59) / 60 + " hours";
        }
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }
}
