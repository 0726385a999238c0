package io.anteroom.clinic.patient;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form by which we compare it: NFKC, without spaces around, all of it in lower case, the
 * domain in ASCII (RFC 5890). RFC 5321 lets a host tell {@code Anna@} from {@code anna@}; no clinic's patients do.
 *
 * @param value the normal form, 3 to 254 characters
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    /**
     * @throws IllegalArgumentException if {@code value} is not an address in its normal form
     */
    public EmailAddress {
        if (!normal(value).equals(Optional.of(value))) {
            throw new IllegalArgumentException("Not an e-mail address in its normal form");
        }
    }

    /** Reads what a person typed, or nothing where it is no address. */
    public static Optional<EmailAddress> parse(String typed) {
        return normal(typed).map(EmailAddress::new);
    }

    private static Optional<String> normal(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART) {
            return Optional.empty();
        }
        String localPart = lowerCase(text.substring(0, at));
        return asciiDomain(text.substring(at + 1))
                .filter(_ -> LOCAL_PART.matcher(localPart).matches())
                .map(domain -> localPart + "@" + domain)
                .filter(address -> address.length() <= LONGEST);
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            return Optional.of(lowerCase(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES)))
                    .filter(ascii -> DOMAIN.matcher(ascii).matches());
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    /** Upper case first, so that letters which only differ there, as the two sigmas, come out equal. */
    private static String lowerCase(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Names no address, since logs are no place for one. */
    @Override
    public String toString() {
        return "EmailAddress[]";
    }
}
