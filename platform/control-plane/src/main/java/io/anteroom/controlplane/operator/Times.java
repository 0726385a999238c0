package io.anteroom.controlplane.operator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as operators read them: absolute, and in UTC, since they and the clinics sit in many zones. */
public final class Times {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private Times() {}

    /** {@code 27 Mar 2026, 09:15:02 UTC}, or a dash where there is none. */
    public static String moment(@Nullable Instant instant) {
        return instant == null ? "–" : MOMENT.format(instant);
    }
}
