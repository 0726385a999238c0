package io.anteroom.controlplane.operator;

import gg.jte.Content;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times as operators read them: absolute, and in UTC, since they and the clinics sit in many zones. A browser adds how long
 * ago that was, which shows when one points at it.
 */
public final class Times {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "'<span class=\"nowrap\">'d MMM yyyy,'</span> <span class=\"nowrap\">'HH:mm:ss 'UTC</span>'",
                    Locale.UK)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK).withZone(ZoneOffset.UTC);

    private Times() {}

    /** {@code 27 Mar 2026, 09:15:02 UTC}, on two lines where a column is narrow; or a dash where there is none. */
    public static Content moment(@Nullable Instant instant) {
        return written(instant, MOMENT);
    }

    /** {@code 27 Mar 2026}, the day in UTC, where a column is narrow; or a dash where there is none. */
    public static Content day(@Nullable Instant instant) {
        return written(instant, DAY);
    }

    private static Content written(@Nullable Instant instant, DateTimeFormatter form) {
        if (instant == null) {
            return output -> output.writeContent("–");
        }
        var exact = instant.truncatedTo(ChronoUnit.SECONDS);
        return output ->
                output.writeContent("<time datetime=\"" + exact + "\" data-ago>" + form.format(exact) + "</time>");
    }
}
