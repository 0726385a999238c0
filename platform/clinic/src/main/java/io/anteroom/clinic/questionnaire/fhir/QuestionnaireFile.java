package io.anteroom.clinic.questionnaire.fhir;

import io.anteroom.clinic.questionnaire.definition.NotSupported;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.QuestionnaireJson;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a file that staff brought and anybody may have written. What it asks is taken whole or not at all: whatever it uses that
 * cannot be shown here is told with its place.
 */
public final class QuestionnaireFile {

    /** The largest file that is read. */
    public static final int MOST_BYTES = 2_000_000;

    /** How deep its JSON may be nested: twelve items, each of them with options that have extensions of extensions. */
    static final int DEEPEST = 64;

    private static final int MOST_DIGITS = 50;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxDocumentLength(MOST_BYTES)
                            .maxNumberLength(MOST_DIGITS)
                            .maxNameLength(200)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private QuestionnaireFile() {}

    /** What became of a file. */
    public sealed interface Brought {

        /**
         * It can be shown whole.
         *
         * @param json the document
         * @param form what it asks
         * @param lost what else it says that has no place here: looks, and what is for other software
         */
        record Whole(String json, Questionnaire form, List<NotSupported> lost) implements Brought {

            /** Copies the list. */
            public Whole {
                lost = List.copyOf(lost);
            }
        }

        /**
         * It is a questionnaire that cannot be shown whole.
         *
         * @param notes what stands in the way, and what else would be lost, in the document's order
         */
        record NotWhole(List<NotSupported> notes) implements Brought {

            /** Copies the list. */
            public NotWhole {
                notes = List.copyOf(notes);
            }
        }

        /**
         * It is no questionnaire, or none that is read.
         *
         * @param why what is wrong with it, a sentence in plain words
         */
        record Unreadable(String why) implements Brought {}
    }

    /**
     * Reads it. It never throws, whatever the bytes are.
     *
     * @param name of the file; a questionnaire without a title is called so
     */
    public static Brought read(byte[] bytes, String name) {
        if (bytes.length == 0) {
            return new Brought.Unreadable("Choose a file. This one is empty");
        }
        if (bytes.length > MOST_BYTES) {
            return new Brought.Unreadable("Choose a file of at most 2 MB");
        }
        String json;
        try {
            json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Brought.Unreadable("Save the file as UTF-8, which FHIR asks for");
        }
        String text = json.startsWith("\ufeff") ? json.substring(1) : json;
        Brought.Unreadable fault = fault(text);
        if (fault != null) {
            return fault;
        }
        String titled = titled(text, name);
        QuestionnaireJson.Reading reading = QuestionnaireJson.read(titled);
        return reading.questionnaire() == null
                ? new Brought.NotWhole(reading.notes())
                : new Brought.Whole(titled, reading.questionnaire(), reading.notes());
    }

    /** The document with a title, which FHIR does not ask for and people need. */
    private static String titled(String text, String name) {
        ObjectNode root = (ObjectNode) QuestionnaireDocument.JSON.readTree(text);
        boolean named = Stream.of("title", "name")
                .anyMatch(property -> !root.path(property).asString("").isBlank()
                        || root.path(property).isContainer());
        String title = name.replaceFirst("\\.[A-Za-z]{1,5}$", "")
                .replaceAll("[\\p{Cntrl}]", "")
                .strip();
        return named || title.isEmpty()
                ? text
                : QuestionnaireDocument.JSON.writeValueAsString(root.put("title", title));
    }

    /** What is wrong with it as JSON, before anything of it is kept in memory. */
    private static Brought.@Nullable Unreadable fault(String text) {
        if (text.stripLeading().startsWith("<")) {
            return new Brought.Unreadable("Save the questionnaire as JSON. This file is XML");
        }
        String type = "";
        try (JsonParser parser = STRICT.createParser(text)) {
            int depth = 0;
            boolean over = false;
            while (parser.nextToken() != null) {
                if (over) {
                    return new Brought.Unreadable("This file holds more than one document");
                }
                switch (parser.currentToken()) {
                    case START_OBJECT, START_ARRAY -> depth++;
                    case END_OBJECT, END_ARRAY -> depth--;
                    case VALUE_NUMBER_FLOAT -> {
                        if (!measurable(parser.getString())) {
                            return new Brought.Unreadable(
                                    "This file has a number that is too large or too fine: look at line %d"
                                            .formatted(parser.currentTokenLocation()
                                                    .getLineNr()));
                        }
                    }
                    case VALUE_STRING -> {
                        if (depth == 1 && "resourceType".equals(parser.currentName())) {
                            type = parser.getString();
                        }
                    }
                    default -> {}
                }
                over = depth == 0;
            }
        } catch (StreamConstraintsException e) {
            return new Brought.Unreadable(
                    "This file is nested more deeply, or has longer numbers, than any questionnaire");
        } catch (JacksonException e) {
            var at = e.getLocation();
            return new Brought.Unreadable(
                    at == null
                            ? "This file is not JSON"
                            : "This file is not JSON: look at line %d, character %d"
                                    .formatted(at.getLineNr(), at.getColumnNr()));
        }
        return switch (type) {
            case "Questionnaire" -> null;
            case "Bundle" ->
                new Brought.Unreadable("This file is a FHIR Bundle. Save the Questionnaire in it as a file of its own");
            case "" -> new Brought.Unreadable("This file is no FHIR resource: it has no resourceType");
            default -> new Brought.Unreadable("This file is a FHIR " + shortened(type) + " and no Questionnaire");
        };
    }

    /** An exponent of a few digits can make a number of as many digits as there is memory. */
    private static boolean measurable(String number) {
        try {
            return Math.abs((long) new BigDecimal(number).scale()) <= MOST_DIGITS;
        } catch (NumberFormatException e) {
            return false; // the exponent itself is out of reach
        }
    }

    private static String shortened(String type) {
        return type.length() <= 40 ? type : type.substring(0, 40) + "\u2026";
    }
}
