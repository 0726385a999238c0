package io.anteroom.payments;

import io.anteroom.payments.TypedAmount.NotUnderstood;
import io.anteroom.payments.TypedAmount.Reason;
import io.anteroom.payments.TypedAmount.Understood;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads a typed amount. Groups must be groups, and one lone separator is the locale's business. */
final class AmountParser {

    private static final long MOST = 1_000_000_000_000L;
    private static final Pattern SPACES_AND_APOSTROPHES = Pattern.compile("[\\s\\u00a0\\u2009\\u202f'\\u2019]");
    private static final Pattern OTHER_SIGN = Pattern.compile("[\\p{Sc}\\p{L}]");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.,]*");
    private static final String GROUPED = "-?[0-9]{1,3}(?:%1$s[0-9]{2,3})*%1$s[0-9]{3}";

    private final Currency currency;
    private final Locale locale;

    AmountParser(Currency currency, Locale locale) {
        this.currency = currency;
        this.locale = locale;
    }

    TypedAmount parse(String typed) {
        String text = bare(typed);
        if (text.isEmpty()) {
            return new NotUnderstood(Reason.EMPTY);
        }
        if (OTHER_SIGN.matcher(text).find()) {
            return new NotUnderstood(
                    text.chars().anyMatch(c -> c >= '0' && c <= '9') ? Reason.OTHER_CURRENCY : Reason.NOT_A_NUMBER);
        }
        if (!NUMBER.matcher(text).matches()) {
            return new NotUnderstood(Reason.NOT_A_NUMBER);
        }
        int point = decimalPoint(text);
        String whole = point < 0 ? text : text.substring(0, point);
        String decimals = point < 0 ? "" : text.substring(point + 1);
        if (!isWhole(whole)) {
            return new NotUnderstood(Reason.NOT_A_NUMBER);
        }
        return amount(whole.replaceAll("[.,]", ""), decimals);
    }

    /** Full-width forms and digits of other scripts narrowed, the currency's own sign and code, spaces and apostrophes taken off. */
    private String bare(String typed) {
        String text =
                narrowed(Normalizer.normalize(typed, Normalizer.Form.NFKC)).toUpperCase(Locale.ROOT);
        for (String sign : new String[] {
            currency.getCurrencyCode(), narrowed(currency.getSymbol(locale)).toUpperCase(Locale.ROOT), narrowSign()
        }) {
            text = text.replace(sign, "");
        }
        return SPACES_AND_APOSTROPHES.matcher(text).replaceAll("").replace('\u2212', '-');
    }

    /** Digits of every script as 0 to 9; Arabic has separators of its own, which mean but one thing each. */
    private String narrowed(String text) {
        char point = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        var narrowed = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                narrowed.append(Character.digit(c, 10));
            } else {
                switch (c) {
                    case '\u066b' -> narrowed.append(point == ',' ? ',' : '.');
                    case '\u066c', '\u200e', '\u200f', '\u061c' -> {
                        // A group of thousands, or a mark of direction that came along with what was copied.
                    }
                    default -> narrowed.appendCodePoint(c);
                }
            }
        });
        return narrowed.toString();
    }

    private String narrowSign() {
        return switch (currency.getCurrencyCode()) {
            case "GBP" -> "\u00a3";
            case "JPY", "CNY" -> "\u00a5";
            case "EUR" -> "\u20ac";
            case "INR" -> "\u20b9";
            case "USD", "AUD", "CAD", "NZD", "SGD", "HKD" -> "$";
            default -> currency.getCurrencyCode();
        };
    }

    /** Where the decimal point is, or -1 where there is none. */
    private int decimalPoint(String text) {
        int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        if (last < 0) {
            return -1;
        }
        char sign = text.charAt(last);
        boolean bothKinds = text.indexOf('.') >= 0 && text.indexOf(',') >= 0;
        boolean repeated = text.indexOf(sign) != last;
        if (repeated) {
            return -1;
        }
        return bothKinds || !groups(text, last, sign) ? last : -1;
    }

    /** Whether one lone separator groups thousands: three digits follow, and this locale (or a whole-unit currency) says so. */
    private boolean groups(String text, int at, char sign) {
        boolean threeFollow = text.length() - at == 4;
        boolean groupsHere = sign == DecimalFormatSymbols.getInstance(locale).getGroupingSeparator();
        return threeFollow && (groupsHere || currency.getDefaultFractionDigits() == 0);
    }

    private static boolean isWhole(String whole) {
        return whole.matches("-?[0-9]+")
                || whole.matches(GROUPED.formatted("\\."))
                || whole.matches(GROUPED.formatted(","));
    }

    private TypedAmount amount(String whole, String decimals) {
        if (!decimals.matches("[0-9]*")) {
            return new NotUnderstood(Reason.NOT_A_NUMBER);
        }
        BigDecimal major = new BigDecimal(whole + "." + (decimals.isEmpty() ? "0" : decimals)).stripTrailingZeros();
        if (decimals.length() > currency.getDefaultFractionDigits()
                && major.scale() > currency.getDefaultFractionDigits()) {
            return new NotUnderstood(Reason.TOO_MANY_DECIMALS);
        }
        BigDecimal minor = major.movePointRight(currency.getDefaultFractionDigits());
        return minor.abs().compareTo(BigDecimal.valueOf(MOST)) > 0
                ? new NotUnderstood(Reason.TOO_LARGE)
                : new Understood(new Money(minor.longValueExact(), currency));
    }
}
