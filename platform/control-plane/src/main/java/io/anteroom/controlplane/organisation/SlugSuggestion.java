package io.anteroom.controlplane.organisation;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Thinks of slugs for an organisation's name, written in any script: "Zahnärzte am Weißensee" gives zahnaerzte-am-weissensee. */
public final class SlugSuggestion {

    /** What German readers expect comes first; the rest follows Unicode's own transliteration into Latin letters. */
    private static final String RULES = "ä > ae; ö > oe; ü > ue; Ä > ae; Ö > oe; Ü > ue; '&' > ' and ';"
            + " :: Any-Latin; :: Latin-ASCII; :: Lower;";

    private static final Transliterator TO_ASCII =
            Transliterator.createFromRules("slug", RULES, Transliterator.FORWARD);

    private static final int MOST_NUMBERED = 9;

    private SlugSuggestion() {}

    /**
     * Slugs for {@code organisationName}, the best first, in case others are taken. Empty if the name has no letter or
     * digit to make one of.
     */
    public static List<Slug> of(String organisationName) {
        String base = base(organisationName);
        Stream<String> plain = base.length() < Slug.SHORTEST ? Stream.of("clinic-" + base) : Stream.of(base);
        Stream<String> others = Stream.concat(
                Stream.of(shortened(base, 43) + "-clinic"),
                IntStream.rangeClosed(2, MOST_NUMBERED).mapToObj(number -> shortened(base, 48) + "-" + number));
        return base.isEmpty()
                ? List.of()
                : Stream.concat(plain, others)
                        .map(SlugSuggestion::slug)
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static String base(String organisationName) {
        String ascii = TO_ASCII.transliterate(organisationName.strip()).toLowerCase(Locale.ROOT);
        String joined =
                ascii.replaceAll("['’`´]", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return shortened(joined, Slug.LONGEST);
    }

    /** Cut at a word where there is one to cut at. */
    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int hyphen = text.lastIndexOf('-', most);
        return text.substring(0, hyphen > most / 2 ? hyphen : most).replaceAll("-+$", "");
    }

    private static Optional<Slug> slug(String text) {
        return Slug.read(text) instanceof Slug.Good(Slug slug) ? Optional.of(slug) : Optional.empty();
    }
}
