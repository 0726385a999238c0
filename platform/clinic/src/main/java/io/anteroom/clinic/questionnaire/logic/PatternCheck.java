package io.anteroom.clinic.questionnaire.logic;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Whether a text matches a pattern that a clinic wrote or imported. Some patterns take forever on some texts; such a try is given up
 * after so many looks at the text, and counts as a match: nobody is kept from answering by a pattern that is at fault.
 */
final class PatternCheck {

    private static final int MOST_LOOKS = 200_000;

    private PatternCheck() {}

    static boolean matches(String regex, String text) {
        try {
            return Pattern.compile(regex)
                    .matcher(new Looked(text, new AtomicInteger()))
                    .matches();
        } catch (GivenUp | PatternSyntaxException | StackOverflowError e) {
            return true;
        }
    }

    private record Looked(CharSequence text, AtomicInteger looks) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (looks.incrementAndGet() > MOST_LOOKS) {
                throw new GivenUp();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Looked(text.subSequence(start, end), looks);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp() {
            super(null, null, false, false);
        }
    }
}
