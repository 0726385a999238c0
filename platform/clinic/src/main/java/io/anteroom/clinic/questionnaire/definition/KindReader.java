package io.anteroom.clinic.questionnaire.definition;

import io.anteroom.clinic.file.content.FileType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what an answer is like: the type, its bounds and its options. */
final class KindReader {

    private static final Set<String> TEXT_LOOKS = Set.of("text-box", "text-area");
    private static final Set<String> NUMBER_LOOKS = Set.of("slider", "spinner", "text-box");
    private static final Set<String> CHOICE_LOOKS =
            Set.of("radio-button", "drop-down", "check-box", "autocomplete", "lookup", "slider");
    private static final Set<String> ONE_LOOK = Set.of("date", "dateTime", "time", "quantity", "url", "attachment");
    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024L * 1024);

    private final Contained contained;

    KindReader(Contained contained) {
        this.contained = contained;
    }

    /** Nothing where there is a note that blocks. */
    Optional<AnswerKind> read(String type, Element element, boolean repeats) {
        if (ONE_LOOK.contains(type)) {
            ItemReader.controls(element, Set.of());
        }
        return Optional.ofNullable(
                switch (type) {
                    case "string", "text" -> words(element, type.equals("text"));
                    case "boolean" -> {
                        ItemReader.controls(element, Set.of("check-box", "radio-button"));
                        yield new AnswerKind.YesNo();
                    }
                    case "integer" -> {
                        ItemReader.controls(element, NUMBER_LOOKS);
                        yield new AnswerKind.Whole(
                                bound(element, FhirUrls.MIN_VALUE, Value.Whole.class, Value.Whole::number),
                                bound(element, FhirUrls.MAX_VALUE, Value.Whole.class, Value.Whole::number));
                    }
                    case "decimal" -> {
                        ItemReader.controls(element, NUMBER_LOOKS);
                        yield new AnswerKind.Decimal(
                                number(element, FhirUrls.MIN_VALUE),
                                number(element, FhirUrls.MAX_VALUE),
                                decimals(element));
                    }
                    case "date" ->
                        new AnswerKind.Day(day(element, FhirUrls.MIN_VALUE), day(element, FhirUrls.MAX_VALUE));
                    case "dateTime" ->
                        new AnswerKind.Moment(moment(element, FhirUrls.MIN_VALUE), moment(element, FhirUrls.MAX_VALUE));
                    case "time" ->
                        new AnswerKind.Clock(clock(element, FhirUrls.MIN_VALUE), clock(element, FhirUrls.MAX_VALUE));
                    case "choice", "open-choice" -> choice(element, type.equals("open-choice"), repeats);
                    case "quantity" -> {
                        List<AnswerKind.Unit> units = units(element);
                        yield new AnswerKind.Amount(
                                units,
                                amount(element, units, FhirUrls.MIN_QUANTITY, FhirUrls.MIN_VALUE),
                                amount(element, units, FhirUrls.MAX_QUANTITY, FhirUrls.MAX_VALUE),
                                decimals(element));
                    }
                    case "url" -> new AnswerKind.Link();
                    case "attachment" -> attachment(element);
                    default -> {
                        element.place().blocks("Questions of the type '" + type + "' can't be asked");
                        yield null;
                    }
                });
    }

    private static AnswerKind words(Element element, boolean lines) {
        Optional<String> control = ItemReader.controls(element, TEXT_LOOKS);
        if (element.json().path("extension").values().stream()
                .anyMatch(extension -> extension.path("url").asString("").equals(FhirUrls.SIGNATURE_REQUIRED))) {
            element.extension(FhirUrls.SIGNATURE_REQUIRED);
            return new AnswerKind.Signature();
        }
        String regex = text(element, FhirUrls.REGEX);
        if (regex != null && !QuestionnaireJson.usable(regex)) {
            element.place().exceeds("The pattern of its answers can't be used");
        }
        return new AnswerKind.Words(
                lines || control.filter("text-area"::equals).isPresent(),
                element.extension(FhirUrls.MIN_LENGTH)
                        .map(extension -> extension.path("valueInteger").asInt(0))
                        .orElse(null),
                element.number("maxLength").orElse(null),
                regex,
                text(element, FhirUrls.ENTRY_FORMAT));
    }

    private AnswerKind.@Nullable Choice choice(Element element, boolean open, boolean repeats) {
        Optional<String> control = ItemReader.controls(element, CHOICE_LOOKS);
        List<Option> options = new ArrayList<>();
        element.list("answerOption").forEach(option -> option(option).ifPresent(options::add));
        Optional<String> list = element.text("answerValueSet");
        list.ifPresent(reference -> contained(reference, element.place(), options));
        if (options.isEmpty()) {
            if (list.isEmpty()) {
                element.place().blocks("There is nothing to choose from");
            }
            return null;
        }
        if (options.size() > AnswerKind.Choice.MOST_OPTIONS) {
            element.place()
                    .exceeds("There are more than " + AnswerKind.Choice.MOST_OPTIONS + " options to choose from");
        }
        boolean opens = control.filter(Set.of("drop-down", "autocomplete", "lookup")::contains)
                .isPresent();
        return new AnswerKind.Choice(
                options, open, opens && !repeats ? AnswerKind.Choice.Shown.LIST : AnswerKind.Choice.Shown.RADIO);
    }

    private void contained(String reference, Place place, List<Option> into) {
        contained
                .options(reference)
                .ifPresentOrElse(
                        found -> {
                            into.addAll(found.options());
                            if (!found.whole()) {
                                place.exceeds("The list of options in the form doesn't say all of them: " + reference);
                            }
                        },
                        () -> place.blocks("The options come from a list outside of the form: " + reference));
    }

    private static Optional<Option> option(Element element) {
        Optional<Value> value = element.value("value");
        element.extensions(FhirUrls.WEIGHT);
        element.extensions(FhirUrls.ITEM_WEIGHT);
        boolean exclusive = element.extension(FhirUrls.EXCLUSIVE)
                .map(extension -> extension.path("valueBoolean").asBoolean(false))
                .orElse(false);
        boolean initial = element.yes("initialSelected");
        Optional<BigDecimal> weight = ItemReader.weight(element.json())
                .or(() -> ItemReader.weight(element.json().path("valueCoding")));
        boolean counts = Stream.of(element.json(), element.json().path("valueCoding"))
                .flatMap(json -> json.path("extension").values().stream())
                .map(extension -> extension.path("url").asString(""))
                .anyMatch(Set.of(FhirUrls.WEIGHT, FhirUrls.ITEM_WEIGHT)::contains);
        if (counts && weight.isEmpty()) {
            element.place().blocks("What it counts is no number");
        }
        element.rest();
        return value.map(chosen -> new Option(chosen, weight.orElse(null), exclusive, initial));
    }

    private static List<AnswerKind.Unit> units(Element element) {
        var units = new ArrayList<AnswerKind.Unit>();
        for (String url : List.of(FhirUrls.UNIT_OPTION, FhirUrls.UNIT)) {
            element.extensions(url)
                    .map(extension -> extension.path("valueCoding"))
                    .forEach(coding -> {
                        String code = coding.path("code").asString("");
                        String display = coding.path("display").asString(code);
                        if (!display.isEmpty()) {
                            units.add(new AnswerKind.Unit(
                                    ValueJson.optional(coding, "system"), code.isEmpty() ? null : code, display));
                        }
                    });
        }
        return units.stream().distinct().toList();
    }

    private static AnswerKind attachment(Element element) {
        Long most = element.extension(FhirUrls.MAX_SIZE)
                .map(extension -> extension.path("valueDecimal"))
                .filter(JsonNode::isNumber)
                .map(size -> size.decimalValue().multiply(MEGABYTE).longValue())
                .orElse(null);
        Set<String> types = element.extensions(FhirUrls.MIME_TYPE)
                .map(extension -> extension.path("valueCode").asString(""))
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        var kind = new AnswerKind.Attachment(most, types);
        if (FileType.sent().noneMatch(type -> kind.takes(type.mediaType()))) {
            element.place().blocks("Files of these types aren't taken: " + String.join(", ", types));
        }
        return kind;
    }

    private static @Nullable Integer decimals(Element element) {
        return element.extension(FhirUrls.DECIMAL_PLACES)
                .map(extension -> extension.path("valueInteger").asInt(0))
                .orElse(null);
    }

    private static @Nullable BigDecimal amount(
            Element element, List<AnswerKind.Unit> units, String quantity, String value) {
        Value.Amount amount = bound(element, quantity, Value.Amount.class, said -> said);
        if (amount == null) {
            return number(element, value);
        }
        if (!units.stream().allMatch(unit -> of(amount, unit))) {
            element.place().exceeds("A bound of its answers is in one unit, and answers can be in another");
            return null; // nobody is refused by a bound in pounds that was meant in kilograms
        }
        return amount.number();
    }

    /** Whether a bound that names a unit names this one. */
    private static boolean of(Value.Amount bound, AnswerKind.Unit unit) {
        if (bound.code() != null && unit.code() != null) {
            return bound.code().equals(unit.code());
        }
        return Stream.of(bound.code(), bound.unit())
                .filter(Objects::nonNull)
                .allMatch(named -> named.equals(unit.display()) || named.equals(unit.code()));
    }

    private static @Nullable BigDecimal number(Element element, String url) {
        return bound(element, url, Value.class, value -> switch (value) {
            case Value.Decimal decimal -> decimal.number();
            case Value.Whole whole -> BigDecimal.valueOf(whole.number());
            case Value.Amount amount -> amount.number();
            default -> null;
        });
    }

    private static @Nullable LocalDate day(Element element, String url) {
        return bound(element, url, Value.Day.class, Value.Day::day);
    }

    private static @Nullable OffsetDateTime moment(Element element, String url) {
        return bound(element, url, Value.Moment.class, Value.Moment::at);
    }

    private static @Nullable LocalTime clock(Element element, String url) {
        return bound(element, url, Value.Clock.class, Value.Clock::time);
    }

    private interface Taking<V, T> {
        @Nullable
        T of(V value);
    }

    private static <V extends Value, T> @Nullable T bound(
            Element element, String url, Class<V> type, Taking<V, T> taking) {
        JsonNode extension = element.extension(url).orElse(null);
        if (extension == null) {
            return null;
        }
        Value value = new Element(extension, element.place()).value("value").orElse(null);
        T bound = type.isInstance(value) ? taking.of(type.cast(value)) : null;
        if (bound == null) {
            element.place().blocks("A bound of its answers can't be read");
        }
        return bound;
    }

    private static @Nullable String text(Element element, String url) {
        return element.extension(url)
                .map(extension -> ValueJson.optional(extension, "valueString"))
                .orElse(null);
    }
}
