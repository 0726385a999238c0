package io.anteroom.clinic.questionnaire.logic;

import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Whether answers satisfy a condition, as <a href="https://hl7.org/fhir/R4/valueset-questionnaire-enable-operator.html">FHIR R4</a>
 * says: one answer that does is enough, and for "is not" none may be it.
 */
final class Comparison {

    private Comparison() {}

    static boolean holds(Enabling.Condition condition, List<Value> answers) {
        Value wanted = condition.value();
        return switch (condition.operator()) {
            case EXISTS -> answers.isEmpty() != ((Value.Flag) wanted).yes();
            case EQUAL -> answers.stream().anyMatch(answer -> same(answer, wanted));
            case NOT_EQUAL -> answers.stream().noneMatch(answer -> same(answer, wanted));
            case MORE ->
                answers.stream().anyMatch(answer -> compare(answer, wanted).orElse(0) > 0);
            case LESS ->
                answers.stream().anyMatch(answer -> compare(answer, wanted).orElse(0) < 0);
            case AT_LEAST ->
                answers.stream().anyMatch(answer -> compare(answer, wanted).orElse(-1) >= 0);
            case AT_MOST ->
                answers.stream().anyMatch(answer -> compare(answer, wanted).orElse(1) <= 0);
        };
    }

    /** Whether two values are the same. Codes are, whatever they display; where one names no system, by the code alone. */
    static boolean same(Value answer, Value wanted) {
        if (answer instanceof Value.Coded one && wanted instanceof Value.Coded other) {
            boolean open = one.system() == null || other.system() == null;
            return one.code().equals(other.code()) && (open || Objects.equals(one.system(), other.system()));
        }
        OptionalInt compared = compare(answer, wanted);
        return compared.isPresent() ? compared.getAsInt() == 0 : answer.equals(wanted);
    }

    private static OptionalInt compare(Value answer, Value wanted) {
        if (answer instanceof Value.Day(var day) && wanted instanceof Value.Day(var other)) {
            return OptionalInt.of(day.compareTo(other));
        }
        if (answer instanceof Value.Clock(var time) && wanted instanceof Value.Clock(var other)) {
            return OptionalInt.of(time.compareTo(other));
        }
        if (answer instanceof Value.Moment(var at) && wanted instanceof Value.Moment(var other)) {
            return OptionalInt.of(at.toInstant().compareTo(other.toInstant()));
        }
        if (answer instanceof Value.Text(var text) && wanted instanceof Value.Text(var other)) {
            return OptionalInt.of(text.compareTo(other));
        }
        BigDecimal number = number(answer);
        BigDecimal other = number(wanted);
        return number == null || other == null || !sameUnit(answer, wanted)
                ? OptionalInt.empty()
                : OptionalInt.of(number.compareTo(other));
    }

    private static @Nullable BigDecimal number(Value value) {
        return switch (value) {
            case Value.Whole(int number) -> BigDecimal.valueOf(number);
            case Value.Decimal(BigDecimal number) -> number;
            case Value.Amount amount -> amount.number();
            default -> null;
        };
    }

    /** An amount in another unit can't be compared; one that names none can. */
    private static boolean sameUnit(Value answer, Value wanted) {
        if (answer instanceof Value.Amount one && wanted instanceof Value.Amount other) {
            String unit = one.code() == null ? one.unit() : one.code();
            String wantedUnit = other.code() == null ? other.unit() : other.code();
            return unit == null || wantedUnit == null || Objects.equals(unit, wantedUnit);
        }
        return true;
    }
}
