package io.anteroom.tenantadmin.scheduling;

import io.anteroom.clinic.scheduling.setup.Fault;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.webkit.form.FormErrors;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A form of the set-up as it is shown: what was typed or is stored, and what is wrong with it.
 *
 * @param values all values of each field, by its name
 * @param errors what is wrong
 * @param version which state of the stored thing the form began with
 * @param differences what somebody else saved meanwhile and what stands here, by label; empty where nobody did
 */
public record SetupForm(
        Map<String, List<String>> values, FormErrors errors, int version, Map<String, String> differences) {

    /** A form that nobody has changed yet. */
    static SetupForm of(Map<String, List<String>> values, int version) {
        return new SetupForm(values, FormErrors.none(), version, Map.of());
    }

    /** What was typed. */
    static SetupForm typed(Map<String, List<String>> values, int version) {
        return of(values, version);
    }

    /** The same with what is wrong. */
    SetupForm faulty(List<Fault> faults) {
        FormErrors found = FormErrors.none();
        for (Fault fault : faults) {
            found = found.with(fault.field(), fault.message());
        }
        return new SetupForm(values, found, version, Map.of());
    }

    /** The same, to be saved over what somebody else saved meanwhile. */
    SetupForm over(int stored, Map<String, String> found) {
        return new SetupForm(values, FormErrors.none(), stored, found);
    }

    /** To read it from. */
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

    /** Whether a box of several is ticked. */
    public boolean has(String field, long number) {
        return values.getOrDefault(field, List.of()).contains(String.valueOf(number));
    }

    /** Whether something stands here that is not stored. */
    public boolean unsaved() {
        return errors.any() || !differences.isEmpty();
    }
}
