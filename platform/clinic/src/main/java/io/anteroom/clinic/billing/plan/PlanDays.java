package io.anteroom.clinic.billing.plan;

import io.anteroom.tenancy.CurrentTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** When things happen to instalments, by the clinic's clocks. */
final class PlanDays {

    /** Cards are charged when their owners are awake, and the bank's own day has begun. */
    private static final LocalTime HOUR = LocalTime.of(10, 0);

    /** From then on it is night, and what is late waits for the morning. */
    private static final LocalTime NIGHT = LocalTime.of(20, 0);

    /** So many days after each refusal it is tried again; after the last no more. */
    private static final List<Integer> AGAIN = List.of(1, 3, 7);

    private static final Period NOTICE = Period.ofDays(2);

    /** What neither Stripe nor a bank refused, but could not be charged for so long, is for people to see to. */
    private static final Period TOO_LONG = Period.ofDays(30);

    /** So soon it is asked what became of a try that nobody knows about. */
    static final Duration ASK = Duration.ofMinutes(10);

    /** So soon a try that was called off, and cost nobody anything, is made again. */
    static final Duration SOON = Duration.ofHours(1);

    private PlanDays() {}

    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, CurrentTenant.get().zone());
    }

    /** When an instalment of that day is charged. */
    static Instant charge(LocalDate day) {
        return day.atTime(HOUR).atZone(CurrentTenant.get().zone()).toInstant();
    }

    /** When its payer is told that it is near. */
    static Instant notice(LocalDate day) {
        return charge(day.minus(NOTICE));
    }

    /** When it is tried again after the bank has refused it so often; nothing where it isn't. */
    static Optional<LocalDate> again(int refusals, Instant now) {
        return refusals > AGAIN.size()
                ? Optional.empty()
                : Optional.of(today(now).plusDays(AGAIN.get(refusals - 1)));
    }

    /** When a card may be charged next: now, or at night in the morning. */
    static Instant awake(Instant now) {
        LocalTime time = LocalTime.ofInstant(now, CurrentTenant.get().zone());
        if (time.isBefore(HOUR)) {
            return charge(today(now));
        }
        return time.isBefore(NIGHT) ? now : tomorrow(now);
    }

    static Instant tomorrow(Instant now) {
        return charge(today(now).plusDays(1));
    }

    static boolean isTooLate(LocalDate day, Instant now) {
        return today(now).isAfter(day.plus(TOO_LONG));
    }
}
