package io.anteroom.clinic.questionnaire.definition;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code Questionnaire.item}, as {@link ItemReader} reads it. */
final class ItemWriter {

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024L * 1024);

    private final ObjectNode item;
    private final ArrayNode extensions = ValueJson.JSON.createArrayNode();

    private ItemWriter(ObjectNode item) {
        this.item = item;
    }

    static void items(ObjectNode parent, List<Item> items) {
        if (!items.isEmpty()) {
            ArrayNode list = parent.withArrayProperty("item");
            items.forEach(item -> new ItemWriter(list.addObject()).write(item));
        }
    }

    private void write(Item one) {
        Item.Head head = one.head();
        item.put("linkId", head.linkId());
        ValueJson.putIfThere(item, "prefix", head.prefix());
        if (!head.text().isEmpty()) {
            item.put("text", head.text());
        }
        switch (one) {
            case Item.Display _ -> item.put("type", "display");
            case Item.Group group -> {
                item.put("type", "group");
                occurs(group.occurs());
            }
            case Item.Question question -> question(question);
        }
        enabling(head.enabling());
        if (!extensions.isEmpty()) {
            item.set("extension", extensions);
        }
        help(head);
        items(item, one.items());
    }

    private void help(Item.Head head) {
        if (head.help() != null) {
            ObjectNode help = item.withArrayProperty("item").addObject();
            help.put("linkId", head.linkId() + "-help").put("text", head.help()).put("type", "display");
            control(help.putArray("extension"), "help");
        }
    }

    private void enabling(@Nullable Enabling enabling) {
        if (enabling != null) {
            ArrayNode conditions = item.putArray("enableWhen");
            for (Enabling.Condition condition : enabling.conditions()) {
                ObjectNode one = conditions.addObject().put("question", condition.question());
                ValueJson.put(one.put("operator", condition.operator().code()), "answer", condition.value());
            }
            if (enabling.conditions().size() > 1) {
                item.put("enableBehavior", enabling.any() ? "any" : "all");
            }
        }
    }

    private void occurs(Occurs occurs) {
        if (occurs.required()) {
            item.put("required", true);
        }
        if (occurs.repeats()) {
            item.put("repeats", true);
        }
        if (occurs.least() > 1) {
            extension(FhirUrls.MIN_OCCURS).put("valueInteger", occurs.least());
        }
        if (occurs.repeats() && occurs.most() != Occurs.UNBOUNDED) {
            extension(FhirUrls.MAX_OCCURS).put("valueInteger", occurs.most());
        }
    }

    private void question(Item.Question question) {
        occurs(question.occurs());
        switch (question.kind()) {
            case AnswerKind.Words words -> words(words);
            case AnswerKind.YesNo _ -> item.put("type", "boolean");
            case AnswerKind.Whole whole -> {
                item.put("type", "integer");
                bound(FhirUrls.MIN_VALUE, whole.min() == null ? null : new Value.Whole(whole.min()));
                bound(FhirUrls.MAX_VALUE, whole.max() == null ? null : new Value.Whole(whole.max()));
            }
            case AnswerKind.Decimal decimal -> {
                item.put("type", "decimal");
                numbers(decimal.min(), decimal.max(), decimal.decimals());
            }
            case AnswerKind.Day day -> {
                item.put("type", "date");
                bound(FhirUrls.MIN_VALUE, day.min() == null ? null : new Value.Day(day.min()));
                bound(FhirUrls.MAX_VALUE, day.max() == null ? null : new Value.Day(day.max()));
            }
            case AnswerKind.Moment moment -> {
                item.put("type", "dateTime");
                bound(FhirUrls.MIN_VALUE, moment.min() == null ? null : new Value.Moment(moment.min()));
                bound(FhirUrls.MAX_VALUE, moment.max() == null ? null : new Value.Moment(moment.max()));
            }
            case AnswerKind.Clock clock -> {
                item.put("type", "time");
                bound(FhirUrls.MIN_VALUE, clock.min() == null ? null : new Value.Clock(clock.min()));
                bound(FhirUrls.MAX_VALUE, clock.max() == null ? null : new Value.Clock(clock.max()));
            }
            case AnswerKind.Choice choice -> choice(choice, question.occurs().repeats());
            case AnswerKind.Amount amount -> {
                item.put("type", "quantity");
                amount.units()
                        .forEach(unit -> ValueJson.coding(
                                extension(FhirUrls.UNIT_OPTION).putObject("valueCoding"),
                                unit.system(),
                                unit.code(),
                                unit.display()));
                numbers(amount.min(), amount.max(), amount.decimals());
            }
            case AnswerKind.Link _ -> item.put("type", "url");
            case AnswerKind.Attachment file -> attachment(file);
            case AnswerKind.Signature _ -> {
                item.put("type", "string");
                extension(FhirUrls.SIGNATURE_REQUIRED)
                        .putObject("valueCodeableConcept")
                        .putArray("coding")
                        .addObject()
                        .put("system", FhirUrls.SIGNATURE_SYSTEM)
                        .put("code", FhirUrls.AUTHORS_SIGNATURE)
                        .put("display", "Author's Signature");
            }
        }
        initial(question);
    }

    private void initial(Item.Question question) {
        List<Value> initial = question.kind() instanceof AnswerKind.Choice choice
                ? question.initial().stream()
                        .filter(value -> choice.options().stream()
                                .noneMatch(option ->
                                        option.initial() && option.value().equals(value)))
                        .toList()
                : question.initial();
        if (!initial.isEmpty()) {
            ArrayNode list = item.putArray("initial");
            initial.forEach(value -> ValueJson.put(list.addObject(), "value", value));
        }
    }

    private void words(AnswerKind.Words words) {
        item.put("type", words.lines() ? "text" : "string");
        if (words.maxLength() != null) {
            item.put("maxLength", words.maxLength());
        }
        if (words.minLength() != null) {
            extension(FhirUrls.MIN_LENGTH).put("valueInteger", words.minLength());
        }
        if (words.regex() != null) {
            extension(FhirUrls.REGEX).put("valueString", words.regex());
        }
        if (words.example() != null) {
            extension(FhirUrls.ENTRY_FORMAT).put("valueString", words.example());
        }
    }

    private void choice(AnswerKind.Choice choice, boolean repeats) {
        item.put("type", choice.open() ? "open-choice" : "choice");
        if (choice.shown() == AnswerKind.Choice.Shown.LIST) {
            control(extensions, "drop-down");
        } else {
            control(extensions, repeats ? "check-box" : "radio-button");
        }
        ArrayNode options = item.putArray("answerOption");
        for (Option option : choice.options()) {
            ObjectNode one = options.addObject();
            ArrayNode of = ValueJson.JSON.createArrayNode();
            if (option.weight() != null) {
                of.addObject().put("url", FhirUrls.WEIGHT).put("valueDecimal", option.weight());
            }
            if (option.exclusive()) {
                of.addObject().put("url", FhirUrls.EXCLUSIVE).put("valueBoolean", true);
            }
            if (!of.isEmpty()) {
                one.set("extension", of);
            }
            ValueJson.put(one, "value", option.value());
            if (option.initial()) {
                one.put("initialSelected", true);
            }
        }
    }

    private void attachment(AnswerKind.Attachment file) {
        item.put("type", "attachment");
        if (file.mostBytes() != null) {
            extension(FhirUrls.MAX_SIZE)
                    .put("valueDecimal", BigDecimal.valueOf(file.mostBytes()).divide(MEGABYTE));
        }
        file.types().stream()
                .sorted()
                .forEach(type -> extension(FhirUrls.MIME_TYPE).put("valueCode", type));
    }

    private void numbers(@Nullable BigDecimal min, @Nullable BigDecimal max, @Nullable Integer decimals) {
        bound(FhirUrls.MIN_VALUE, min == null ? null : new Value.Decimal(min));
        bound(FhirUrls.MAX_VALUE, max == null ? null : new Value.Decimal(max));
        if (decimals != null) {
            extension(FhirUrls.DECIMAL_PLACES).put("valueInteger", decimals);
        }
    }

    private void bound(String url, @Nullable Value bound) {
        if (bound != null) {
            ValueJson.put(extension(url), "value", bound);
        }
    }

    private ObjectNode extension(String url) {
        return extensions.addObject().put("url", url);
    }

    private static void control(ArrayNode extensions, String code) {
        extensions
                .addObject()
                .put("url", FhirUrls.ITEM_CONTROL)
                .putObject("valueCodeableConcept")
                .putArray("coding")
                .addObject()
                .put("system", FhirUrls.ITEM_CONTROL_SYSTEM)
                .put("code", code);
    }
}
