package io.anteroom.clinic.patient;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names as we compare, sort and find them: without accents, case, apostrophes or other punctuation. */
final class NameKey {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019\u02bc\u02bb`\u00b4]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Letters that Unicode does not take apart, though people type the plain ones for them. */
    private static final Map<Integer, String> PLAIN = Map.of(
            (int) 'ß', "ss", (int) 'ø', "o", (int) 'ł', "l", (int) 'đ', "d", (int) 'ð', "d", (int) 'þ', "th", (int) 'æ',
            "ae", (int) 'œ', "oe", (int) 'ı', "i", (int) 'ħ', "h");

    private NameKey() {}

    /** {@code "D'Árcy-Łodź"} gives {@code "darcy lodz"}. */
    static String of(String name) {
        return String.join(" ", words(name));
    }

    /** The words of a name in their normal form, in order. */
    static List<String> words(String name) {
        String apart = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String bare = APOSTROPHES.matcher(ACCENTS.matcher(apart).replaceAll("")).replaceAll("");
        String plain = bare.codePoints()
                .mapToObj(letter -> PLAIN.getOrDefault(letter, Character.toString(letter)))
                .collect(Collectors.joining());
        return Stream.of(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
