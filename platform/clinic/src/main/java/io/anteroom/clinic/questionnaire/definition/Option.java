package io.anteroom.clinic.questionnaire.definition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen.
 *
 * @param value {@link Value.Coded}, {@link Value.Text}, {@link Value.Whole}, {@link Value.Day} or {@link Value.Clock}
 * @param weight what it counts in totals (FHIR's {@code ordinalValue}), or null for nothing
 * @param exclusive whether nothing else may be chosen with it, as of "None of these"
 * @param initial whether it is chosen before anybody has answered
 */
public record Option(Value value, @Nullable BigDecimal weight, boolean exclusive, boolean initial) {

    /** A plain one. */
    public static Option of(Value value) {
        return new Option(value, null, false, false);
    }

    /** One that counts. */
    public static Option of(Value value, long weight) {
        return new Option(value, BigDecimal.valueOf(weight), false, false);
    }
}
