package io.anteroom.payments;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Amounts as Stripe counts them. Its minor units are ISO 4217's but for a few currencies, and it does not charge every
 * amount. Source: Stripe's documentation, "Supported currencies".
 */
public final class StripeAmount {

    /** No minor unit in ISO 4217, two digits at Stripe, always 00. */
    private static final Set<String> TWO_DIGITS_AT_STRIPE = Set.of("ISK", "UGX");

    /** Two digits in ISO 4217, none at Stripe. */
    private static final Set<String> NO_DIGITS_AT_STRIPE = Set.of("MGA");

    /** The smallest charge, in Stripe's minor units. */
    private static final Map<String, Long> LEAST = Map.ofEntries(
            Map.entry("AED", 200L),
            Map.entry("ARS", 50L),
            Map.entry("AUD", 50L),
            Map.entry("BRL", 50L),
            Map.entry("CAD", 50L),
            Map.entry("CHF", 50L),
            Map.entry("COP", 50L),
            Map.entry("CZK", 1500L),
            Map.entry("DKK", 250L),
            Map.entry("EUR", 50L),
            Map.entry("GBP", 30L),
            Map.entry("HKD", 400L),
            Map.entry("HUF", 17500L),
            Map.entry("IDR", 50L),
            Map.entry("ILS", 50L),
            Map.entry("INR", 50L),
            Map.entry("JPY", 50L),
            Map.entry("KRW", 50L),
            Map.entry("MXN", 1000L),
            Map.entry("MYR", 200L),
            Map.entry("NOK", 300L),
            Map.entry("NZD", 50L),
            Map.entry("PHP", 50L),
            Map.entry("PLN", 200L),
            Map.entry("RON", 200L),
            Map.entry("RUB", 50L),
            Map.entry("SEK", 300L),
            Map.entry("SGD", 50L),
            Map.entry("THB", 1000L),
            Map.entry("USD", 50L),
            Map.entry("ZAR", 50L));

    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** Twelve digits, for a card. What a card's network, or another way to pay on the page, takes less of, Stripe refuses itself. */
    private static final long MOST = 999_999_999_999L;

    private StripeAmount() {}

    /** Whether Stripe charges exactly that much. */
    public static boolean isChargeable(Money money) {
        String code = money.currency().getCurrencyCode();
        long stripe = isExact(money) ? minor(money) : 0;
        return stripe >= LEAST.getOrDefault(code, 1L) && stripe <= MOST;
    }

    /** Whether Stripe can move exactly that much, be it ever so little. */
    public static boolean isExact(Money money) {
        return switch (money.digits()) {
            case 3 -> money.minor() % 10 == 0;
            case 2 -> !NO_DIGITS_AT_STRIPE.contains(money.currency().getCurrencyCode()) || money.minor() % 100 == 0;
            default -> true;
        };
    }

    /** In Stripe's minor units. */
    public static long minor(Money money) {
        String code = money.currency().getCurrencyCode();
        if (TWO_DIGITS_AT_STRIPE.contains(code)) {
            return Math.multiplyExact(money.minor(), 100L);
        }
        return NO_DIGITS_AT_STRIPE.contains(code) ? money.minor() / 100 : money.minor();
    }

    /** Back from Stripe's minor units and lower-case code. */
    public static Money money(long minor, String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        Currency currency = Currency.getInstance(upper);
        if (TWO_DIGITS_AT_STRIPE.contains(upper)) {
            return new Money(minor / 100, currency);
        }
        return new Money(NO_DIGITS_AT_STRIPE.contains(upper) ? Math.multiplyExact(minor, 100L) : minor, currency);
    }

    /** Whether {@code code} is a currency in which somebody pays, as far as is known here; Stripe moves others too. */
    public static boolean knows(@Nullable String code) {
        return code != null && KNOWN.contains(code.toUpperCase(Locale.ROOT));
    }

    /** Stripe's name of the currency. */
    public static String code(Money money) {
        return money.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }
}
