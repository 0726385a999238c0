package io.anteroom.clinic.questionnaire.definition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values as FHIR writes them, {@code value[x]}. An answer is stored as FHIR's list of answers of an item: {@code
 * [{"valueInteger": 3}]}. A signature is a {@code valueString} with an extension of ours beside it, which an export turns into
 * {@code questionnaireresponse-signature}.
 */
public final class ValueJson {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private ValueJson() {}

    /**
     * The answers of one item as they are stored.
     *
     * @throws IllegalArgumentException if it is anything but what {@link #write(List)} wrote
     */
    public static List<Value> read(String answers) {
        return JSON.readTree(answers).values().stream()
                .map(answer -> new Element(answer, Place.top())
                        .value("value")
                        .orElseThrow(() -> new IllegalArgumentException("No answer can be read")))
                .toList();
    }

    /** The answers of one item as they are to be stored. */
    public static String write(List<Value> answers) {
        ArrayNode list = JSON.createArrayNode();
        answers.forEach(answer -> put(list.addObject(), "value", answer));
        return JSON.writeValueAsString(list);
    }

    /** The value of a {@code value[x]} of that type, as in {@code String} or {@code Coding}; nothing for any other type or form. */
    static Optional<Value> read(String type, JsonNode json, JsonNode extensions) {
        try {
            return Optional.ofNullable(
                    switch (type) {
                        case "String" -> text(json, extensions);
                        case "Boolean" -> json.isBoolean() ? new Value.Flag(json.booleanValue()) : null;
                        case "Integer" ->
                            json.canConvertToInt() && json.isNumber() ? new Value.Whole(json.intValue()) : null;
                        case "Decimal" -> json.isNumber() ? new Value.Decimal(json.decimalValue()) : null;
                        case "Date" -> new Value.Day(LocalDate.parse(json.asString("")));
                        case "DateTime" -> new Value.Moment(OffsetDateTime.parse(json.asString("")));
                        case "Time" -> new Value.Clock(LocalTime.parse(json.asString("")));
                        case "Coding" -> coded(json);
                        case "Quantity" -> amount(json);
                        case "Uri" -> json.isString() ? new Value.Link(json.stringValue()) : null;
                        case "Attachment" -> attached(json);
                        default -> null;
                    });
        } catch (DateTimeException e) {
            return Optional.empty(); // a year or a month only, which no field of ours takes
        } catch (ArithmeticException e) {
            return Optional.empty(); // a number with more digits than anything has that is measured
        }
    }

    private static @Nullable Value text(JsonNode json, JsonNode extensions) {
        if (!json.isString()) {
            return null;
        }
        for (JsonNode extension : extensions.values()) {
            if (extension.path("url").asString("").equals(FhirUrls.SIGNED)) {
                JsonNode parts = extension.path("extension");
                Instant at = Instant.parse(parts.path(0).path("valueInstant").asString(""));
                String statement = parts.path(1).path("valueString").asString("");
                return new Value.Signed(json.stringValue(), at, statement, optional(parts.path(2), "valueUri"));
            }
        }
        return new Value.Text(json.stringValue());
    }

    private static @Nullable Value coded(JsonNode json) {
        String display = json.path("display").asString("");
        String code = json.path("code").asString(display);
        String shown = display.isEmpty() ? code : display;
        return code.isEmpty() ? null : new Value.Coded(optional(json, "system"), code, shown);
    }

    private static @Nullable Value amount(JsonNode json) {
        return json.path("value").isNumber() && json.path("comparator").isMissingNode()
                ? new Value.Amount(
                        json.path("value").decimalValue(),
                        optional(json, "unit"),
                        optional(json, "system"),
                        optional(json, "code"))
                : null;
    }

    private static @Nullable Value attached(JsonNode json) {
        String url = json.path("url").asString("");
        return url.isEmpty()
                ? null
                : new Value.Attached(
                        url,
                        json.path("contentType").asString("application/octet-stream"),
                        json.path("title").asString(""),
                        json.path("size").asLong(0),
                        optional(json, "hash"));
    }

    static @Nullable String optional(JsonNode json, String property) {
        String text = json.path(property).asString("");
        return text.isEmpty() ? null : text;
    }

    /** Writes it as {@code <prefix>[x]}. */
    static void put(ObjectNode into, String prefix, Value value) {
        switch (value) {
            case Value.Text(String text) -> into.put(prefix + "String", text);
            case Value.Flag(boolean yes) -> into.put(prefix + "Boolean", yes);
            case Value.Whole(int number) -> into.put(prefix + "Integer", number);
            case Value.Decimal(BigDecimal number) -> into.put(prefix + "Decimal", number);
            case Value.Day(LocalDate day) -> into.put(prefix + "Date", day.toString());
            case Value.Moment(OffsetDateTime at) -> into.put(prefix + "DateTime", MOMENT.format(at));
            case Value.Clock(LocalTime time) -> into.put(prefix + "Time", CLOCK.format(time));
            case Value.Link(String address) -> into.put(prefix + "Uri", address);
            case Value.Coded coded ->
                coding(into.putObject(prefix + "Coding"), coded.system(), coded.code(), coded.display());
            case Value.Amount amount -> {
                ObjectNode quantity = into.putObject(prefix + "Quantity").put("value", amount.number());
                putIfThere(quantity, "unit", amount.unit());
                putIfThere(quantity, "system", amount.system());
                putIfThere(quantity, "code", amount.code());
            }
            case Value.Attached file -> {
                ObjectNode attachment = into.putObject(prefix + "Attachment")
                        .put("contentType", file.type())
                        .put("url", file.file())
                        .put("size", file.bytes());
                putIfThere(attachment, "hash", file.sha1());
                attachment.put("title", file.name());
            }
            case Value.Signed signed -> {
                ObjectNode extension = into.putArray("extension").addObject().put("url", FhirUrls.SIGNED);
                ArrayNode parts = extension.putArray("extension");
                parts.addObject()
                        .put("url", "when")
                        .put("valueInstant", signed.at().toString());
                parts.addObject().put("url", "statement").put("valueString", signed.statement());
                if (signed.drawing() != null) {
                    parts.addObject().put("url", "drawing").put("valueUri", signed.drawing());
                }
                into.put(prefix + "String", signed.name());
            }
        }
    }

    static void coding(ObjectNode into, @Nullable String system, @Nullable String code, String display) {
        putIfThere(into, "system", system);
        putIfThere(into, "code", code);
        into.put("display", display);
    }

    static void putIfThere(ObjectNode into, String property, @Nullable String text) {
        if (text != null) {
            into.put(property, text);
        }
    }
}
