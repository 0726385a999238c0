package io.anteroom.tenantadmin.record;

import io.anteroom.clinic.record.RecordCategory;
import io.anteroom.clinic.record.Release;
import io.anteroom.clinic.record.ReleaseRule;
import io.anteroom.clinic.record.ReleaseRules;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * The rules of release as typed.
 *
 * @param values what stands in each field, {@code rule-letters} and so on
 * @param releases the same, as far as it could be read
 * @param meanwhile what somebody else saved in between, by category; empty where nobody did
 */
public record RulesForm(
        Map<String, String> values,
        Map<RecordCategory, Release> releases,
        int version,
        FormErrors errors,
        Map<String, String> meanwhile) {

    /** Copies the maps. */
    public RulesForm {
        values = Map.copyOf(values);
        releases = Map.copyOf(releases);
    }

    static RulesForm of(ReleaseRules.Decided decided) {
        Map<String, String> values = new LinkedHashMap<>();
        decided.releases().forEach((category, release) -> {
            values.put("rule-" + category.code(), release.rule().code());
            values.put("days-" + category.code(), Integer.toString(release.days()));
            values.put("wait-" + category.code(), Boolean.toString(release.mayWait()));
        });
        return new RulesForm(values, decided.releases(), decided.version(), FormErrors.none(), Map.of());
    }

    static RulesForm typed(MultiValueMap<String, String> sent, int version) {
        Map<String, String> values = new LinkedHashMap<>();
        sent.toSingleValueMap().forEach((name, value) -> values.put(name, value == null ? "" : value));
        return new RulesForm(values, Map.of(), version, FormErrors.none(), Map.of());
    }

    /** The same with what it says, or what is wrong. */
    RulesForm read() {
        Map<RecordCategory, Release> read = new EnumMap<>(RecordCategory.class);
        FormErrors found = FormErrors.none();
        for (RecordCategory category : categories()) {
            String typed = text("days", category).strip();
            int days = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
            var rule = ReleaseRule.find(text("rule", category)).orElse(ReleaseRule.AFTER_REVIEW);
            if (days < Release.FEWEST_DAYS || days > Release.MOST_DAYS) {
                found = found.with("days-" + category.code(), "Enter a whole number of days from 1 to 90");
            }
            read.put(category, new Release(rule, days, text("wait", category).equals("true")));
        }
        return new RulesForm(values, found.any() ? Map.of() : read, version, found, Map.of());
    }

    /** The same, to be saved over what somebody else saved. */
    RulesForm over(ReleaseRules.Decided theirs) {
        Map<String, String> differences = new LinkedHashMap<>();
        for (RecordCategory category : categories()) {
            Release yours = releases.getOrDefault(category, theirs.of(category));
            if (!yours.equals(theirs.of(category))) {
                differences.put(category.words(), theirs.of(category).words() + " \u2192 " + yours.words());
            }
        }
        return new RulesForm(values, releases, theirs.version(), FormErrors.none(), differences);
    }

    /** What stands in a field of a category. */
    public String text(String field, RecordCategory category) {
        return values.getOrDefault(field + "-" + category.code(), "");
    }

    /** The categories there is a page for writing in. */
    public static List<RecordCategory> categories() {
        return Stream.of(RecordCategory.values())
                .filter(category -> category != RecordCategory.DOCUMENTS)
                .toList();
    }

    /** The rules, to choose from. */
    public static List<Option> rules() {
        return List.of(
                new Option(ReleaseRule.AT_ONCE.code(), "At once"),
                new Option(ReleaseRule.AFTER_DAYS.code(), "After some days"),
                new Option(ReleaseRule.AFTER_REVIEW.code(), "After review"));
    }
}
