package io.anteroom.tenantadmin.questionnaire.builder;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the answer to a question must be like for another item to be asked.
 *
 * @param operator its name, as sent
 * @param value as typed; for a choice the number of the option, from 0
 * @param unit of a number with a unit
 */
public record ConditionForm(String operator, String value, String unit, FormErrors errors) {

    private static final String ANSWERED = "answered";
    private static final String UNANSWERED = "unanswered";

    static ConditionForm blank() {
        return new ConditionForm("", "", "", FormErrors.none());
    }

    ConditionForm faulty(String field, String message) {
        return new ConditionForm(operator, value, unit, errors.with(field, message));
    }

    /** The comparisons that make sense for answers of that kind. */
    public static List<Option> operators(Item.Question question) {
        var options = new ArrayList<Option>();
        if (!(question.kind() instanceof AnswerKind.Attachment) && !(question.kind() instanceof AnswerKind.Signature)) {
            options.add(new Option("EQUAL", "is"));
            options.add(new Option("NOT_EQUAL", "is not"));
        }
        if (ItemKind.of(question).bounded()) {
            options.add(new Option("MORE", "is more than"));
            options.add(new Option("AT_LEAST", "is as much or more than"));
            options.add(new Option("LESS", "is less than"));
            options.add(new Option("AT_MOST", "is as much or less than"));
        }
        options.add(new Option(ANSWERED, "has an answer, whichever"));
        options.add(new Option(UNANSWERED, "has no answer"));
        return options;
    }

    /** The answers to choose from, where the question has some; else what is typed is compared. */
    public static List<Option> choices(Item.Question question) {
        var options = new ArrayList<Option>();
        if (question.kind() instanceof AnswerKind.YesNo) {
            options.add(new Option("yes", "Yes"));
            options.add(new Option("no", "No"));
        }
        if (question.kind() instanceof AnswerKind.Choice choice) {
            for (int i = 0; i < choice.options().size(); i++) {
                options.add(new Option(
                        Integer.toString(i),
                        ValueText.of(choice.options().get(i).value())));
            }
        }
        return options;
    }

    /** The units to choose from, where there are some. */
    public static List<Option> units(Item.Question question) {
        return question.kind() instanceof AnswerKind.Amount amount
                ? amount.units().stream()
                        .map(unit -> new Option(unit.display(), unit.display()))
                        .toList()
                : List.of();
    }

    /** The condition, or nothing where it can't be told. */
    Optional<Enabling.Condition> read(Item.Question question) {
        if (operators(question).stream().noneMatch(option -> option.value().equals(operator))) {
            return Optional.empty();
        }
        if (operator.equals(ANSWERED) || operator.equals(UNANSWERED)) {
            return Optional.of(new Enabling.Condition(
                    question.linkId(), Enabling.Operator.EXISTS, new Value.Flag(operator.equals(ANSWERED))));
        }
        return compared(question)
                .map(answer -> new Enabling.Condition(question.linkId(), Enabling.Operator.valueOf(operator), answer));
    }

    private Optional<Value> compared(Item.Question question) {
        return switch (question.kind()) {
            case AnswerKind.Choice choice ->
                value.matches("[0-9]{1,4}")
                                && Integer.parseInt(value) < choice.options().size()
                        ? Optional.of(
                                choice.options().get(Integer.parseInt(value)).value())
                        : Optional.empty();
            case AnswerKind.Amount amount -> amount(amount);
            default -> ValueText.read(ItemKind.of(question), value);
        };
    }

    private Optional<Value> amount(AnswerKind.Amount amount) {
        AnswerKind.Unit chosen = amount.units().stream()
                .filter(one -> one.display().equals(unit))
                .findFirst()
                .orElse(null);
        return ValueText.number(value)
                .map(number -> chosen == null
                        ? new Value.Amount(number, null, null, null)
                        : new Value.Amount(number, chosen.display(), chosen.system(), chosen.code()));
    }
}
