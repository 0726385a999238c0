package io.anteroom.language;

import org.jspecify.annotations.Nullable;

/**
 * What pages say, to whoever asks for them: imported statically by templates and controllers. It gives plain text, which the
 * template escapes. What is for somebody else, or for the audit log, is not said here.
 */
public final class Say {

    private Say() {}

    /**
     * {@code english} in the language of whoever asks; see {@link Words#say}.
     *
     * @param english the text, a literal
     * @param arguments names and values by turns
     */
    public static String say(String english, @Nullable Object... arguments) {
        return Words.current().say(english, arguments);
    }

    /** The same where one English word has two meanings: {@code context} says which. */
    public static String sayAs(String context, String english, @Nullable Object... arguments) {
        return Words.current().sayAs(context, english, arguments);
    }
}
