package io.anteroom.clinic.export.content;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes resources into a FHIR R4 Bundle of type {@code collection}, one after the other. */
final class Resources {

    private final JsonGenerator json;

    Resources(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Adds one.
     *
     * @param url its {@code fullUrl}, which others refer to
     * @param resource the resource, as a map or as JSON, without what is not known
     */
    void add(String url, Object resource) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("fullUrl", url);
        entry.put("resource", resource);
        json.writePOJO(entry);
    }

    /** A resource of that type, to be filled. */
    static Map<String, Object> ofType(String type) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("resourceType", type);
        return resource;
    }

    /** A reference to a resource of the bundle. */
    static Map<String, Object> to(String url) {
        return Map.of("reference", url);
    }
}
