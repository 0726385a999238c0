package io.anteroom.tenantadmin.billing;

import io.anteroom.clinic.billing.Discount;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.payments.Money;
import io.anteroom.payments.TypedAmount;
import io.anteroom.webkit.form.FormErrors;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads typed prices, rates, numbers and discounts, and says beside each field what is wrong with it. */
public final class TypedAmounts {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}([.,][0-9]{1,2})?");

    private final Currency currency;
    private final Locale locale;
    private FormErrors errors = FormErrors.none();

    /** Of a currency, as it is written at the clinic. */
    public TypedAmounts(Currency currency, Locale locale) {
        this.currency = currency;
        this.locale = locale;
    }

    /** What was wrong so far. */
    public FormErrors errors() {
        return errors;
    }

    /** Whether anything was. */
    public boolean failed() {
        return errors.any();
    }

    /** Says of a field what is wrong with it. */
    public void wrong(String field, String message) {
        errors = errors.with(field, message);
    }

    /** Says of the whole form what is wrong with it. */
    void wrong(String message) {
        errors = errors.and(FormErrors.ofForm(message));
    }

    /** An amount in words, for a message. */
    String words(long minor) {
        return new Money(minor, currency).format(locale);
    }

    /** The rate of a tax in basis points. */
    public @Nullable Integer rate(String field, String typed) {
        BigDecimal rate =
                number(field, typed.replace("%", "").strip(), "Enter the tax in per cent, like 20, or 0 for none");
        if (rate != null && rate.compareTo(BigDecimal.valueOf(100)) > 0) {
            wrong(field, "Enter at most 100 per cent");
            return null;
        }
        return rate == null ? null : rate.movePointRight(2).intValueExact();
    }

    /** An amount above 0 and at most {@code most}. */
    public @Nullable Long amount(String field, String typed, long most) {
        Long minor = price(field, typed);
        if (minor != null && (minor == 0 || minor > most)) {
            wrong(field, minor == 0 ? "Enter more than 0" : "Enter at most " + words(most));
            return null;
        }
        return minor;
    }

    /** A part of at most all of it, or an amount of at most {@code of}. */
    Discount discount(String field, String typed, long of) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Discount.NONE;
        }
        String how = "Enter an amount, or a part like 10%";
        if (text.endsWith("%")) {
            BigDecimal part = number(field, text.substring(0, text.length() - 1), how);
            if (part != null && part.compareTo(BigDecimal.valueOf(100)) <= 0) {
                return Discount.part(part.movePointRight(2).intValueExact());
            }
            if (part != null) {
                wrong(field, "Enter at most 100%");
            }
            return Discount.NONE;
        }
        if (!(Money.parse(text, currency, locale) instanceof TypedAmount.Understood(Money money))
                || money.isNegative()
                || money.minor() > InvoiceLine.MOST_MINOR) {
            wrong(field, how);
            return Discount.NONE;
        }
        if (money.minor() > of) {
            wrong(field, "Enter at most " + new Money(of, currency).format(locale));
            return Discount.NONE;
        }
        return Discount.amount(money.minor());
    }

    /** A number of at most two decimals, none below 0. */
    @Nullable
    BigDecimal number(String field, String typed, String otherwise) {
        String text = typed.strip();
        if (!NUMBER.matcher(text).matches()) {
            wrong(field, otherwise);
            return null;
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    /** A price of 0 or more. */
    public @Nullable Long price(String field, String typed) {
        return switch (Money.parse(typed, currency, locale)) {
            case TypedAmount.Understood(Money money) when money.isNegative() -> refuse(field, "Enter 0 or more");
            case TypedAmount.Understood(Money money)
            when money.minor() > InvoiceLine.MOST_MINOR ->
                refuse(field, "Enter at most " + new Money(InvoiceLine.MOST_MINOR, currency).format(locale));
            case TypedAmount.Understood(Money money) -> money.minor();
            case TypedAmount.NotUnderstood(TypedAmount.Reason reason) -> refuse(field, words(reason));
        };
    }

    private String words(TypedAmount.Reason reason) {
        return switch (reason) {
            case EMPTY -> "Enter the price of one";
            case NOT_A_NUMBER ->
                "Enter the price as a number, like "
                        + Money.ofMajor(BigDecimal.valueOf(84), currency)
                                .toMajor()
                                .toPlainString();
            case TOO_MANY_DECIMALS ->
                currency.getDefaultFractionDigits() == 0
                        ? "Enter the price without decimals"
                        : "Enter at most " + currency.getDefaultFractionDigits() + " decimals";
            case OTHER_CURRENCY -> "Enter the price in " + currency.getDisplayName(locale);
            case TOO_LARGE -> "Enter a smaller price";
        };
    }

    private @Nullable Long refuse(String field, String message) {
        wrong(field, message);
        return null;
    }
}
