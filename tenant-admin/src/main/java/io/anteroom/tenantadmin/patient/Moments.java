package io.anteroom.tenantadmin.patient;

import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Days and times as the clinic's staff read them, in its time zone. */
public final class Moments {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);
    private static final int COUNTED_IN_MONTHS = 24;

    private Moments() {}

    /** {@code 27 Mar 1980}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 27 Mar 2026, 09:15}, at the clinic. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(CurrentTenant.get().zone()));
    }

    /** {@code 27 Mar 2026, 09:15}, by the clocks of another place. */
    public static String moment(ZonedDateTime time) {
        return MOMENT.format(time);
    }

    /** {@code 27 Mar 2026}, at the clinic. */
    public static String dayOf(Instant instant) {
        return DAY.format(instant.atZone(CurrentTenant.get().zone()));
    }

    /** Today at the clinic. */
    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
    }

    /** How old somebody is: small children in months. */
    static String age(LocalDate born, LocalDate today) {
        long months = ChronoUnit.MONTHS.between(born, today);
        if (months >= COUNTED_IN_MONTHS) {
            return months / 12 + " years";
        }
        return months == 1 ? "1 month" : months + " months";
    }
}
