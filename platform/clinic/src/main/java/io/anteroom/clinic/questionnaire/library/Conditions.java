package io.anteroom.clinic.questionnaire.library;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Value;
import java.util.Objects;

/** Whether a condition can ever hold, given what the question it is on may be answered with. */
final class Conditions {

    private Conditions() {}

    /** Whether {@code item} has a condition on a question that could be met before that was changed, and cannot after. */
    static boolean broken(Item item, Item before, Item after) {
        Enabling enabling = item.head().enabling();
        return enabling != null
                && enabling.conditions().stream()
                        .filter(condition -> condition.question().equals(before.linkId()))
                        .anyMatch(condition -> possible(condition, before) && !possible(condition, after));
    }

    private static boolean possible(Enabling.Condition condition, Item on) {
        if (!(on instanceof Item.Question question)) {
            return false;
        }
        return condition.operator() == Enabling.Operator.EXISTS || fits(condition.value(), question.kind());
    }

    private static boolean fits(Value value, AnswerKind kind) {
        return switch (kind) {
            case AnswerKind.Words _ -> value instanceof Value.Text;
            case AnswerKind.Link _ -> value instanceof Value.Link || value instanceof Value.Text;
            case AnswerKind.YesNo _ -> value instanceof Value.Flag;
            case AnswerKind.Whole _ -> value instanceof Value.Whole;
            case AnswerKind.Decimal _ -> value instanceof Value.Decimal || value instanceof Value.Whole;
            case AnswerKind.Amount _ -> value instanceof Value.Amount;
            case AnswerKind.Day _ -> value instanceof Value.Day;
            case AnswerKind.Moment _ -> value instanceof Value.Moment;
            case AnswerKind.Clock _ -> value instanceof Value.Clock;
            case AnswerKind.Choice choice -> offered(value, choice);
            case AnswerKind.Attachment _, AnswerKind.Signature _ -> false;
        };
    }

    private static boolean offered(Value value, AnswerKind.Choice choice) {
        return (choice.open() && value instanceof Value.Text)
                || choice.options().stream().anyMatch(option -> same(option.value(), value));
    }

    private static boolean same(Value option, Value value) {
        if (option instanceof Value.Coded one && value instanceof Value.Coded other) {
            return one.code().equals(other.code()) && Objects.equals(one.system(), other.system());
        }
        return option.equals(value);
    }
}
