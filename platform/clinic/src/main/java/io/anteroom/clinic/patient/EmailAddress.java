package io.anteroom.clinic.patient;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An email address in the one form by which we compare it: NFKC, without spaces around, all of it in lower case, the
 * domain in ASCII (RFC 5890). RFC 5321 lets a host tell {@code Anna@} from {@code anna@}; no clinic's patients do.
 *
 * @param value the normal form, 3 to 254 characters
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final Pattern LOCAL_PART =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    private static final List<Set<UnicodeScript>> WRITTEN_TOGETHER = List.of(
            Set.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            Set.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL),
            Set.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO));

    /**
     * @throws IllegalArgumentException if {@code value} is not an address in its normal form
     */
    public EmailAddress {
        if (!normal(value).equals(Optional.of(value))) {
            throw new IllegalArgumentException("Not an email address in its normal form");
        }
    }

    /** Reads what a person typed, or nothing where it is no address. */
    public static Optional<EmailAddress> parse(String typed) {
        return normal(typed).map(EmailAddress::new);
    }

    private static Optional<String> normal(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || text.length() - at > LONGEST_DOMAIN) {
            return Optional.empty();
        }
        String localPart = folded(text.substring(0, at));
        return asciiDomain(text.substring(at + 1))
                .filter(_ -> localPart.length() <= LONGEST_LOCAL_PART)
                .filter(_ -> LOCAL_PART.matcher(localPart).matches())
                .map(domain -> localPart + "@" + domain)
                .filter(address -> address.length() <= LONGEST);
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            return Optional.of(lowerCase(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES)))
                    .filter(ascii -> ascii.length() <= LONGEST_DOMAIN)
                    .filter(ascii -> DOMAIN.matcher(ascii).matches());
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    /** Until nothing changes any more: a capital sharp s becomes a small one first, and that two letters s. */
    private static String folded(String text) {
        String once = lowerCase(Normalizer.normalize(text, Normalizer.Form.NFKC));
        return once.equals(text) ? text : folded(once);
    }

    /** Upper case first, so that letters which only differ there, as the two sigmas, come out equal. */
    private static String lowerCase(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /**
     * Whether the part before the {@code @} has letters of alphabets that nobody writes together, as a Cyrillic {@code а}
     * among Latin letters: it looks like another address, and is not it (UTS 39, 'highly restrictive').
     */
    public boolean mixesAlphabets() {
        var scripts = value.substring(0, value.indexOf('@'))
                .codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UnicodeScript.class)));
        return scripts.size() > 1 && WRITTEN_TOGETHER.stream().noneMatch(together -> together.containsAll(scripts));
    }

    /** Names no address, since logs are no place for one. */
    @Override
    public String toString() {
        return "EmailAddress[]";
    }
}
