package io.anteroom.clinic.access.signin;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Six digits as somebody typed or pasted them.
 *
 * @param digits six ASCII digits
 */
public record EnteredCode(String digits) {

    private static final int LONGEST = 100;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}.]");
    private static final Pattern SIX = Pattern.compile("[0-9]{6}");

    /** Reads what was typed, whatever spaces and hyphens stand between the digits; nothing if it isn't six digits. */
    public static Optional<EnteredCode> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        var ascii = new StringBuilder();
        BETWEEN.matcher(typed)
                .replaceAll("")
                .codePoints()
                .forEach(character -> ascii.appendCodePoint(
                        Character.isDigit(character) ? '0' + Character.digit(character, 10) : character));
        return SIX.matcher(ascii).matches() ? Optional.of(new EnteredCode(ascii.toString())) : Optional.empty();
    }

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "EnteredCode[]";
    }
}
