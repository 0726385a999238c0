package io.anteroom.clinic.questionnaire.definition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * A regular expression that a whole answer must match, written by a clinic or imported. It is matched in a time that grows with the length of
 * the text alone, which costs look-arounds and back references; what repeats too much is refused before it is compiled.
 */
public final class AnswerPattern {

    private static final int LONGEST = 500;
    private static final int MOST_TIMES = 1_000;
    private static final int MOST_STEPS = 2_000;

    private final Pattern pattern;

    private AnswerPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** That pattern; nothing where it can't be used. */
    public static Optional<AnswerPattern> of(String regex) {
        if (regex.length() > LONGEST || !new Size(regex).fits()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AnswerPattern(Pattern.compile(regex)));
        } catch (PatternSyntaxException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** Whether the whole text is as the pattern says. */
    public boolean matches(String text) {
        return pattern.matches(text);
    }

    /** A part of a pattern: how many steps it takes at most, and how often what is inside is repeated. */
    private record Part(long steps, long times) {

        static final Part ONE = new Part(1, 1);

        Part and(Part next) {
            return new Part(steps + next.steps, Math.max(times, next.times));
        }

        Part repeated(long count) {
            return new Part(steps * count, times * count);
        }
    }

    /** How large a pattern becomes when its counted repeats are written out, each group as often as those around it say. */
    private static final class Size {

        private static final java.util.regex.Pattern COUNT =
                java.util.regex.Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");

        private final String regex;
        private final ArrayDeque<Part> around = new ArrayDeque<>();
        private Part before = Part.ONE;
        private Part last = Part.ONE;
        private int at;

        Size(String regex) {
            this.regex = regex;
        }

        boolean fits() {
            while (at < regex.length()) {
                if (!step()) {
                    return false;
                }
            }
            return small(before.and(last));
        }

        private static boolean small(Part part) {
            return part.times() <= MOST_TIMES && part.steps() <= MOST_STEPS;
        }

        private boolean step() {
            char next = regex.charAt(at);
            switch (next) {
                case '(' -> {
                    around.push(before.and(last));
                    before = Part.ONE;
                    last = Part.ONE;
                    at++;
                }
                case ')' -> {
                    Part group = before.and(last);
                    before = around.isEmpty() ? Part.ONE : around.pop();
                    last = group;
                    at++;
                }
                case '{' -> {
                    return count();
                }
                case '[' -> one(afterClass());
                case '\\' -> one(afterEscape());
                default -> one(at + 1);
            }
            return small(last);
        }

        private void one(int end) {
            before = before.and(last);
            last = Part.ONE;
            at = end;
        }

        private boolean count() {
            var count = COUNT.matcher(regex).region(at, regex.length());
            if (!count.lookingAt()) {
                one(at + 1);
                return true;
            }
            String least = count.group(1);
            String most = count.group(2);
            String counts = most == null || most.isEmpty() ? least : most;
            if (counts.length() > 4) {
                return false;
            }
            last = last.repeated(Math.max(1, Integer.parseInt(counts)));
            at = count.end();
            return small(last);
        }

        private int afterEscape() {
            if (regex.startsWith("\\Q", at)) {
                int end = regex.indexOf("\\E", at);
                return end < 0 ? regex.length() : end + 2;
            }
            boolean braces =
                    at + 2 < regex.length() && "pPx".indexOf(regex.charAt(at + 1)) >= 0 && regex.charAt(at + 2) == '{';
            int end = braces ? regex.indexOf('}', at) : at + 1;
            return end < 0 ? regex.length() : end + 1;
        }

        private int afterClass() {
            int in = at + (regex.startsWith("^", at + 1) ? 2 : 1);
            int first = in;
            while (in < regex.length() && (in == first || regex.charAt(in) != ']')) {
                int named = regex.startsWith("[:", in) ? regex.indexOf(":]", in + 2) : -1;
                in = named >= 0 ? named + 2 : in + (regex.charAt(in) == '\\' ? 2 : 1);
            }
            return in + 1;
        }
    }
}
