package io.anteroom.clinic.questionnaire.logic;

import io.anteroom.language.Words;
import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people write it: in the digits of any script, with a comma or a point, and with or without a sign between thousands. What one
 * language takes for a fraction another takes for thousands; where that can't be told, nobody guesses.
 */
sealed interface TypedNumber {

    /** A number. */
    record Known(BigDecimal number) implements TypedNumber {}

    /** Either of two, as {@code 1,500} is in a language that writes fractions with a point. */
    record Either(BigDecimal large, BigDecimal small) implements TypedNumber {}

    /** No number. */
    record None() implements TypedNumber {}

    /** More characters than any number needs. */
    int LONGEST = 40;

    /** Digits, and a fraction behind a comma, a point or the Arabic sign. */
    Pattern PLAIN = Pattern.compile("[-+]?[0-9]{1,20}(?:[.,\u066b][0-9]{1,10})?");

    /** Thousands divided by one sign all along, and a fraction behind another. */
    Pattern GROUPED = Pattern.compile(
            "[-+]?(?<first>[0-9]{1,3})(?<sign>[ '.,])[0-9]{3}(?<more>(?:\\k<sign>[0-9]{3}){0,5})(?<rest>(?!\\k<sign>)[.,\u066b][0-9]{1,10})?");

    /** A number that may have a fraction. */
    static TypedNumber decimal(String typed, Words words) {
        String text = normal(typed);
        Matcher grouped = GROUPED.matcher(text);
        if (text.length() > LONGEST) {
            return new None();
        }
        if (!grouped.matches() || fraction(grouped, words)) {
            return plain(text);
        }
        BigDecimal large = ungrouped(text, grouped.group("sign"));
        return couldBeAFraction(grouped) ? new Either(large, fractional(text)) : new Known(large);
    }

    /** A whole number: nobody writes three decimals of one, so there what divides three digits divides thousands. */
    static TypedNumber whole(String typed) {
        String text = normal(typed);
        Matcher grouped = GROUPED.matcher(text);
        if (text.length() > LONGEST) {
            return new None();
        }
        return grouped.matches() && !grouped.group("first").equals("0")
                ? new Known(ungrouped(text, grouped.group("sign")))
                : plain(text);
    }

    private static TypedNumber plain(String text) {
        return PLAIN.matcher(text).matches() ? new Known(fractional(text)) : new None();
    }

    /** One comma or point, before the last three digits. */
    private static boolean couldBeAFraction(MatchResult grouped) {
        return ".,".contains(grouped.group("sign")) && grouped.group("more").isEmpty() && grouped.group("rest") == null;
    }

    /** One that is a fraction to whoever speaks this language, or behind nought to anybody. */
    private static boolean fraction(MatchResult grouped, Words words) {
        return couldBeAFraction(grouped)
                && (grouped.group("first").equals("0") || grouped.group("sign").equals(words.decimalSign()));
    }

    private static BigDecimal ungrouped(String text, String sign) {
        return fractional(text.replace(sign, ""));
    }

    private static BigDecimal fractional(String text) {
        return new BigDecimal(text.replace(',', '.').replace('\u066b', '.'));
    }

    /** The same with digits 0 to 9, plain spaces, one minus and one apostrophe; without the marks of direction that copies bring along. */
    private static String normal(String typed) {
        var plain = new StringBuilder();
        typed.strip().codePoints().limit(LONGEST + 1L).forEach(one -> {
            int digit = Character.digit(one, 10);
            if (digit >= 0) {
                plain.append(digit);
            } else if (Character.isWhitespace(one) || Character.isSpaceChar(one)) {
                plain.append(' ');
            } else if (one == '\u2212' || one == '\u2013') {
                plain.append('-');
            } else if (one == '\u2019' || one == '\u066c') {
                plain.append('\'');
            } else if (Character.getType(one) != Character.FORMAT) {
                plain.appendCodePoint(one);
            }
        });
        return plain.toString().strip().replaceFirst("^([-+]) ", "$1");
    }
}
