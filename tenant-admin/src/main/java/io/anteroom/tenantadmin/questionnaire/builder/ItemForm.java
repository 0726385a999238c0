package io.anteroom.tenantadmin.questionnaire.builder;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.scheduling.setup.Fault;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.webkit.form.FormErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The form of one item as it is shown: what is stored or was typed, and what is wrong with it.
 *
 * @param kind what the item is, or is to become
 * @param values all values of each field, by its name
 * @param errors what is wrong
 * @param theirs who saved something else meanwhile, or null
 */
public record ItemForm(
        ItemKind kind,
        Map<String, List<String>> values,
        FormErrors errors,
        @Nullable String theirs) {

    /** How many options a form takes. */
    static final int MOST_OPTIONS = AnswerKind.Choice.MOST_OPTIONS;

    /** What was typed. */
    static ItemForm typed(ItemKind kind, Map<String, List<String>> values) {
        return new ItemForm(kind, values, FormErrors.none(), null);
    }

    /** The same with what is wrong. */
    ItemForm faulty(List<Fault> faults) {
        FormErrors found = FormErrors.none();
        for (Fault fault : faults) {
            found = found.with(fault.field(), fault.message());
        }
        return new ItemForm(kind, values, found, null);
    }

    /** The same, to be saved over what somebody else saved, whose fingerprint is {@code seen} now. */
    ItemForm over(String by, String seen) {
        Map<String, List<String>> renewed = new LinkedHashMap<>(values);
        renewed.put("seen", List.of(seen));
        return new ItemForm(kind, renewed, FormErrors.none(), by);
    }

    Typed read() {
        return new Typed(values);
    }

    /** What stands in a field, or empty. */
    public String text(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(text -> text.replace("\r\n", "\n"))
                .orElse("");
    }

    /** Whether one of several boxes is ticked. */
    public boolean has(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    /** The numbers of the rows of options, from 0. */
    public List<Integer> options() {
        return IntStream.range(0, MOST_OPTIONS)
                .filter(row -> values.containsKey("option" + row))
                .boxed()
                .toList();
    }

    /** Whether something stands here that is not stored. */
    public boolean unsaved() {
        return errors.any() || theirs != null;
    }

    /** Collects the values of a form that shows what is stored. */
    static final class Values {

        private final Map<String, List<String>> values = new LinkedHashMap<>();

        Values put(String field, @Nullable Object value) {
            if (value != null && !value.toString().isEmpty()) {
                values.put(field, List.of(value.toString()));
            }
            return this;
        }

        Values all(String field, List<String> several) {
            values.put(field, new ArrayList<>(several));
            return this;
        }

        Map<String, List<String>> map() {
            return values;
        }
    }
}
