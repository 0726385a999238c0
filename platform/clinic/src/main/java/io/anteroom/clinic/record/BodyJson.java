package io.anteroom.clinic.record;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Bodies as their column holds them. */
final class BodyJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> DAYS = new TypeReference<>() {};

    private BodyJson() {}

    static String write(RecordBody body) {
        return JSON.writeValueAsString(body);
    }

    static RecordBody read(RecordKind kind, String json) {
        Class<? extends RecordBody> shape = switch (kind) {
            case PLAN -> RecordBody.Plan.class;
            case RESULT -> RecordBody.Result.class;
            case LETTER, NOTE -> RecordBody.Text.class;
            case MEDICATION -> RecordBody.Medication.class;
            case ALLERGY -> RecordBody.Allergy.class;
            case DOCUMENT -> RecordBody.SharedFile.class;
        };
        return JSON.readValue(json, shape);
    }

    /** When which steps were done, out of an object of the two. */
    static Map<Integer, LocalDate> steps(@Nullable String json) {
        Map<Integer, LocalDate> steps = new TreeMap<>();
        if (json != null) {
            JSON.readValue(json, DAYS).forEach((step, day) -> steps.put(Integer.valueOf(step), LocalDate.parse(day)));
        }
        return steps;
    }
}
