package io.anteroom.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads as much Java as it takes to find string literals and the calls they are arguments of. Templates are full of it. */
final class SourceText {

    /**
     * A text that code says.
     *
     * @param context what sets it apart, or empty
     * @param english the literal
     * @param arguments the names it is given
     * @param place file and line
     */
    record Said(String context, String english, List<String> arguments, String place) {

        String key() {
            return PoFile.key(context.isEmpty() ? null : context, english);
        }
    }

    /**
     * A call of {@code say} and the like.
     *
     * @param from where its name begins
     * @param to after its closing bracket
     * @param said what it says, or nothing if that is no literal
     */
    record Call(int from, int to, Optional<Said> said) {}

    private static final Pattern CALL = Pattern.compile("(?<!String |Rich |Content |[\\w$])(say|sayAs|rich|richAs)\\(");

    private static final Pattern BY_NUMBER = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u+([0-9a-fA-F]{4})");
    private static final int HEXADECIMAL = 16;

    private final String place;
    private final String source;

    SourceText(String place, String source) {
        this.place = place;
        this.source = source;
    }

    List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        Matcher matcher = CALL.matcher(source);
        int at = 0;
        while (matcher.find(at)) {
            at = matcher.end();
            if (inComment(matcher.start())) {
                continue;
            }
            List<String> arguments = arguments(matcher.end());
            int end = matcher.end()
                    + arguments.stream().mapToInt(a -> a.length() + 1).sum();
            calls.add(new Call(matcher.start(), end, said(matcher.group(1), arguments, matcher.start())));
        }
        return calls;
    }

    private Optional<Said> said(String name, List<String> arguments, int from) {
        boolean inContext = name.endsWith("As");
        int text = inContext ? 1 : 0;
        if (arguments.size() <= text) {
            return Optional.empty();
        }
        Optional<String> context = inContext ? literal(arguments.get(0)) : Optional.of("");
        Optional<String> english = literal(arguments.get(text));
        if (context.isEmpty() || english.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (int i = text + 1; i < arguments.size(); i += 2) {
            names.add(literal(arguments.get(i)).orElse("?"));
        }
        return Optional.of(new Said(context.get(), english.get(), names, place + ":" + line(from)));
    }

    int line(int at) {
        return (int) source.substring(0, at).lines().count();
    }

    private boolean inComment(int at) {
        int start = source.lastIndexOf('\n', at) + 1;
        String before = source.substring(start, at).strip();
        return before.startsWith("*") || before.startsWith("/*") || before.contains("// ");
    }

    /** The arguments of a call, split at its own commas; {@code at} is after its opening bracket. */
    private List<String> arguments(int at) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int begun = at;
        int i = at;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '"' || c == '\'') {
                i = afterLiteral(source, i);
                continue;
            }
            if (c == '(' || c == '{' || c == '[') {
                depth++;
            } else if (c == ')' && depth == 0) {
                arguments.add(source.substring(begun, i));
                return arguments;
            } else if (c == ')' || c == '}' || c == ']') {
                depth--;
            } else if (c == ',' && depth == 0) {
                arguments.add(source.substring(begun, i));
                begun = i + 1;
            }
            i++;
        }
        throw new IllegalArgumentException(place + ":" + line(at) + ": a bracket that never closes");
    }

    /** Where a string, text block or character that begins at {@code at} has ended. */
    static int afterLiteral(String source, int at) {
        if (source.startsWith("\"\"\"", at)) {
            return source.indexOf("\"\"\"", at + 3) + 3;
        }
        char mark = source.charAt(at);
        int i = at + 1;
        while (i < source.length() && source.charAt(i) != mark) {
            i += source.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    /** The text of an expression of nothing but literals and plus signs. */
    static Optional<String> literal(String expression) {
        StringBuilder text = new StringBuilder();
        String rest = expression.strip();
        if (!rest.startsWith("\"")) {
            return Optional.empty();
        }
        while (!rest.isEmpty()) {
            if (!rest.startsWith("\"")) {
                return Optional.empty();
            }
            int end = afterLiteral(rest, 0);
            String quoted = rest.substring(0, end);
            text.append(
                    quoted.startsWith("\"\"\"")
                            ? escaped(quoted.substring(4, quoted.length() - 3).stripIndent())
                            : escaped(quoted.substring(1, quoted.length() - 1)));
            rest = rest.substring(end).strip();
            if (rest.startsWith("+")) {
                rest = rest.substring(1).strip();
                if (rest.isEmpty()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(text.toString());
    }

    /** What the compiler makes of it, which reads letters by their numbers before all else. */
    private static String escaped(String text) {
        return BY_NUMBER
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) + (char) Integer.parseInt(found.group(2), HEXADECIMAL)))
                .translateEscapes();
    }
}
