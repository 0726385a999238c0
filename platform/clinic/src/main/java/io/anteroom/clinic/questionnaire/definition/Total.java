package io.anteroom.clinic.questionnaire.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sum of the weights of what was chosen ({@link Option#weight()}). Staff see it; patients don't.
 *
 * @param name what it is called, as in {@code Mood}
 * @param group the link id of the group whose answers count, or null for all
 * @param bands what it means, from the lowest on; may be empty
 */
public record Total(String name, @Nullable String group, List<Band> bands) {

    public Total {
        bands = List.copyOf(bands);
    }

    /** The band in which that sum lies. */
    public Optional<Band> band(BigDecimal sum) {
        return bands.stream().filter(band -> band.holds(sum)).findFirst();
    }

    /**
     * What sums from one bound to another mean.
     *
     * @param from the least, or null for no bound
     * @param to the most, or null for no bound
     * @param name as in {@code moderate}
     * @param flagged whether staff are to notice
     */
    public record Band(@Nullable BigDecimal from, @Nullable BigDecimal to, String name, boolean flagged) {

        boolean holds(BigDecimal sum) {
            return (from == null || sum.compareTo(from) >= 0) && (to == null || sum.compareTo(to) <= 0);
        }
    }
}
