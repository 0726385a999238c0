package io.anteroom.stripeemulator.world;

import io.anteroom.stripeemulator.http.StripeError;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What Stripe takes as an amount: not too small, not too large, and in three-digit currencies ending in 0. */
public final class Amounts {

    /** Stripe's smallest charges, in its minor units; others are converted to the account's settlement currency. */
    private static final Map<String, Long> LEAST = Map.ofEntries(
            Map.entry("aed", 200L),
            Map.entry("ars", 50L),
            Map.entry("aud", 50L),
            Map.entry("brl", 50L),
            Map.entry("cad", 50L),
            Map.entry("chf", 50L),
            Map.entry("cop", 50L),
            Map.entry("czk", 1500L),
            Map.entry("dkk", 250L),
            Map.entry("eur", 50L),
            Map.entry("gbp", 30L),
            Map.entry("hkd", 400L),
            Map.entry("huf", 17_500L),
            Map.entry("idr", 50L),
            Map.entry("ils", 50L),
            Map.entry("inr", 50L),
            Map.entry("jpy", 50L),
            Map.entry("krw", 50L),
            Map.entry("mxn", 1000L),
            Map.entry("myr", 200L),
            Map.entry("nok", 300L),
            Map.entry("nzd", 50L),
            Map.entry("php", 50L),
            Map.entry("pln", 200L),
            Map.entry("ron", 200L),
            Map.entry("rub", 50L),
            Map.entry("sek", 300L),
            Map.entry("sgd", 50L),
            Map.entry("thb", 1000L),
            Map.entry("usd", 50L),
            Map.entry("zar", 50L));

    private static final Set<String> THREE_DIGITS = Set.of("bhd", "jod", "kwd", "omr", "tnd");
    /** Written with two digits that are always 00. */
    private static final Set<String> TWO_ZEROS = Set.of("isk", "ugx");

    private static final long MOST = 999_999_999_999L;

    private Amounts() {}

    /** Refuses what Stripe does not charge. */
    public static void check(long amount, String currency, String param) throws StripeError {
        if (amount < LEAST.getOrDefault(currency, 1L)) {
            throw StripeError.invalid(
                    "amount_too_small",
                    "Amount must be at least " + LEAST.getOrDefault(currency, 1L) + " " + currency
                            + ": this is below the smallest that can be charged.",
                    param);
        }
        if (amount > MOST) {
            throw StripeError.invalid("amount_too_large", "Amount must be no more than 12 digits.", param);
        }
        checkSteps(amount, currency, param);
    }

    /** Refuses an amount between two that the currency's networks know. */
    public static void checkSteps(long amount, String currency, String param) throws StripeError {
        int step = step(currency);
        if (amount % step != 0) {
            throw StripeError.invalid(
                    "parameter_invalid_integer",
                    "Amounts in " + currency.toUpperCase(Locale.ROOT) + " must be divisible by " + step + ".",
                    param);
        }
    }

    /** The smallest difference between two amounts. */
    public static int step(String currency) {
        if (THREE_DIGITS.contains(currency)) {
            return 10;
        }
        return TWO_ZEROS.contains(currency) ? 100 : 1;
    }

    /** The currency as Stripe writes it, in small letters. */
    public static String currency(String typed, String param) throws StripeError {
        String code = typed.toLowerCase(Locale.ROOT);
        if (!code.matches("[a-z]{3}")) {
            throw StripeError.invalid("parameter_invalid_string", "Invalid currency: " + typed + ".", param);
        }
        return code;
    }
}
