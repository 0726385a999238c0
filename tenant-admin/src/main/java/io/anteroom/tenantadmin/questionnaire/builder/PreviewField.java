package io.anteroom.tenantadmin.questionnaire.builder;

import gg.jte.Content;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.webkit.form.Field;
import io.anteroom.webkit.form.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a preview: a field, or boxes to tick where several of its answers can be chosen.
 *
 * @param content the field
 * @param boxes what can be ticked, empty where it is a field
 */
public record PreviewField(
        Content content, String label, @Nullable String hint, boolean required, List<String> boxes) {

    /** Copies the list. */
    public PreviewField {
        boxes = List.copyOf(boxes);
    }

    /** The field of that question. */
    public static PreviewField of(Item.Question question) {
        String prefix = question.head().prefix();
        String label = prefix == null ? question.text() : prefix + " " + question.text();
        boolean several = question.kind() instanceof AnswerKind.Choice
                && question.occurs().repeats();
        Field field = field(question, "p-" + question.linkId(), label);
        if (question.head().help() != null) {
            field.hint(question.head().help());
        }
        if (!question.occurs().required()) {
            field.optional();
        }
        if (!question.initial().isEmpty()) {
            field.value(ValueText.of(question.initial().getFirst()));
        }
        return new PreviewField(
                field,
                label,
                question.head().help(),
                question.occurs().required(),
                several ? texts((AnswerKind.Choice) question.kind()) : List.of());
    }

    private static Field field(Item.Question question, String name, String label) {
        return switch (question.kind()) {
            case AnswerKind.Words words -> words.lines() ? Field.textarea(name, label) : Field.text(name, label);
            case AnswerKind.YesNo _ ->
                Field.radios(name, label, List.of(new Option("yes", "Yes"), new Option("no", "No")));
            case AnswerKind.Whole _ -> Field.number(name, label).chars(10);
            case AnswerKind.Decimal _ -> Field.text(name, label).chars(10);
            case AnswerKind.Day _ -> Field.date(name, label);
            case AnswerKind.Moment _ -> Field.text(name, label).chars(20);
            case AnswerKind.Clock _ -> Field.text(name, label).chars(10);
            case AnswerKind.Choice choice -> choice(choice, name, label);
            case AnswerKind.Amount amount -> {
                Field field = Field.text(name, label).chars(10);
                yield amount.units().isEmpty()
                        ? field
                        : field.suffix(amount.units().getFirst().display());
            }
            case AnswerKind.Link _ -> Field.text(name, label);
            case AnswerKind.Attachment _ -> Field.file(name, label, "*/*");
            case AnswerKind.Signature _ -> Field.text(name, label).hint("Type your name to sign, or draw it.");
        };
    }

    private static Field choice(AnswerKind.Choice choice, String name, String label) {
        var options = new ArrayList<Option>();
        texts(choice).forEach(text -> options.add(new Option(text, text)));
        return choice.shown() == AnswerKind.Choice.Shown.LIST
                ? Field.select(name, label, options)
                : Field.radios(name, label, options);
    }

    private static List<String> texts(AnswerKind.Choice choice) {
        var texts = new ArrayList<String>();
        choice.options().forEach(option -> texts.add(ValueText.of(option.value())));
        if (choice.open()) {
            texts.add("Something else");
        }
        return texts;
    }
}
