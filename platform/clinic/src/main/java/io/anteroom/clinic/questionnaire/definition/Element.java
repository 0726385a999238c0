package io.anteroom.clinic.questionnaire.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An element of a document that is being read. It remembers what was asked of it, so that what nobody asked for can be told at the
 * end: a reader that forgot something says so itself.
 */
final class Element {

    private final JsonNode json;
    private final Place place;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> extensionsAsked = new HashSet<>();

    Element(JsonNode json, Place place) {
        this.json = json;
        this.place = place;
    }

    Place place() {
        return place;
    }

    JsonNode json() {
        return json;
    }

    /** These are understood by leaving them as they are. */
    void leave(Set<String> properties) {
        asked.addAll(properties);
    }

    Optional<String> text(String property) {
        JsonNode node = get(property);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.isString()) {
            place.in(property).blocks("Here should be text");
            return Optional.empty();
        }
        return Optional.of(node.stringValue()).filter(text -> !text.isBlank());
    }

    boolean yes(String property) {
        return get(property).asBoolean(false);
    }

    Optional<Integer> number(String property) {
        JsonNode node = get(property);
        return node.canConvertToInt() && node.isNumber() ? Optional.of(node.intValue()) : Optional.empty();
    }

    List<Element> list(String property) {
        JsonNode node = get(property);
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray()) {
            place.in(property).blocks("Here should be a list");
            return List.of();
        }
        return IntStream.range(0, node.size())
                .mapToObj(index -> new Element(node.get(index), place.in(property + "[" + index + "]")))
                .toList();
    }

    Element part(String property) {
        return new Element(get(property), place.in(property));
    }

    /** The {@code value[x]} whose name begins so; none noted where it is none that answers may be. */
    Optional<Value> value(String prefix) {
        Optional<String> name = json.propertyNames().stream()
                .filter(property -> property.startsWith(prefix) && property.length() > prefix.length())
                .findFirst();
        name.ifPresent(asked::add);
        Optional<Value> value = name.flatMap(property ->
                ValueJson.read(property.substring(prefix.length()), json.get(property), json.path("extension")));
        if (name.isPresent() && value.isEmpty()) {
            place.in(name.get()).blocks("This value is of a kind that can't be used here");
        }
        return value;
    }

    /** The first extension of that address. */
    Optional<JsonNode> extension(String url) {
        return extensions(url).findFirst();
    }

    Stream<JsonNode> extensions(String url) {
        extensionsAsked.add(url);
        return json.path("extension").values().stream()
                .filter(extension -> extension.path("url").asString("").equals(url));
    }

    /** Notes what nobody has asked for. */
    void rest() {
        for (String property : json.propertyNames()) {
            boolean aside = property.startsWith("_"); // extensions of a primitive value
            if (property.equals("modifierExtension")) {
                place.blocks("An extension changes its meaning (modifierExtension)");
            } else if (aside) {
                new Element(json.get(property), place.in(property)).restOfExtensions();
            } else if (!property.equals("extension") && !property.equals("id") && !asked.contains(property)) {
                place.blocks("'" + property + "' can't be shown here");
            }
        }
        restOfExtensions();
    }

    private void restOfExtensions() {
        for (JsonNode extension : json.path("extension").values()) {
            String url = extension.path("url").asString("");
            if (extensionsAsked.contains(url) || FhirUrls.WITHOUT_EFFECT.contains(url)) {
                continue;
            }
            String missed = FhirUrls.MISSED.get(url);
            String needed = FhirUrls.NEEDED.get(url);
            if (missed != null) {
                place.misses(missed);
            } else {
                place.blocks(needed == null ? "The extension " + url + " isn't known" : needed);
            }
        }
    }

    private JsonNode get(String property) {
        asked.add(property);
        return json.path(property);
    }
}
