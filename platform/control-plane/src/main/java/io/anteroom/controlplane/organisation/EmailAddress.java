package io.anteroom.controlplane.organisation;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address in the form in which two spellings of one mailbox compare equal: lower case, the domain in ASCII
 * (RFC 5890). Shape as RFC 5321 section 4.1.2 without quoted local parts, comments and address literals, which no
 * clinic has.
 *
 * @param value at most 254 characters
 */
public record EmailAddress(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    /**
     * @throws IllegalArgumentException if {@code value} is not an address in that form
     */
    public EmailAddress {
        if (value.length() > LONGEST
                || value.indexOf('@') > LONGEST_LOCAL_PART
                || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an email address");
        }
    }

    /** Reads what somebody typed, or gives nothing if it is not an address. */
    public static Optional<EmailAddress> read(String typed) {
        String text = typed.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            return Optional.of(new EmailAddress((text.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "EmailAddress[]";
    }
}
