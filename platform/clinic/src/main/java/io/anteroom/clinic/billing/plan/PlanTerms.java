package io.anteroom.clinic.billing.plan;

import io.anteroom.payments.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** In how many parts, from which day on and how far apart. */
public record PlanTerms(int count, LocalDate first, PlanRhythm rhythm) {

    /** The fewest parts. */
    public static final int FEWEST = 2;

    /** The most parts. */
    public static final int MOST = 24;

    /**
     * The parts of what is due: even ones, what does not divide with the first. Their sum is what is due.
     *
     * @return none where a card could not pay each, or there are too few or too many
     */
    public List<Planned> over(Money due) {
        if (count < FEWEST || count > MOST || !due.isPositive()) {
            return List.of();
        }
        // Currencies of three digits are charged in steps of ten, and some of two in whole ones.
        return LongStream.of(1, 10, 100)
                .mapToObj(step -> split(due, due.minor() / count / step * step))
                .filter(parts -> parts.stream().allMatch(part -> part.amount().fitsACard()))
                .findFirst()
                .orElse(List.of());
    }

    private List<Planned> split(Money due, long share) {
        return IntStream.range(0, count)
                .mapToObj(at -> new Planned(
                        at + 1,
                        rhythm.after(first, at),
                        new Money(at == 0 ? due.minor() - share * (count - 1) : share, due.currency())))
                .toList();
    }
}
