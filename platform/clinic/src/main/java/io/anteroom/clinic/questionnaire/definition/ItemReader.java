package io.anteroom.clinic.questionnaire.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code Questionnaire.item}, whatever its depth. */
final class ItemReader {

    /** What is true of an item for other software alone. */
    private static final Set<String> ABOUT_IT = Set.of("id", "code", "definition", "type", "linkId");

    /** How groups and texts are laid out elsewhere; here all of them stand one below the other. */
    private static final Set<String> LOOKS = Set.of(
            "list",
            "table",
            "htable",
            "gtable",
            "atable",
            "grid",
            "header",
            "footer",
            "page",
            "tab-container",
            "inline",
            "prompt",
            "unit",
            "lower",
            "upper",
            "flyover",
            "help",
            "legal",
            "security");

    /** What some software calls a layout, and is a program. */
    private static final Set<String> MORE_THAN_LOOKS =
            Set.of("data-receiver", "summary", "summary-container", "sidebar", "location-widget");

    private final KindReader kinds;

    ItemReader(Contained contained) {
        this.kinds = new KindReader(contained);
    }

    /** The items of an element, without what could not be read, of which there are notes. */
    List<Item> items(Element parent, int depth) {
        var items = new ArrayList<Item>();
        for (Element element : parent.list("item")) {
            String linkId = element.json().path("linkId").asString("");
            var here = new Element(element.json(), element.place().of(linkId));
            if (linkId.isBlank() || linkId.length() > 200) {
                here.place().blocks("It needs a link id of 1 to 200 characters");
            } else if (depth > Questionnaire.DEEPEST) {
                here.place().blocks("Items are nested at most " + Questionnaire.DEEPEST + " deep");
            } else {
                item(here, linkId, depth).ifPresent(items::add);
            }
        }
        return items;
    }

    private Optional<Item> item(Element element, String linkId, int depth) {
        element.leave(ABOUT_IT);
        String type = element.json().path("type").asString("");
        List<Item> nested = new ArrayList<>(items(element, depth + 1));
        boolean group = type.equals("group");
        boolean display = type.equals("display");
        String help = group || display ? null : withUnit(foldTexts(nested), type, element);
        String text = element.text("text").orElse("");
        if (text.isEmpty() && !group) {
            element.place().blocks("It has no text");
        }
        var head = new Item.Head(linkId, element.text("prefix").orElse(null), text, help, enabling(element));
        hiddenOrNot(element);
        Item item = group
                ? group(element, head, nested)
                : display ? display(element, head, nested) : question(element, type, head, nested);
        element.rest();
        return Optional.ofNullable(item);
    }

    /** Takes the texts nested in a question out of what is nested: they explain it, and wait for no answer. */
    private static @Nullable String foldTexts(List<Item> nested) {
        var texts = new ArrayList<String>();
        nested.removeIf(item -> {
            boolean explains = item instanceof Item.Display && item.head().enabling() == null;
            if (explains) {
                texts.add(item.text());
            }
            return explains;
        });
        return texts.isEmpty() ? null : String.join("\n", texts);
    }

    /** The unit of a number, which has no place of its own, stands in what explains it. */
    private static @Nullable String withUnit(@Nullable String help, String type, Element element) {
        if (!type.equals("decimal") && !type.equals("integer")) {
            return help;
        }
        JsonNode coding = element.extension(FhirUrls.UNIT)
                .map(extension -> extension.path("valueCoding"))
                .orElse(null);
        if (coding == null) {
            return help;
        }
        String unit = coding.path("display").asString(coding.path("code").asString(""));
        return help == null || unit.isEmpty() ? (unit.isEmpty() ? help : unit) : unit + "\n" + help;
    }

    private static @Nullable Item group(Element element, Item.Head head, List<Item> nested) {
        controls(element, LOOKS);
        element.leave(Set.of("readOnly"));
        if (nested.isEmpty()) {
            // What could not be read of it has said so itself.
            element.place().misses("This group holds nothing that can be shown");
            return null;
        }
        return new Item.Group(head, occurs(element), nested);
    }

    private static @Nullable Item display(Element element, Item.Head head, List<Item> nested) {
        controls(element, LOOKS);
        element.leave(Set.of("readOnly", "required", "repeats"));
        if (!nested.isEmpty()) {
            element.place().blocks("A text can't hold other items");
            return null;
        }
        return new Item.Display(head);
    }

    private @Nullable Item question(Element element, String type, Item.Head head, List<Item> nested) {
        if (element.yes("readOnly")) {
            element.place().blocks("It is shown and can't be answered (readOnly)");
        }
        Occurs occurs = type.equals("boolean") ? once(element) : occurs(element);
        if (occurs.repeats() && !nested.isEmpty()) {
            element.place().blocks("It takes several answers and asks something about each of them");
            return null;
        }
        AnswerKind kind = kinds.read(type, element, occurs.repeats()).orElse(null);
        if (kind == null) {
            return null;
        }
        return new Item.Question(head, kind, occurs, initial(element, kind), nested);
    }

    private static List<Value> initial(Element element, AnswerKind kind) {
        var initial = new ArrayList<Value>();
        if (kind instanceof AnswerKind.Choice choice) {
            choice.options().stream().filter(Option::initial).map(Option::value).forEach(initial::add);
        }
        for (Element one : element.list("initial")) {
            one.value("value")
                    .flatMap(value -> kind instanceof AnswerKind.Choice choice
                            ? offered(choice, value, one.place())
                            : Optional.of(value))
                    .ifPresent(initial::add);
            one.rest();
        }
        if (!initial.isEmpty() && (kind instanceof AnswerKind.Attachment || kind instanceof AnswerKind.Signature)) {
            element.place().exceeds("A file or a signature can't stand there from the start");
        }
        return initial.stream().distinct().toList();
    }

    /** The option that is meant: the same code is, whatever it displays. */
    private static Optional<Value> offered(AnswerKind.Choice choice, Value value, Place place) {
        Optional<Value> option = choice.options().stream()
                .map(Option::value)
                .filter(offered -> same(offered, value))
                .findFirst();
        if (option.isPresent() || (choice.open() && value instanceof Value.Text)) {
            return option.or(() -> Optional.of(value));
        }
        place.exceeds("What stands there from the start is none of the options");
        return Optional.empty();
    }

    private static boolean same(Value offered, Value value) {
        if (offered instanceof Value.Coded one && value instanceof Value.Coded other) {
            return one.code().equals(other.code()) && Objects.equals(one.system(), other.system());
        }
        return offered.equals(value);
    }

    /** A question for yes or no has no room for a second answer. */
    private static Occurs once(Element element) {
        Occurs occurs = occurs(element);
        if (occurs.repeats()) {
            element.place().exceeds("A question for yes or no can't have several answers");
        }
        return occurs.required() ? Occurs.REQUIRED : Occurs.OPTIONAL;
    }

    private static Occurs occurs(Element element) {
        boolean required = element.yes("required");
        boolean repeats = element.yes("repeats");
        int least = element.extension(FhirUrls.MIN_OCCURS)
                .map(extension -> extension.path("valueInteger").asInt(0))
                .orElse(0);
        int most = element.extension(FhirUrls.MAX_OCCURS)
                .map(extension -> extension.path("valueInteger").asInt(Occurs.UNBOUNDED))
                .orElse(Occurs.UNBOUNDED);
        try {
            return new Occurs(required ? Math.max(1, least) : least, repeats ? most : 1);
        } catch (IllegalArgumentException e) {
            element.place().blocks("It would have to be answered " + least + " to " + most + " times");
            return Occurs.OPTIONAL;
        }
    }

    private static @Nullable Enabling enabling(Element element) {
        var conditions = new ArrayList<Enabling.Condition>();
        List<Element> said = element.list("enableWhen");
        for (Element one : said) {
            condition(one).ifPresent(conditions::add);
            one.rest();
        }
        boolean any = element.text("enableBehavior").orElse("all").equals("any");
        return conditions.isEmpty() ? null : new Enabling(any, conditions);
    }

    private static Optional<Enabling.Condition> condition(Element element) {
        String question = element.text("question").orElse("");
        String code = element.text("operator").orElse("");
        Optional<Value> value = element.value("answer");
        for (Enabling.Operator operator : Enabling.Operator.values()) {
            boolean flag = value.orElse(null) instanceof Value.Flag;
            if (operator.code().equals(code) && value.isPresent() && (operator != Enabling.Operator.EXISTS || flag)) {
                return Optional.of(new Enabling.Condition(question, operator, value.get()));
            }
        }
        element.place().blocks("This condition can't be told");
        return Optional.empty();
    }

    private static void hiddenOrNot(Element element) {
        boolean hidden = element.extension(FhirUrls.HIDDEN)
                .map(extension -> extension.path("valueBoolean").asBoolean(true))
                .orElse(false);
        if (hidden) {
            element.place().blocks("It is hidden from whoever fills in the form");
        }
    }

    /**
     * The layout an item asks for: the first of its codes. One that isn't among {@code known} is noted; by FHIR it is a matter of
     * looks, unless it is one of those by which programs fill something in.
     */
    static Optional<String> controls(Element element, Set<String> known) {
        Optional<String> control = element.extension(FhirUrls.ITEM_CONTROL)
                .map(extension -> extension
                        .path("valueCodeableConcept")
                        .path("coding")
                        .path(0)
                        .path("code")
                        .asString(""));
        control.filter(code -> !known.contains(code)).ifPresent(code -> {
            if (MORE_THAN_LOOKS.contains(code)) {
                element.place().blocks("It is a '" + code + "', which does more than ask");
            } else {
                element.place().misses("It is laid out as usual, and not as '" + code + "'");
            }
        });
        return control;
    }

    /** What an option counts: its {@code ordinalValue} or {@code itemWeight}. */
    static Optional<BigDecimal> weight(JsonNode option) {
        return option.path("extension").values().stream()
                .filter(extension -> {
                    String url = extension.path("url").asString("");
                    return url.equals(FhirUrls.WEIGHT) || url.equals(FhirUrls.ITEM_WEIGHT);
                })
                .map(extension -> extension.path("valueDecimal"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .findFirst();
    }
}
