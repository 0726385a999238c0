package io.anteroom.language;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A language as it is written in a country, and all that is said in it. In a page use {@link Say}, which asks
 * {@link #current()}; what is for somebody else than who asks, as mail, names its language with {@link #in}.
 *
 * <p>Texts are patterns of ICU's {@code MessageFormat} with named arguments. An apostrophe is an apostrophe, unless it stands
 * right before a brace or, within a plural, a {@code #}; the typographic one (’), which texts have anyway, always is.
 *
 * @param language what is spoken
 * @param country where, in two letters, or empty
 */
public record Words(Language language, String country) {

    private static final ScopedValue<Supplier<Words>> BOUND = ScopedValue.newInstance();
    private static final Words ENGLISH = new Words(Language.ENGLISH, "");

    /** Begins a piece of text of its own direction (Unicode's FSI). */
    private static final String APART = "\u2068";

    /** Ends it (PDI). */
    private static final String TOGETHER = "\u2069";

    /** More than any number has that is asked for. */
    private static final int MOST_DECIMALS = 100;

    /** Stands in messages where their code goes when they are sent; phones look for a code that stands free. */
    private static final String FILLED_LATER = "{secret}";

    /** {@code language}, wherever it is spoken. */
    public static Words in(Language language) {
        return new Words(language, "");
    }

    /** {@code language} as it is written in {@code country}, of two letters. */
    public static Words in(Language language, String country) {
        return new Words(language, country);
    }

    /** What is spoken to whoever asks; English where nobody does, as in a job. */
    public static Words current() {
        return BOUND.isBound() ? BOUND.get().get() : ENGLISH;
    }

    /** The same, and nothing where nobody asks. */
    public static Optional<Words> spoken() {
        return BOUND.isBound() ? Optional.of(BOUND.get().get()) : Optional.empty();
    }

    /**
     * Does {@code work}, in which {@link #current()} is what {@code words} gives: asked each time, so that a language may
     * turn out late, as that of somebody found to be signed in.
     *
     * @throws X whatever {@code work} throws
     */
    public static <R, X extends Throwable> R speaking(
            Supplier<Words> words, ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(BOUND, words).call(work);
    }

    /**
     * {@code english} in this language.
     *
     * @param english the text, a literal: tests look for it in the catalogues
     * @param arguments names and values by turns. A {@link LocalDate}, {@link LocalTime} or {@link ZonedDateTime} is
     *     written in words, a number as the country writes it; a text may be of another direction than what surrounds it
     */
    public String say(String english, @Nullable Object... arguments) {
        return said(null, english, arguments);
    }

    /** The same where one English word has two meanings: {@code context} says which, as {@code state} or {@code verb}. */
    public String sayAs(String context, String english, @Nullable Object... arguments) {
        return said(context, english, arguments);
    }

    private String said(@Nullable String context, String english, @Nullable Object... arguments) {
        String pattern = Catalogue.of(language).translation(context, english);
        return Patterns.format(locale(), pattern, named(arguments));
    }

    /** The whole locale, for formats that are not here. */
    public ULocale locale() {
        return language.locale(country);
    }

    /** 23 November 2026. */
    public String day(LocalDate day) {
        return written(Times.Style.DAY, day.atStartOfDay());
    }

    /** Monday, 23 November 2026. */
    public String weekdayAndDay(LocalDate day) {
        return written(Times.Style.WEEKDAY_AND_DAY, day.atStartOfDay());
    }

    /** 23 November. */
    public String dayOfMonth(LocalDate day) {
        return written(Times.Style.DAY_OF_MONTH, day.atStartOfDay());
    }

    /** A day without its year, in few letters: 23 Nov. */
    public String shortDayOfMonth(LocalDate day) {
        return written(Times.Style.SHORT_DAY_OF_MONTH, day.atStartOfDay());
    }

    /** Mon, 23 Nov. */
    public String shortDay(LocalDate day) {
        return written(Times.Style.SHORT_DAY, day.atStartOfDay());
    }

    /** November 2026. */
    public String month(YearMonth month) {
        return written(Times.Style.MONTH, month.atDay(1).atStartOfDay());
    }

    /** Monday. */
    public String weekday(DayOfWeek day) {
        return written(Times.Style.WEEKDAY, aDay(day));
    }

    /** Mon. */
    public String shortWeekday(DayOfWeek day) {
        return written(Times.Style.SHORT_WEEKDAY, aDay(day));
    }

    /** 09:30, or 9:30 am where people say so. */
    public String time(LocalTime time) {
        return written(Times.Style.TIME, time.atDate(LocalDate.EPOCH));
    }

    /** 23 November 2026, 09:30, on the clocks of its zone. */
    public String dayAndTime(ZonedDateTime moment) {
        return say("{day}, {time}", "day", moment.toLocalDate(), "time", moment.toLocalTime());
    }

    /**
     * An amount of minor units: 12,50 €, with as many decimals as the currency has. The country's own currency has the sign that
     * people there write (£, not UK£ or £UK), also in a language of elsewhere; others have the one that tells them apart.
     */
    public String money(long minor, Currency currency) {
        return Amounts.format(locale(), minor, currency);
    }

    /** A number without needless noughts, as 1,234.5. */
    public String number(Number number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(10);
        return format.format(number);
    }

    /** A number with all its digits and no sign between thousands, as 1234.5: so it can be typed, and is read as what it is. */
    public String digits(Number number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(number);
    }

    /** What stands before the decimals of a number. */
    public String decimalSign() {
        return DecimalFormatSymbols.getInstance(locale()).getDecimalSeparatorString();
    }

    /** {@code parts} as a list in a sentence: a, b and c. */
    public String list(Collection<String> parts) {
        return ListFormatter.getInstance(locale())
                .format(parts.stream().map(this::isolated).toList());
    }

    /** {@code parts} of which one is meant: a, b or c. */
    public String either(Collection<String> parts) {
        return ListFormatter.getInstance(locale(), ListFormatter.Type.OR, ListFormatter.Width.WIDE)
                .format(parts.stream().map(this::isolated).toList());
    }

    /**
     * {@code text}, which may be of another direction than this language, as a name may be, so that it stays together. In a
     * template {@code <bdi>} or {@code dir="auto"} does it; arguments of texts need nothing.
     */
    public String isolated(String text) {
        boolean copied = text.isEmpty() || text.contains("://") || text.equals(FILLED_LATER);
        return language.isFromTheRight() && !copied ? APART + text + TOGETHER : text;
    }

    private String written(Times.Style style, LocalDateTime time) {
        return Times.format(locale(), style, time);
    }

    /** The fifth of January 1970 was a Monday. */
    private static LocalDateTime aDay(DayOfWeek day) {
        return LocalDate.of(1970, 1, 4).plusDays(day.getValue()).atStartOfDay();
    }

    private Map<String, Object> named(@Nullable Object... arguments) {
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("A name without its value");
        }
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            named.put(
                    (String) Objects.requireNonNull(arguments[i]),
                    argument(Objects.requireNonNullElse(arguments[i + 1], "")));
        }
        return named;
    }

    private Object argument(Object value) {
        return switch (value) {
            case Number number -> number;
            case LocalDate day -> day(day);
            case LocalTime time -> time(time);
            case ZonedDateTime moment -> dayAndTime(moment);
            case DayOfWeek day -> weekday(day);
            case Boolean yes -> yes.toString();
            case Enum<?> choice -> choice.name();
            default -> isolated(value.toString());
        };
    }

    /** How many texts were asked for, in all languages since the start, that have no translation. */
    public static long missing() {
        return Catalogue.missed();
    }
}
