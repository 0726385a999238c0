package io.anteroom.messaging;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bounds of what a message may hold. No text of a message is ever in an exception: it may be a secret. */
final class Limits {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s]+");

    /** Loose on purpose: only the mail server knows which addresses exist. What matters is one address and no header tricks. */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@,;<>\"\\p{Cntrl}]{1,64}@[^\\s@,;<>\"\\p{Cntrl}]{1,255}");

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{5,14}");

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,59}");

    private Limits() {}

    static void within(String text, int most, String what) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException(what + " must have 1 to " + most + " characters");
        }
    }

    static void atMost(List<?> list, int most, String what) {
        if (list.size() > most) {
            throw new IllegalArgumentException("At most " + most + " " + what);
        }
    }

    static void secret(@Nullable String secret) {
        if (secret != null) {
            within(secret, 500, "secret");
        }
    }

    static void fileName(String name) {
        if (!FILE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name of a file");
        }
    }

    static void recipient(Channel channel, String recipient) {
        if (!isRecipient(channel, recipient)) {
            throw new IllegalArgumentException("Not a recipient of this channel");
        }
    }

    static boolean isRecipient(Channel channel, String text) {
        return (channel == Channel.EMAIL ? EMAIL : E164).matcher(text).matches();
    }

    static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }
}
