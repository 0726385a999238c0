package io.anteroom.server.isolation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people, programs and attackers send instead of what was asked for. */
final class Mistakes {

    /** Opens a tag where something written is not escaped. */
    static final String SCRIPT = "<script>alert(1)</script>";

    /** In place of an id in a path. */
    static final List<String> IDS =
            List.of("abc", "0", "-1", "9223372036854775807", "99999999999999999999", "x".repeat(300), "email", "1.5");

    /** In place of what a form asks for. */
    static final List<String> VALUES = List.of(
            "",
            "\u0000",
            "a\u0000b",
            "x".repeat(20_000),
            "-1",
            "2147483647",
            "9223372036854775807",
            "1e400",
            "2024-02-30",
            "99999-01-01",
            "'\"><" + SCRIPT + "{{7*7}}${7*7}",
            "two\r\nX-Evil: lines",
            "\uD83D\uDE00".repeat(50),
            "=cmd|' /C calc'!A0");

    private static final Pattern FORM =
            Pattern.compile("<form[^>]*?action=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea|select)[^>]*? name=\"([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

    private Mistakes() {}

    /** A third of the values, by turns. */
    static List<String> everyThird(int turn) {
        return IntStream.range(0, VALUES.size())
                .filter(number -> number % 3 == turn % 3)
                .mapToObj(VALUES::get)
                .toList();
    }

    /**
     * A form as a page offers it.
     *
     * @param action where it is sent
     * @param fields its fields and what stands in them
     */
    record Form(String action, Map<String, String> fields) {

        /** The same with {@code value} in the field {@code name}. */
        Map<String, String> with(String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(fields);
            changed.put(name, value);
            return changed;
        }
    }

    /** The forms of {@code page} that lead to this host. */
    static Stream<Form> forms(String page) {
        return FORM.matcher(page)
                .results()
                .filter(form -> form.group(1).startsWith("/"))
                .map(form -> new Form(form.group(1), fields(form.group(2))));
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELD.matcher(form)
                .results()
                .filter(field ->
                        !field.group(1).equals("_csrf") && !field.group().contains("type=\"file\""))
                .forEach(field -> fields.putIfAbsent(field.group(1), value(field)));
        return fields;
    }

    private static String value(MatchResult field) {
        return VALUE.matcher(field.group())
                .results()
                .map(value -> value.group(1))
                .findFirst()
                .filter(value -> !value.isEmpty())
                .orElse("1");
    }
}
