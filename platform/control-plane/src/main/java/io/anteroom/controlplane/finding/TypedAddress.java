package io.anteroom.controlplane.finding;

import io.anteroom.messaging.Message;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, as far as its shape goes: whether an email address or a number could look so. What it means the
 * clinics' own rules say, in the worker.
 *
 * @param text without spaces around, in compatible letters
 */
record TypedAddress(String text) {

    static final String NEITHER =
            "Enter an email address like anna@example.com, or a mobile number like +44 7700 900123";

    private static final String WITHOUT_PREFIX =
            "Start the number with + and the code of its country, like +44 7700 900123";

    private static final int LONGEST = 254;
    private static final Pattern NUMBER = Pattern.compile("\\+[0-9][0-9 ().\\-/\u00a0\u2010-\u2015]{5,38}");
    private static final Pattern NATIONAL = Pattern.compile("[0-9(][0-9 ().\\-/\u00a0\u2010-\u2015]{4,38}");

    static TypedAddress of(@Nullable String typed) {
        return new TypedAddress(Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFKC)
                .strip());
    }

    /** What is wrong with it, in words for the one who typed it; nothing if it could be an address. */
    Optional<String> wrong() {
        if (text.isEmpty()) {
            return Optional.of("Enter your email address or mobile number");
        }
        if (text.length() <= LONGEST
                && (Message.isEmailAddress(text) || NUMBER.matcher(text).matches())) {
            return Optional.empty();
        }
        return Optional.of(NATIONAL.matcher(text).matches() ? WITHOUT_PREFIX : NEITHER);
    }

    /** Keeps addresses out of logs. */
    @Override
    public String toString() {
        return "TypedAddress[]";
    }
}
