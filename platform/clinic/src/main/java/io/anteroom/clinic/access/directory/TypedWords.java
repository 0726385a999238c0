package io.anteroom.clinic.access.directory;

import io.anteroom.clinic.patient.SearchTerms;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What staff type into the search box of the list. A name is found by the beginnings of its words, in any order, an email
 * address by any part of it, a mobile number by any part with or without the zero in front.
 *
 * @param names the beginnings of words, each behind a space, each of which must be found; none where no name was typed
 * @param part what must stand in an address; empty where nothing could
 */
record TypedWords(List<String> names, String part) {

    /** Asks the account {@code a}: {@code :names} are an array, {@code :part} a text. */
    static final String CONDITION = """
             and (:part <> '' and position(:part in a.addresses) > 0
                  or cardinality(:names) > 0
                     and not exists (select from unnest(:names) name where position(name in a.names) = 0))
            """;

    private static final int LONGEST = 100;
    private static final int FEWEST_DIGITS = 3;
    private static final Pattern NUMBER = Pattern.compile("[+\\d\\s()./-]+");
    private static final Pattern SPACE = Pattern.compile("\\s");

    /** The words, or nothing where nothing was typed. */
    static Optional<TypedWords> of(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(read(text.substring(0, Math.min(text.length(), LONGEST))));
    }

    private static TypedWords read(String text) {
        String digits = NUMBER.matcher(text).matches() ? digits(text) : "";
        if (digits.length() >= FEWEST_DIGITS) {
            return new TypedWords(List.of(), digits);
        }
        List<String> names = new ArrayList<>();
        if (text.indexOf('@') < 0) {
            SearchTerms.nameWords(text).forEach(word -> names.add(" " + word));
        }
        return new TypedWords(names, SPACE.matcher(text).find() ? "" : text);
    }

    /** Those that stand in E.164 too: without the zero in front, with or without the country's code. */
    private static String digits(String typed) {
        return typed.replace("(0)", "").replaceAll("\\D", "").replaceFirst("^0+", "");
    }
}
