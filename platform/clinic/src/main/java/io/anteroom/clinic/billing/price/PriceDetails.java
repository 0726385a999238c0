package io.anteroom.clinic.billing.price;

import io.anteroom.clinic.billing.InvoiceLine;
import java.math.BigDecimal;

/**
 * What is charged for something.
 *
 * @param code how staff call it, 1 to 30 characters, unique in the list whatever its case
 * @param name what an invoice says, 1 to 200 characters
 * @param unitMinor the price of one in the minor unit of the clinic's currency
 * @param taxBasisPoints the tax rate in hundredths of a per cent
 * @param taxIncluded whether the price contains the tax
 */
public record PriceDetails(String code, String name, long unitMinor, int taxBasisPoints, boolean taxIncluded) {

    /**
     * @throws IllegalArgumentException outside the bounds above, or of those of an invoice's line
     */
    public PriceDetails {
        code = code.strip();
        name = new InvoiceLine(name, BigDecimal.ONE, unitMinor, taxBasisPoints).description();
        if (code.isEmpty() || code.length() > 30) {
            throw new IllegalArgumentException("A price has a code of up to 30 characters");
        }
    }
}
