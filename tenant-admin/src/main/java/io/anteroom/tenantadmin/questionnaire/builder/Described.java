package io.anteroom.tenantadmin.questionnaire.builder;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.Value;
import java.util.ArrayList;
import java.util.List;

/** What is asked of an item's answers, and when it is asked, in words. */
public final class Described {

    private Described() {}

    static List<String> of(Item item) {
        var notes = new ArrayList<String>();
        switch (item) {
            case Item.Group group -> occurs(group.occurs(), notes);
            case Item.Display _ -> {}
            case Item.Question question -> {
                occurs(question.occurs(), notes);
                if (question.kind() instanceof AnswerKind.Choice choice) {
                    notes.add(
                            choice.options().size() == 1
                                    ? "1 answer"
                                    : choice.options().size() + " answers");
                    if (choice.open()) {
                        notes.add("own words too");
                    }
                    if (choice.options().stream().anyMatch(option -> option.weight() != null)) {
                        notes.add("counts");
                    }
                }
            }
        }
        if (item.head().enabling() != null) {
            notes.add("asked only if\u2026");
        }
        return notes;
    }

    private static void occurs(Occurs occurs, List<String> notes) {
        if (occurs.required()) {
            notes.add("required");
        }
        if (occurs.repeats()) {
            notes.add("several times");
        }
    }

    /** One condition: {@code Do you smoke? is Yes}. */
    public static String of(Enabling.Condition condition, Questionnaire form) {
        String question = form.item(condition.question()).map(Item::text).orElse(condition.question());
        return "\u201c" + (question.isBlank() ? condition.question() : question) + "\u201d " + operator(condition);
    }

    private static String operator(Enabling.Condition condition) {
        String value = "\u201c" + ValueText.of(condition.value()) + "\u201d";
        return switch (condition.operator()) {
            case EXISTS ->
                condition.value() instanceof Value.Flag(boolean yes) && yes ? "has an answer" : "has no answer";
            case EQUAL -> "is " + value;
            case NOT_EQUAL -> "is not " + value;
            case MORE -> "is more than " + value;
            case LESS -> "is less than " + value;
            case AT_LEAST -> "is " + value + " or more";
            case AT_MOST -> "is " + value + " or less";
        };
    }
}
