package io.anteroom.clinic.patient;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns what staff type into the search box into a {@code tsquery} over {@link SearchWords}. Every part typed must be
 * found; what a part may mean (a number or a birth date, a name or an address) is an alternative.
 */
public final class SearchTerms {

    private static final int LONGEST = 100;
    private static final int MOST_TERMS = 8;
    private static final int FEWEST_DIGITS = 3;
    private static final String NOTHING_IS_FOUND_BY = SearchWords.quoted("!");
    private static final Pattern DATE =
            Pattern.compile("(?<![\\p{L}\\p{N}])(\\d{1,4}\\s*[./\\-\\s年月]\\s*\\d{1,2}\\s*[./\\-\\s年月]\\s*\\d{1,4}\\s*日?"
                    + "|\\d{1,2}(?:st|nd|rd|th)?[\\s./-]*\\p{L}{3,9}\\.?,?[\\s./-]*\\d{4}"
                    + "|\\p{L}{3,9}\\.?[\\s./-]*\\d{1,2}(?:st|nd|rd|th)?,?[\\s./-]+\\d{4}"
                    + "|\\d{8})(?![\\p{L}\\p{N}])");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}@._-])\\+?\\(?\\d(?:[\\d\\s()./+-]*\\d)?+(?![\\p{L}\\p{N}@])");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern YEAR = Pattern.compile("(18|19|20)\\d{2}");

    private final String country;
    private final List<String> terms = new ArrayList<>();

    private SearchTerms(String country) {
        this.country = country;
    }

    /** The query for what was typed, or nothing where nothing was. */
    public static Optional<String> of(String typed, String country) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        SearchTerms terms = new SearchTerms(country);
        String rest = terms.takeDates(text.substring(0, Math.min(text.length(), LONGEST)));
        SPACES.splitAsStream(terms.takeNumbers(rest)).forEach(terms::addWord);
        return Optional.of(
                terms.terms.isEmpty()
                        ? NOTHING_IS_FOUND_BY
                        : terms.terms.stream().limit(MOST_TERMS).collect(Collectors.joining(" & ")));
    }

    /** The query for records on which exactly that number stands, in whichever field. */
    public static String ofNumber(PhoneNumber number) {
        return SearchWords.quoted(SearchWords.NUMBER + number.value().substring(1));
    }

    /** The words of names in what was typed, as names are compared: without accents, case and punctuation; at most eight. */
    public static List<String> nameWords(String typed) {
        return NameKey.words(typed).stream().limit(MOST_TERMS).toList();
    }

    private String takeDates(String text) {
        return DATE.matcher(text).replaceAll(found -> {
            Set<String> meanings = dates(found.group());
            if (meanings.isEmpty()) {
                return Matcher.quoteReplacement(found.group());
            }
            numbers(found.group()).forEach(meanings::add);
            addAny(meanings);
            return " ";
        });
    }

    private Set<String> dates(String typed) {
        DateOrder usual = DateOrder.of(country);
        return Stream.of(usual, DateOrder.DAY_MONTH_YEAR, DateOrder.MONTH_DAY_YEAR, DateOrder.YEAR_MONTH_DAY)
                .map(order -> TypedDate.read(typed, order))
                .flatMap(Optional::stream)
                .limit(1)
                .map(LocalDate::toString)
                .map(date -> SearchWords.BIRTH_DATE + date)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String takeNumbers(String text) {
        return NUMBER.matcher(text).replaceAll(found -> {
            Set<String> meanings = numbers(found.group());
            if (meanings.isEmpty()) {
                return Matcher.quoteReplacement(found.group());
            }
            String typed = found.group().strip();
            if (YEAR.matcher(typed).matches()) {
                meanings.add(SearchWords.BIRTH_DATE + typed + "-");
            }
            meanings.add(SearchWords.EXTERNAL_ID + String.join("", NameKey.words(typed)));
            addAny(meanings);
            return " ";
        });
    }

    private Set<String> numbers(String typed) {
        Set<String> meanings = new LinkedHashSet<>();
        String digits = typed.replaceAll("\\D", "");
        if (digits.length() >= FEWEST_DIGITS) {
            PhoneNumber.parse(typed, country)
                    .ifPresent(number ->
                            meanings.add(SearchWords.NUMBER + number.value().substring(1)));
            meanings.add(SearchWords.NUMBER + digits.replaceFirst("^0+(?=\\d)", ""));
        }
        return meanings;
    }

    private void addWord(String word) {
        List<String> names = NameKey.words(word);
        if (word.indexOf('@') > 0) {
            addAny(Set.of(SearchWords.EMAIL + word));
        } else if (!names.isEmpty()) {
            String allNames = names.stream().map(SearchTerms::beginning).collect(Collectors.joining(" & "));
            terms.add("((" + allNames + ") | " + beginning(SearchWords.EMAIL + word) + " | "
                    + beginning(SearchWords.EXTERNAL_ID + String.join("", names)) + ")");
        }
    }

    private void addAny(Set<String> meanings) {
        terms.add(meanings.stream().map(SearchTerms::beginning).collect(Collectors.joining(" | ", "(", ")")));
    }

    private static String beginning(String word) {
        return SearchWords.quoted(word) + ":*";
    }
}
