package io.anteroom.clinic.patient;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a record can be found, as the text of a {@code tsvector}. Every word is matched by its beginning.
 * Names stand as they are; {@code @1980-03-27} is a birth date, {@code #412345678} a number, {@code =a@b.org} an address,
 * {@code :A-17} an id in another system, so that one kind is never taken for another.
 */
final class SearchWords {

    static final char BIRTH_DATE = '@';
    static final char NUMBER = '#';
    static final char EMAIL = '=';
    static final char EXTERNAL_ID = ':';

    private SearchWords() {}

    static String of(PatientDetails patient) {
        Set<String> words = new LinkedHashSet<>();
        addName(words, patient.givenName(), patient.familyName());
        if (patient.preferredName() != null) {
            words.addAll(NameKey.words(patient.preferredName()));
        }
        words.add(BIRTH_DATE + patient.birthDate().toString());
        patient.emailText().ifPresent(email -> words.add(EMAIL + email));
        addNumber(words, patient.mobile() == null ? null : patient.mobile().asPhone());
        addNumber(words, patient.homePhone());
        addNumber(words, patient.phone());
        if (patient.externalId() != null) {
            words.add(EXTERNAL_ID + NameKey.of(patient.externalId()).replace(" ", ""));
        }
        return words.stream().map(SearchWords::quoted).collect(Collectors.joining(" "));
    }

    /** Each word, and all of them written together: 'de la Cruz' is found by 'delacruz', 山田太郎 without its space. */
    private static void addName(Set<String> words, String given, String family) {
        words.addAll(NameKey.words(given));
        words.addAll(NameKey.words(family));
        String oneGiven = String.join("", NameKey.words(given));
        String oneFamily = String.join("", NameKey.words(family));
        Stream.of(oneGiven + oneFamily, oneFamily + oneGiven)
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
    }

    /** With and without the country code; a leading zero is left off when searching. */
    private static void addNumber(Set<String> words, @Nullable PhoneNumber number) {
        if (number != null) {
            words.add(NUMBER + number.value().substring(1));
            words.add(NUMBER + number.nationalDigits());
        }
    }

    /** A lexeme in the quotes of {@code tsvector} and {@code tsquery}. */
    static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
