package io.anteroom.controlplane.organisation;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first label of a portal's host name: 3 to 50 characters of {@code a-z}, {@code 0-9} and single hyphens inside. A
 * subset of what RFC 1123 allows, so that an address can be read out over the telephone. Two hyphens together are refused
 * altogether, which also keeps out encoded international names ({@code xn--}, RFC 5890).
 *
 * @param value the label, lower case
 */
public record Slug(String value) {

    /** The fewest characters. */
    public static final int SHORTEST = 3;

    /** The most characters; a DNS label may have 63. */
    public static final int LONGEST = 50;

    private static final Pattern CHARACTERS = Pattern.compile("[a-z0-9-]*");

    /** What came of reading a slug that somebody typed. */
    public sealed interface Reading {}

    /** It is a slug. Whether it is still free is another question: see {@link SlugReservations}. */
    public record Good(Slug slug) implements Reading {}

    /** It cannot be one. */
    public record Refused(Problem problem) implements Reading {}

    /** Why a text cannot be a slug. */
    public enum Problem {
        MISSING,
        TOO_SHORT,
        TOO_LONG,
        OTHER_CHARACTERS,
        MISPLACED_HYPHEN,
        RESERVED
    }

    /**
     * @throws IllegalArgumentException if {@code value} has not the shape; a word reserved later does no harm to those who
     *     had it before
     */
    public Slug {
        Problem problem = misshapen(value);
        if (problem != null) {
            throw new IllegalArgumentException("Not a slug: " + problem);
        }
    }

    /** Reads what somebody typed; capitals and surrounding spaces are forgiven. */
    public static Reading read(String typed) {
        String value = typed.strip().toLowerCase(Locale.ROOT);
        Problem problem = ReservedSlugs.contains(value) ? Problem.RESERVED : misshapen(value);
        return problem == null ? new Good(new Slug(value)) : new Refused(problem);
    }

    private static @Nullable Problem misshapen(String value) {
        if (value.isEmpty()) {
            return Problem.MISSING;
        }
        if (!CHARACTERS.matcher(value).matches()) {
            return Problem.OTHER_CHARACTERS;
        }
        if (value.length() < SHORTEST) {
            return Problem.TOO_SHORT;
        }
        if (value.length() > LONGEST) {
            return Problem.TOO_LONG;
        }
        if (value.startsWith("-") || value.endsWith("-") || value.contains("--")) {
            return Problem.MISPLACED_HYPHEN;
        }
        return null;
    }

    @Override
    public String toString() {
        return value;
    }
}
