package io.anteroom.payments;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount in a currency's minor unit: 8450 GBP is £84.50, 8450 JPY is ¥8,450, 8450 KWD is 8.450 dinars. Never a
 * floating-point number; sums that would leave the range throw instead of wrapping.
 *
 * @param minor the amount in minor units, may be negative
 * @param currency an ISO 4217 currency that has minor units (not gold, nor the testing code)
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    /** CLDR asks for a space between {@code KWD} and its number; the JDK leaves it out. */
    private static final Pattern LETTERS_AGAINST_DIGITS = Pattern.compile("(?<=\\p{L})(?=\\p{N})");

    /** Putting one together takes longer than the rest of writing an amount. Not safe for threads, so each use copies. */
    private static final Cache<Manner, NumberFormat> FORMATS =
            Caffeine.newBuilder().maximumSize(1_000).build();

    /**
     * @throws IllegalArgumentException if the currency has no minor unit
     */
    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("Nobody pays in " + currency.getCurrencyCode());
        }
    }

    /** Nothing, in that currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** {@code minor} minor units of the currency with that ISO 4217 code. */
    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    /**
     * The exact amount of that many major units.
     *
     * @throws ArithmeticException if {@code major} has more decimals than the currency, or is out of range
     */
    public static Money ofMajor(BigDecimal major, Currency currency) {
        return new Money(
                major.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    }

    /**
     * Reads what a person typed, like {@code 84.50}, {@code 84,50}, {@code £1,234.50}, {@code 1 234,50} or {@code ￥８００}.
     * A separator that could mean two things means what it does in {@code locale}; what still could is refused.
     */
    public static TypedAmount parse(String typed, Currency currency, Locale locale) {
        return new AmountParser(currency, locale).parse(typed);
    }

    /** How many decimals the currency has: 2 for GBP, 0 for JPY, 3 for KWD. */
    public int digits() {
        return currency.getDefaultFractionDigits();
    }

    /** In major units, with exactly the currency's decimals. */
    public BigDecimal toMajor() {
        return BigDecimal.valueOf(minor, digits());
    }

    /** For people, with the currency's sign, as written in {@code locale}. */
    public String format(Locale locale) {
        NumberFormat format = (NumberFormat)
                FORMATS.get(new Manner(locale, currency), Manner::format).clone();
        return LETTERS_AGAINST_DIGITS.matcher(format.format(toMajor())).replaceAll("\u00a0");
    }

    /** How amounts of one currency are written in one locale. */
    private record Manner(Locale locale, Currency currency) {

        NumberFormat format() {
            NumberFormat format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(currency);
            format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
            format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
            return format;
        }
    }

    /**
     * The sum.
     *
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if it is out of range
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    /** The difference; see {@link #plus}. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    /** That many times as much; see {@link #plus}. */
    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    /**
     * Whether a card can pay exactly this: Stripe has a smallest and a largest charge, and takes currencies of three digits in
     * steps of ten only.
     */
    public boolean fitsACard() {
        return StripeAmount.isChargeable(this);
    }

    /** Whether it is more than nothing. */
    public boolean isPositive() {
        return minor > 0;
    }

    /** Whether it is exactly nothing. */
    public boolean isZero() {
        return minor == 0;
    }

    /** Whether it is less than nothing. */
    public boolean isNegative() {
        return minor < 0;
    }

    /**
     * @throws IllegalArgumentException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** Currency code and decimal amount, like {@code GBP 84.50}; for logs and tests, see {@link #format} for people. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + toMajor().toPlainString();
    }

    private Money same(Money other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
