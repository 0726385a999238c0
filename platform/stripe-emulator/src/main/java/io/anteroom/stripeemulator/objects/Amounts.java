package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.StripeError;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What Stripe takes as an amount: not too small, not too large, and in three-digit currencies ending in 0. */
final class Amounts {

    /** Stripe's smallest charges, in its minor units; others are converted to the account's settlement currency. */
    private static final Map<String, Long> LEAST = Map.ofEntries(
            Map.entry("usd", 50L),
            Map.entry("eur", 50L),
            Map.entry("gbp", 30L),
            Map.entry("jpy", 50L),
            Map.entry("aud", 50L),
            Map.entry("cad", 50L),
            Map.entry("chf", 50L),
            Map.entry("nzd", 50L),
            Map.entry("sek", 300L),
            Map.entry("nok", 300L),
            Map.entry("dkk", 250L));

    private static final Set<String> THREE_DIGITS = Set.of("bhd", "jod", "kwd", "omr", "tnd");
    private static final long MOST = 99_999_999L;

    private Amounts() {}

    static void check(long amount, String currency, String param) throws StripeError {
        if (amount < LEAST.getOrDefault(currency, 1L)) {
            throw StripeError.invalid(
                    "amount_too_small",
                    "The amount is below the smallest that can be charged in this currency.",
                    param);
        }
        if (amount > MOST) {
            throw StripeError.invalid("amount_too_large", "Amount must be no more than 999,999.99.", param);
        }
        if (THREE_DIGITS.contains(currency) && amount % 10 != 0) {
            throw StripeError.invalid(
                    "parameter_invalid_integer",
                    "Amounts in " + currency.toUpperCase(Locale.ROOT) + " must be divisible by 10.",
                    param);
        }
    }

    static String currency(String typed, String param) throws StripeError {
        String code = typed.toLowerCase(Locale.ROOT);
        if (!code.matches("[a-z]{3}")) {
            throw StripeError.invalid("parameter_invalid_string", "Invalid currency: " + typed + ".", param);
        }
        return code;
    }
}
