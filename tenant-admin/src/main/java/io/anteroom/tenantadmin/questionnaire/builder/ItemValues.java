package io.anteroom.tenantadmin.questionnaire.builder;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Option;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.library.Fingerprint;
import io.anteroom.webkit.form.FormErrors;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills an {@link ItemForm} with what is stored. */
final class ItemValues {

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024L * 1024);

    private ItemValues() {}

    /** A new item of that kind. */
    static ItemForm blank(ItemKind kind) {
        var values = new ItemForm.Values();
        if (kind == ItemKind.CHOICE) {
            values.put("shown", "radio");
        }
        return new ItemForm(kind, values.map(), FormErrors.none(), null);
    }

    /**
     * A stored item.
     *
     * @param kind what it is, or is to become
     */
    static ItemForm of(Item item, ItemKind kind) {
        var values = new ItemForm.Values();
        Item.Head head = item.head();
        values.put("seen", Fingerprint.of(item))
                .put("text", head.text())
                .put("prefix", head.prefix())
                .put("help", head.help());
        switch (item) {
            case Item.Group group -> occurs(values, group.occurs());
            case Item.Display _ -> {}
            case Item.Question question -> {
                occurs(values, question.occurs());
                answers(values, question);
            }
        }
        return new ItemForm(kind, values.map(), FormErrors.none(), null);
    }

    private static void occurs(ItemForm.Values values, Occurs occurs) {
        values.put("required", occurs.required());
        values.put("repeats", occurs.repeats());
        if (occurs.repeats()) {
            values.put("least", occurs.least() > 1 ? occurs.least() : null);
            values.put("most", occurs.most() == Occurs.UNBOUNDED ? null : occurs.most());
        }
    }

    private static void answers(ItemForm.Values values, Item.Question question) {
        switch (question.kind()) {
            case AnswerKind.Words words ->
                values.put("minLength", words.minLength())
                        .put("maxLength", words.maxLength())
                        .put("regex", words.regex())
                        .put("example", words.example());
            case AnswerKind.Whole whole -> values.put("min", whole.min()).put("max", whole.max());
            case AnswerKind.Decimal decimal ->
                values.put("min", plain(decimal.min()))
                        .put("max", plain(decimal.max()))
                        .put("decimals", decimal.decimals());
            case AnswerKind.Amount amount ->
                values.put("min", plain(amount.min()))
                        .put("max", plain(amount.max()))
                        .put("decimals", amount.decimals())
                        .put(
                                "units",
                                amount.units().stream()
                                        .map(AnswerKind.Unit::display)
                                        .collect(Collectors.joining("\n")));
            case AnswerKind.Day day -> values.put("min", day.min()).put("max", day.max());
            case AnswerKind.Moment moment ->
                values.put("min", moment.min() == null ? null : ValueText.of(new Value.Moment(moment.min())))
                        .put("max", moment.max() == null ? null : ValueText.of(new Value.Moment(moment.max())));
            case AnswerKind.Clock clock ->
                values.put("min", clock.min() == null ? null : ValueText.of(new Value.Clock(clock.min())))
                        .put("max", clock.max() == null ? null : ValueText.of(new Value.Clock(clock.max())));
            case AnswerKind.Choice choice -> choice(values, choice);
            case AnswerKind.Attachment file ->
                values.put(
                                "megabytes",
                                file.mostBytes() == null
                                        ? null
                                        : BigDecimal.valueOf(file.mostBytes())
                                                .divide(MEGABYTE)
                                                .stripTrailingZeros()
                                                .toPlainString())
                        .put("types", file.types().stream().sorted().collect(Collectors.joining("\n")));
            case AnswerKind.YesNo _, AnswerKind.Link _, AnswerKind.Signature _ -> {}
        }
        if (!(question.kind() instanceof AnswerKind.Choice)) {
            values.put("initial", question.initial().stream().map(ValueText::of).collect(Collectors.joining("\n")));
        }
    }

    private static void choice(ItemForm.Values values, AnswerKind.Choice choice) {
        values.put("open", choice.open())
                .put("shown", choice.shown() == AnswerKind.Choice.Shown.LIST ? "list" : "radio");
        List<Option> options = choice.options();
        for (int row = 0; row < options.size(); row++) {
            Option option = options.get(row);
            values.put("option" + row, ValueText.of(option.value()))
                    .put("weight" + row, plain(option.weight()))
                    .put("exclusive" + row, option.exclusive())
                    .put("chosen" + row, option.initial())
                    .put("place" + row, row + 1);
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
