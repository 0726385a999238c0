package io.anteroom.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;

/** Dates and times by ICU, as a language writes them in a country. They are written as they stand, whatever the zone. */
final class Times {

    /** What of a moment is written. */
    enum Style {
        /** 23 November 2026. */
        DAY,
        /** Monday, 23 November 2026. */
        WEEKDAY_AND_DAY,
        /** 23 November. */
        DAY_OF_MONTH,
        /** 23 Nov. */
        SHORT_DAY_OF_MONTH,
        /** Mon, 23 Nov. */
        SHORT_DAY,
        /** Monday. */
        WEEKDAY,
        /** Mon. */
        SHORT_WEEKDAY,
        /** November 2026. */
        MONTH,
        /** 09:30. */
        TIME;

        private DateFormat format(ULocale locale) {
            DateFormat format = switch (this) {
                case DAY -> DateFormat.getDateInstance(DateFormat.LONG, locale);
                case WEEKDAY_AND_DAY -> DateFormat.getDateInstance(DateFormat.FULL, locale);
                case DAY_OF_MONTH -> DateFormat.getInstanceForSkeleton("MMMMd", locale);
                case SHORT_DAY_OF_MONTH -> DateFormat.getInstanceForSkeleton("MMMd", locale);
                case SHORT_DAY -> DateFormat.getInstanceForSkeleton("MMMEd", locale);
                case WEEKDAY -> DateFormat.getInstanceForSkeleton("cccc", locale);
                case SHORT_WEEKDAY -> DateFormat.getInstanceForSkeleton("ccc", locale);
                case MONTH -> DateFormat.getInstanceForSkeleton("yMMMM", locale);
                case TIME -> DateFormat.getTimeInstance(DateFormat.SHORT, locale);
            };
            format.setTimeZone(TimeZone.GMT_ZONE);
            return format;
        }
    }

    private record Key(ULocale locale, Style style) {}

    private static final Cache<Key, DateFormat> FORMATS =
            Caffeine.newBuilder().maximumSize(2_000).build();

    private Times() {}

    static String format(ULocale locale, Style style, LocalDateTime time) {
        DateFormat format =
                FORMATS.get(new Key(locale, style), key -> key.style().format(key.locale()));
        return ((DateFormat) format.clone()).format(Date.from(time.toInstant(ZoneOffset.UTC)));
    }
}
