package io.anteroom.portal.signin;

import static io.anteroom.language.Say.say;

import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moments soon to come, in words and in the clinic's time. */
@Component
public class When {

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
        var left = Duration.between(now, moment);
        long minutes = Math.max(1, left.plusSeconds(59).toMinutes());
        if (minutes >= 120) {
            return say(
                    "in {hours, plural, one {# hour} other {# hours}}, at {time}",
                    "hours",
                    (minutes + 59) / 60,
                    "time",
                    clock(there, now));
        }
        return say(
                "in {minutes, plural, one {a minute} other {# minutes}}, at {time}",
                "minutes",
                minutes,
                "time",
                clock(there, now));
    }

    /** {@code 10:42}, with the day where that isn't today. */
    public String at(Instant moment) {
        var zone = CurrentTenant.get().zone();
        var there = moment.atZone(zone);
        return clock(there, clock.instant());
    }

    private static String clock(ZonedDateTime there, Instant now) {
        boolean today = there.toLocalDate().equals(LocalDate.ofInstant(now, there.getZone()));
        String time = Words.current().time(there.toLocalTime());
        return today
                ? time
                : say("{time} on {day}", "time", time, "day", Words.current().dayOfMonth(there.toLocalDate()));
    }
}
