package io.anteroom.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what people would read that nobody can translate: letters between the tags of a template or in the attributes that
 * are read out, and literals in Java that look like prose.
 */
final class HardCoded {

    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\b(alt|title|aria-label|placeholder|label)=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<(?:[^<>\"]|\"[^\"]*\")*>");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern ENTITY = Pattern.compile("&[a-zA-Z]+;");
    private static final Pattern SENTENCE = Pattern.compile("(?s)[A-Z][a-z]+([ ,.!?’].*)?|.*[a-z,.’] [a-zA-Z].*");
    private static final Pattern CLASSES = Pattern.compile("(btn|icon|card|callout|state)\\b[a-z -]*");
    private static final Pattern NAME_OF_THE_PRODUCT = Pattern.compile("\\bAnteroom\\b");

    /** What is read by developers, stored, or written to a browser: in whose lines nothing is prose. */
    private static final Pattern TECHNICAL = Pattern.compile(
            "\\b(log|logger|LOG)\\.(trace|debug|info|warn|error|at[A-Z])|Exception\\(|@[A-Z]\\w+\\(|Style|class=|requireNonNull\\(|sameSite|Pattern\\.compile|"
                    + "// (not read|technical)");

    /** Prose where most literals are SQL, names and codes: what begins with a word, or speaks to its reader. */
    private static final Pattern SPOKEN =
            Pattern.compile("[A-Z][a-z’]+([ ,.!?’:].*)?|.*[a-z,)’][.:]? [A-Z][a-z]+ .*|.*\\b(you|your|please)\\b.*");

    /** What is kept in the log, where staff read it: labels of an entry, and what acts by itself; and names of FHIR. */
    private static final Pattern LOGGED =
            Pattern.compile("\\.with\\(\"|Actor\\.System\\(|(ofType|urn)\\(\"|resourceType");

    private final String place;
    private final boolean amongSql;
    private final List<String> found = new ArrayList<>();

    private HardCoded(String place, boolean amongSql) {
        this.place = place;
        this.amongSql = amongSql;
    }

    static List<String> inJava(String place, String source) {
        HardCoded finder = new HardCoded(place, false);
        finder.java(source, new SourceText(place, source));
        return finder.found;
    }

    /** The same where most literals are SQL, names and codes: what is one line, and sounds as if somebody were to read it. */
    static List<String> spokenInJava(String place, String source) {
        HardCoded finder = new HardCoded(place, true);
        finder.java(source, new SourceText(place, source));
        return finder.found;
    }

    static List<String> inTemplate(String place, String source) {
        HardCoded finder = new HardCoded(place, false);
        finder.template(source.replaceAll("(?m)^\\s*@(import|param) .*$", "").replaceAll("(?s)<%--.*?--%>", ""));
        return finder.found;
    }

    private void java(String code, SourceText reader) {
        List<SourceText.Call> calls = reader.calls();
        int i = 0;
        while (i < code.length()) {
            char c = code.charAt(i);
            if (code.startsWith("//", i)) {
                i = lineEnd(code, i);
            } else if (code.startsWith("/*", i)) {
                i = code.indexOf("*/", i) + 2;
            } else if (code.startsWith("@`", i)) {
                int end = endOfContent(code, i + 2);
                template(code.substring(i + 2, end));
                i = end + 1;
            } else if (c == '\'') {
                i = SourceText.afterLiteral(code, i);
            } else if (c == '"') {
                int end = SourceText.afterLiteral(code, i);
                int at = i;
                boolean said = calls.stream().anyMatch(call -> call.from() < at && at < call.to());
                if (!said) {
                    prose(code, i, end);
                }
                i = end;
            } else {
                i++;
            }
        }
    }

    private void prose(String code, int from, int to) {
        String text = SourceText.literal(code.substring(from, to)).orElse("");
        int start = Math.max(code.lastIndexOf(';', from), code.lastIndexOf('}', from));
        String statement = code.substring(start + 1, Math.min(lineEnd(code, to), code.length()));
        if ((amongSql ? SPOKEN : SENTENCE).matcher(text).matches()
                && !CLASSES.matcher(text).matches()
                && !TECHNICAL.matcher(statement).find()
                && !(amongSql && LOGGED.matcher(statement).find())) {
            found.add(place + ": \"" + text + "\"");
        }
    }

    /** Takes the expressions and instructions of jte out of {@code source}, and reads what is left as HTML. */
    private void template(String source) {
        StringBuilder html = new StringBuilder();
        int i = 0;
        while (i < source.length()) {
            if (source.startsWith("${", i) || source.startsWith("!{", i)) {
                i = expression(source, i + 2, '}');
                html.append('\u0001');
            } else if (source.startsWith("$unsafe{", i)) {
                i = expression(source, i + 8, '}');
            } else if (source.charAt(i) == '@') {
                Matcher name = Pattern.compile("@[a-zA-Z.]+").matcher(source).region(i, source.length());
                if (name.lookingAt()) {
                    i = name.end();
                    if (i < source.length() && source.charAt(i) == '(') {
                        i = expression(source, i + 1, ')');
                    }
                } else {
                    i++;
                }
            } else {
                html.append(source.charAt(i));
                i++;
            }
        }
        html(html.toString());
    }

    private int expression(String source, int from, char closing) {
        int depth = 0;
        int i = from;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '"' || c == '\'') {
                i = SourceText.afterLiteral(source, i);
                continue;
            }
            if (source.startsWith("@`", i)) {
                i = endOfContent(source, i + 2) + 1;
                continue;
            }
            if (c == closing && depth == 0) {
                String code = source.substring(from, i);
                java(code, new SourceText(place, code));
                return i + 1;
            }
            if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            }
            i++;
        }
        throw new IllegalArgumentException(place + ": an expression that never ends");
    }

    /** Where a block of content that begins at {@code from} ends: at the backtick that is in no inner expression's block. */
    private static int endOfContent(String source, int from) {
        int i = from;
        while (source.charAt(i) != '`') {
            i = source.startsWith("@`", i) ? endOfContent(source, i + 2) + 1 : i + 1;
        }
        return i;
    }

    private void html(String html) {
        Matcher tags = TAG.matcher(html);
        StringBuilder text = new StringBuilder();
        int after = 0;
        while (tags.find()) {
            text.append(html, after, tags.start()).append('\n');
            after = tags.end();
            Matcher attributes = ATTRIBUTE.matcher(tags.group());
            while (attributes.find()) {
                letters(attributes.group(2));
            }
        }
        text.append(html.substring(after));
        text.toString().lines().forEach(this::letters);
    }

    private void letters(String text) {
        String plain = NAME_OF_THE_PRODUCT
                .matcher(ENTITY.matcher(text).replaceAll(" "))
                .replaceAll(" ");
        if (LETTERS.matcher(plain).find()) {
            found.add(place + ": " + text.replace('\u0001', '…').strip());
        }
    }

    private static int lineEnd(String code, int at) {
        int end = code.indexOf('\n', at);
        return end < 0 ? code.length() : end;
    }
}
