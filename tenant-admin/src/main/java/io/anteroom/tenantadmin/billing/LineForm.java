package io.anteroom.tenantadmin.billing;

import io.anteroom.clinic.billing.Discount;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.payments.Money;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * One line of an invoice as typed.
 *
 * @param included {@code true} where the price contains the tax
 * @param discount an amount, or a part such as 10 %
 */
public record LineForm(
        String description, String quantity, String price, String tax, String included, String discount) {

    /** A new line, with the tax of the line before it. */
    static LineForm empty(String tax, String included) {
        return new LineForm("", "1", "", tax, included, "");
    }

    static LineForm of(InvoiceLine line, Currency currency) {
        return new LineForm(
                line.description(),
                plain(line.quantity()),
                major(line.unitMinor(), currency),
                rate(line.taxBasisPoints()),
                Boolean.toString(line.taxIncluded()),
                discount(line.discount(), currency));
    }

    /** A discount as it would be typed. */
    static String discount(Discount discount, Currency currency) {
        if (discount.isNone()) {
            return "";
        }
        return discount.basisPoints() > 0 ? rate(discount.basisPoints()) + "%" : major(discount.minor(), currency);
    }

    /** A rate in per cent as it would be typed. */
    static String rate(int basisPoints) {
        return plain(BigDecimal.valueOf(basisPoints, 2));
    }

    /** An amount as it would be typed. */
    static String major(long minor, Currency currency) {
        return new Money(minor, currency).toMajor().toPlainString();
    }

    /** Whether nothing was typed that would be missed. */
    boolean isBlank() {
        return description.isBlank() && price.isBlank();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
