package io.anteroom.clinic.settings;

import io.anteroom.language.Language;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In what languages a clinic speaks to its patients.
 *
 * @param standard what those are spoken to in who never chose
 * @param offered those people can choose, the standard among them
 */
public record PortalLanguages(Language standard, Set<Language> offered) {

    /** What a clinic begins with: English, and all others to choose. */
    public static final PortalLanguages FIRST = new PortalLanguages(Language.ENGLISH, EnumSet.allOf(Language.class));

    /** The standard is always offered. */
    public PortalLanguages {
        EnumSet<Language> all = EnumSet.of(standard);
        all.addAll(offered);
        offered = Set.copyOf(all);
    }

    /** Those offered, the standard first. */
    public List<Language> inOrder() {
        return Stream.concat(
                        Stream.of(standard),
                        Arrays.stream(Language.values()).filter(one -> one != standard && offered.contains(one)))
                .toList();
    }

    /** The language of somebody who chose {@code chosen}, or never chose; a language no longer offered is the clinic's. */
    public Language of(Optional<Language> chosen) {
        return chosen.filter(offered::contains).orElse(standard);
    }

    /** By their own names, for the audit log. */
    String words() {
        return String.join(", ", inOrder().stream().map(Language::ownName).toList());
    }
}
