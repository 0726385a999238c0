package io.anteroom.tenantadmin.record;

import io.anteroom.clinic.record.RecordBody;
import io.anteroom.clinic.record.RecordContent;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.webkit.form.FormErrors;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * An entry as typed.
 *
 * @param values what stands in each field
 * @param rows how many values of a result, or goals of a plan, there is room for; at least one
 */
public record EntryForm(RecordKind kind, Map<String, String> values, int rows, FormErrors errors) {

    static final int MOST_ROWS = 60;
    private static final int ROWS_AT_FIRST = 3;

    /** Copies the values. */
    public EntryForm {
        values = Map.copyOf(values);
    }

    /** Nothing typed yet. */
    static EntryForm blank(RecordKind kind, LocalDate today) {
        return new EntryForm(
                kind,
                Map.of("datedOn", today.toString()),
                kind == RecordKind.RESULT ? ROWS_AT_FIRST : 1,
                FormErrors.none());
    }

    /** What is stored. */
    static EntryForm of(RecordKind kind, RecordContent content) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("category", content.category().code());
        values.put("title", content.title());
        values.put("datedOn", content.datedOn().toString());
        int rows = 1;
        switch (content.body()) {
            case RecordBody.Text(String text) -> values.put("text", text);
            case RecordBody.Plan plan -> {
                values.put("summary", plan.summary());
                rows = goals(plan.goals(), values);
            }
            case RecordBody.Result result -> {
                values.put("comment", result.comment());
                rows = measured(result.values(), values);
            }
            case RecordBody.Medication medication -> {
                values.put("dose", medication.dose());
                values.put("instructions", medication.instructions());
                values.put("reason", medication.reason());
                putDay(values, medication.stoppedOn());
            }
            case RecordBody.Allergy allergy -> {
                values.put("reaction", allergy.reaction());
                values.put("severity", allergy.severity());
                putDay(values, allergy.stoppedOn());
            }
            case RecordBody.SharedFile file -> values.put("note", file.note());
        }
        return new EntryForm(kind, values, Math.max(1, rows), FormErrors.none());
    }

    private static void putDay(Map<String, String> values, @Nullable LocalDate day) {
        values.put("stoppedOn", day == null ? "" : day.toString());
    }

    private static int goals(List<RecordBody.Goal> goals, Map<String, String> values) {
        for (int i = 0; i < goals.size(); i++) {
            values.put("goals[" + i + "].title", goals.get(i).title());
            values.put(
                    "goals[" + i + "].steps",
                    goals.get(i).steps().stream().map(RecordBody.Step::words).collect(Collectors.joining("\n")));
        }
        return goals.size();
    }

    private static int measured(List<RecordBody.Value> measured, Map<String, String> values) {
        for (int i = 0; i < measured.size(); i++) {
            RecordBody.Value one = measured.get(i);
            String row = "values[" + i + "].";
            values.put(row + "name", one.name());
            values.put(row + "value", one.value());
            values.put(row + "unit", one.unit());
            values.put(row + "range", one.range());
            values.put(row + "flag", one.flag().name());
        }
        return measured.size();
    }

    /** What a browser sent: rows named {@code values[0].name} and so on, from 0 without gaps. */
    static EntryForm typed(RecordKind kind, MultiValueMap<String, String> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        sent.forEach((name, all) -> {
            String first = all.isEmpty() ? null : all.getFirst();
            values.put(name, first == null ? "" : first.replace("\r\n", "\n"));
        });
        int rows = 0;
        while (rows < MOST_ROWS && values.containsKey(row(kind) + "[" + rows + "]." + first(kind))) {
            rows++;
        }
        return new EntryForm(kind, values, Math.max(1, rows), FormErrors.none());
    }

    private static String row(RecordKind kind) {
        return kind == RecordKind.PLAN ? "goals" : "values";
    }

    private static String first(RecordKind kind) {
        return kind == RecordKind.PLAN ? "title" : "name";
    }

    /** The same with room for one more. */
    EntryForm withRow() {
        return new EntryForm(kind, values, Math.min(MOST_ROWS, rows + 1), FormErrors.none());
    }

    /** The same without the row of that index, those after it moving up. */
    EntryForm withoutRow(int index) {
        if (index < 0 || index >= rows) {
            return this;
        }
        Map<String, String> fewer = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            String moved = moved(name, index);
            if (!moved.isEmpty()) {
                fewer.put(moved, value);
            }
        });
        return new EntryForm(kind, fewer, Math.max(1, rows - 1), FormErrors.none());
    }

    private String moved(String name, int without) {
        String before = row(kind) + "[";
        int end = name.indexOf("].");
        if (!name.startsWith(before) || end < 0) {
            return name;
        }
        String digits = name.substring(before.length(), end);
        if (!digits.matches("[0-9]{1,3}")) {
            return name;
        }
        int at = Integer.parseInt(digits);
        return at == without ? "" : at < without ? name : before + (at - 1) + name.substring(end);
    }

    /** The same with what is wrong. */
    EntryForm faulty(FormErrors found) {
        return new EntryForm(kind, values, rows, found);
    }

    /** What stands in a field, or nothing. */
    public String text(String field) {
        return values.getOrDefault(field, "");
    }
}
