package io.anteroom.clinic.billing;

import io.anteroom.language.Language;
import io.anteroom.language.Words;
import io.anteroom.payments.Money;
import io.anteroom.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/**
 * How amounts, dates and times are written for one clinic: the reader's language, the clinic's country's order of a date, the
 * clinic's zone, and as many decimals as the currency has (JPY none, KWD three).
 */
public final class Formats {

    private final Words words;
    private final Locale locale;
    private final ZoneId zone;

    Formats(Words words, ZoneId zone) {
        this.words = words;
        this.locale = words.language().javaLocale(words.country());
        this.zone = zone;
    }

    /** The formats of the tenant bound to this work, in the language of whoever asks; English for staff and jobs. */
    public static Formats ofClinic() {
        return in(Words.current().language());
    }

    /** The same in {@code language}, for who is written to. */
    public static Formats in(Language language) {
        var tenant = CurrentTenant.get();
        return new Formats(Words.in(language, tenant.country()), tenant.zone());
    }

    /** The language, as written in the clinic's country. */
    public Locale locale() {
        return locale;
    }

    /** An amount of minor units, such as 1,234.50 with the currency's sign. */
    public String money(long minor, Currency currency) {
        return words.money(minor, currency);
    }

    /** An amount without the currency's sign and without grouping, as somebody would type it. */
    public String amountToType(Money amount) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        format.setMinimumFractionDigits(amount.digits());
        format.setMaximumFractionDigits(amount.digits());
        return format.format(amount.toMajor());
    }

    /** An amount of money, with the currency's sign. */
    public String money(Money amount) {
        return money(amount.minor(), amount.currency());
    }

    /** A date in words, such as 3 March 2027. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
    }

    /** The day of a moment in the clinic's zone, in words. */
    public String day(Instant moment) {
        return date(LocalDate.ofInstant(moment, zone));
    }

    /** A moment in the clinic's zone, such as 3 Mar 2027, 14:05. */
    public String time(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(moment.atZone(zone));
    }

    /** A quantity without needless noughts, such as 1.5. */
    public String quantity(BigDecimal quantity) {
        return NumberFormat.getNumberInstance(locale).format(quantity);
    }

    /** A tax rate, such as 20% or 8.25%. */
    public String rate(int basisPoints) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(BigDecimal.valueOf(basisPoints, 4));
    }
}
