package io.anteroom.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;

/** Amounts of money by ICU, as a language writes them in a country. */
final class Amounts {

    private record Key(ULocale locale, java.util.Currency currency) {}

    private static final Cache<Key, DecimalFormat> FORMATS =
            Caffeine.newBuilder().maximumSize(2_000).build();

    private Amounts() {}

    static String format(ULocale locale, long minor, java.util.Currency currency) {
        DecimalFormat format = FORMATS.get(new Key(locale, currency), Amounts::format);
        return ((DecimalFormat) format.clone()).format(BigDecimal.valueOf(minor, digits(currency)));
    }

    private static DecimalFormat format(Key key) {
        Currency currency = Currency.fromJavaCurrency(key.currency());
        DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(key.locale());
        if (isOfTheCountry(key.locale(), currency)) {
            String sign = currency.getName(ULocale.ROOT, Currency.NARROW_SYMBOL_NAME, new boolean[1]);
            if (sign.length() == 1 && Character.getType(sign.charAt(0)) == Character.CURRENCY_SYMBOL) {
                DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
                symbols.setCurrency(currency);
                symbols.setCurrencySymbol(sign);
                format.setDecimalFormatSymbols(symbols);
            }
        } else {
            format.setCurrency(currency);
        }
        format.setMinimumFractionDigits(digits(key.currency()));
        format.setMaximumFractionDigits(digits(key.currency()));
        return format;
    }

    /** The sign of a dollar is that of all dollars, so it stands alone only where no other one is meant. */
    private static boolean isOfTheCountry(ULocale locale, Currency currency) {
        return !locale.getCountry().isEmpty() && currency.equals(Currency.getInstance(locale));
    }

    private static int digits(java.util.Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
