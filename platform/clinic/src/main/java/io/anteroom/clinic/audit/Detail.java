package io.anteroom.clinic.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An entry's detail as its column holds it: a list of pairs, since a JSON object in PostgreSQL keeps no order. */
final class Detail {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>[]> PAIRS = new TypeReference<>() {};

    private Detail() {}

    static String write(Map<String, String> detail) {
        return JSON.writeValueAsString(detail.entrySet().stream()
                .map(entry -> Map.of(entry.getKey(), entry.getValue()))
                .toList());
    }

    static Map<String, String> read(String json) {
        Map<String, String> detail = new LinkedHashMap<>();
        for (Map<String, String> pair : JSON.readValue(json, PAIRS)) {
            detail.putAll(pair);
        }
        return detail;
    }
}
