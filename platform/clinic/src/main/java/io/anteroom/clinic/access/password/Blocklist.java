package io.anteroom.clinic.access.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Passwords that are guessed first, found by how people make them: one or two common words, names of the person or the
 * clinic, rows of keys, repetitions, with digits and marks around them and letters written as digits. The words are in
 * {@code guessed-first.txt}.
 */
final class Blocklist {

    /** So many letters, or digits beyond a date's, besides words and names make it the person's own. */
    private static final int OWN = 4;

    private static final int DIGITS_OF_A_DATE = 8;
    private static final int WORDS_AT_MOST = 2;
    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_WORD = 4;
    private static final int LONGEST_REPEATED = 6;

    /** So many keys side by side are one of several rows, rather than letters that happen to be neighbours. */
    private static final int RUN = 3;

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern LEET = Pattern.compile("(?<=\\p{L})[0134578!]{1,2}(?=\\p{L})");

    private static final List<String> ROWS = Stream.of(
                    "1234567890",
                    "01234567890123456789",
                    "abcdefghijklmnopqrstuvwxyz",
                    "qwertyuiopasdfghjklzxcvbnm",
                    "azertyuiopqsdfghjklmwxcvbn",
                    "qwertzuiopasdfghjklyxcvbnm",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
                    "qazwsxedcrfvtgbyhnujmikolp",
                    "1q2w3e4r5t6y7u8i9o0p",
                    "a1b2c3d4e5f6g7h8i9j0",
                    "1a2b3c4d5e6f7g8h9i0j",
                    "q1w2e3r4t5y6u7i8o9p0")
            .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
            .map(row -> row.repeat(PasswordRules.LONGEST / row.length() + 2))
            .toList();

    private static final List<String> WORDS = words();

    private Blocklist() {}

    static boolean holds(String normal, Collection<String> names) {
        var parts = names.stream()
                .flatMap(Blocklist::parts)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        var plain = plain(normal);
        return normal.codePoints().distinct().count() < OWN
                || isRepetition(plain)
                || isRow(plain)
                || Stream.of(plain, plain(unleet(normal))).anyMatch(text -> littleOwn(text, parts));
    }

    /** Whether there is little in it but names and a common word or two. */
    private static boolean littleOwn(String text, List<String> names) {
        var left = text;
        boolean named = false;
        for (var name : names) {
            named |= left.contains(name);
            left = left.replace(name, " ");
        }
        int words = 0;
        for (var word : WORDS) {
            if (left.contains(word)) {
                words++;
                left = left.replace(word, " ");
            }
        }
        return (named || words > 0) && words <= WORDS_AT_MOST && own(left) < OWN;
    }

    private static int own(String left) {
        var dense = left.replace(" ", "");
        int letters = DIGIT.matcher(dense).replaceAll("").length();
        return letters + Math.max(0, dense.length() - letters - DIGITS_OF_A_DATE);
    }

    /** Whether there is nothing but the same few characters again and again. */
    private static boolean isRepetition(String plain) {
        for (int length = 1; length <= Math.min(LONGEST_REPEATED, plain.length() / 2); length++) {
            var part = plain.substring(0, length);
            if (part.repeat(plain.length() / length + 1).startsWith(plain)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it runs along the keys or the alphabet, or in parts along several of them, as {@code abcd1234} does. */
    private static boolean isRow(String plain) {
        int at = 0;
        while (at < plain.length()) {
            int end = Math.min(at + RUN, plain.length());
            while (end <= plain.length() && inRow(plain.substring(at, end))) {
                end++;
            }
            if (end - 1 < at + RUN) {
                return false;
            }
            at = end - 1;
        }
        return plain.length() >= OWN;
    }

    private static boolean inRow(String part) {
        return ROWS.stream().anyMatch(row -> row.contains(part));
    }

    /** A name as a whole, and each part of it. */
    private static Stream<String> parts(String name) {
        return Stream.concat(Stream.of(name), NO_LETTER_OR_DIGIT.splitAsStream(name))
                .map(Blocklist::plain)
                .filter(part -> part.length() >= SHORTEST_NAME);
    }

    /** Letters for the digits and marks that people write in their place, in the middle of a word. */
    private static String unleet(String text) {
        return LEET.matcher(text.replace('@', 'a').replace('$', 's'))
                .replaceAll(found -> found.group()
                        .replace('0', 'o')
                        .replace('1', 'i')
                        .replace('!', 'i')
                        .replace('3', 'e')
                        .replace('4', 'a')
                        .replace('5', 's')
                        .replace('7', 't')
                        .replace('8', 'b'));
    }

    /** Small letters without accents, and digits. */
    private static String plain(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return NO_LETTER_OR_DIGIT.matcher(folded).replaceAll("");
    }

    /** The longest first, so that no word hides in another. */
    private static List<String> words() {
        var file =
                Objects.requireNonNull(Blocklist.class.getResourceAsStream("guessed-first.txt"), "guessed-first.txt");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .filter(word -> word.length() >= SHORTEST_WORD)
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
