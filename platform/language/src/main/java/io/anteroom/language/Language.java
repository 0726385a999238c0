package io.anteroom.language;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The languages that everything patients read is written in. Tags are stored. */
public enum Language {
    /** The language of the code, in which nothing can be missing. */
    ENGLISH("en", "English", false),
    /** German. */
    GERMAN("de", "Deutsch", false),
    /** Arabic, from right to left. */
    ARABIC("ar", "العربية", true);

    /** Two languages and a quality are a dozen letters; nobody has a thousand. */
    private static final int LONGEST_HEADER = 500;

    private static final Pattern REFUSED = Pattern.compile(";\\s*q=0(\\.0*)?\\s*$");

    private final String tag;
    private final String ownName;
    private final boolean fromTheRight;

    Language(String tag, String ownName, boolean fromTheRight) {
        this.tag = tag;
        this.ownName = ownName;
        this.fromTheRight = fromTheRight;
    }

    /** As in {@code lang}, in files and in the database: {@code en}, {@code de}, {@code ar}. */
    public String tag() {
        return tag;
    }

    /** What those call it who speak it. */
    public String ownName() {
        return ownName;
    }

    /** As in {@code dir}: {@code ltr} or {@code rtl}. */
    public String direction() {
        return fromTheRight ? "rtl" : "ltr";
    }

    /** The same of a text kept with its language's tag, whether or not that is one of ours any more. */
    public static String directionOf(String tag) {
        return of(Locale.forLanguageTag(tag).getLanguage())
                .map(Language::direction)
                .orElse("ltr");
    }

    /** Whether it is written from right to left. */
    public boolean isFromTheRight() {
        return fromTheRight;
    }

    /**
     * How it is written in {@code country} (two letters, or empty): the order of a date, the sign between hours and minutes.
     * Always with the digits 0 to 9 and the Gregorian calendar: a code, an invoice's number and a date of birth are to be
     * compared with paper and typed into fields, and are written so there.
     */
    public ULocale locale(String country) {
        return new ULocale.Builder()
                .setLanguage(tag)
                .setRegion(country)
                .setUnicodeLocaleKeyword("nu", "latn")
                .setUnicodeLocaleKeyword("ca", "gregory")
                .build();
    }

    /** The same for Java's own formats, which take the digits 0 to 9 but for Arabic anyway. */
    public Locale javaLocale(String country) {
        return fromTheRight ? locale(country).toLocale() : Locale.of(tag, country);
    }

    /** The language of {@code tag}, or nothing if there is none, or none of ours. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /**
     * The one of {@code offered} that a browser would like best, by its {@code Accept-Language}; nothing if it names none
     * of them. Browsers write theirs in order, so qualities are not sorted by.
     */
    public static Optional<Language> wanted(String acceptLanguage, List<Language> offered) {
        if (acceptLanguage.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        return Stream.of(acceptLanguage.split(",", 20))
                .filter(range -> !REFUSED.matcher(range).find())
                .map(range -> range.strip().toLowerCase(Locale.ROOT).split("[-;_]", 2)[0])
                .flatMap(tag -> of(tag).stream())
                .filter(offered::contains)
                .findFirst();
    }
}
