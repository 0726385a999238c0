package io.anteroom.tenantadmin.billing;

import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.payments.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** One line of an invoice as typed. */
public record LineForm(String description, String quantity, String price, String tax) {

    /** A new line, with the tax rate of the line before it. */
    static LineForm empty(String tax) {
        return new LineForm("", "1", "", tax);
    }

    static LineForm of(InvoiceLine line, Currency currency) {
        return new LineForm(
                line.description(),
                plain(line.quantity()),
                new Money(line.unitMinor(), currency).toMajor().toPlainString(),
                plain(BigDecimal.valueOf(line.taxBasisPoints(), 2)));
    }

    /** Whether nothing was typed that would be missed. */
    boolean isBlank() {
        return description.isBlank() && price.isBlank();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
