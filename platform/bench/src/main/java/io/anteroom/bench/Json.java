package io.anteroom.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The results for programs: every raw figure. */
final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /**
     * @param about what one has to know of the run: machine, versions, time
     */
    static String of(Map<String, ?> about, List<Row> rows) {
        Map<String, Object> all = new LinkedHashMap<>(about);
        all.put("rows", rows.stream().map(Json::row).toList());
        return MAPPER.writeValueAsString(all) + "\n";
    }

    private static Map<String, Object> row(Row row) {
        Figures outcome = row.outcome();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("item", row.item());
        fields.put("measured", figures(row.measured()));
        if (row.against() != null) {
            fields.put("against", figures(row.against()));
        }
        fields.put("outcome", figures(outcome));
        if (row.aim().kind() != Aim.Kind.NONE) {
            fields.put(
                    "aim",
                    Map.of(
                            row.aim().kind().name().toLowerCase(Locale.ROOT),
                            row.aim().bound()));
            fields.put("met", row.isMet());
        }
        fields.put("note", row.note());
        return fields;
    }

    private static Map<String, Object> figures(Figures figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", figures.name());
        fields.put("unit", figures.unit());
        fields.put("median", figures.median());
        if (figures.whole() != null) {
            fields.put("whole", figures.whole());
        }
        fields.put("least", figures.least());
        fields.put("most", figures.most());
        fields.put("rounds", figures.values());
        return fields;
    }
}
