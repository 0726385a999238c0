package io.anteroom.clinic.scheduling.setup;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was changed, in words: for the audit log, and to compare what two people wanted. */
public final class Changes {

    private Changes() {}

    /** Of each label whose words differ, {@code before → after}, in order. */
    public static Map<String, String> between(Map<String, String> before, Map<String, String> after) {
        var changes = new LinkedHashMap<String, String>();
        after.forEach((label, words) -> {
            String was = before.getOrDefault(label, "");
            if (!was.equals(words)) {
                changes.put(label, shown(was) + " → " + shown(words));
            }
        });
        return changes;
    }

    /** The words that say something, as they stand. */
    static Map<String, String> told(Map<String, String> words) {
        var told = new LinkedHashMap<String, String>();
        words.forEach((label, text) -> {
            if (!text.isEmpty()) {
                told.put(label, shown(text));
            }
        });
        return told;
    }

    private static String shown(String text) {
        return text.isEmpty() ? "nothing" : text.replace("\n", ", ");
    }
}
