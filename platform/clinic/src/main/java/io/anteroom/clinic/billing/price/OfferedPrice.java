package io.anteroom.clinic.billing.price;

import io.anteroom.clinic.billing.InvoiceLine;

/**
 * Something that a line of an invoice can be taken from.
 *
 * @param code its code in the price list; empty for a service that can be booked
 * @param line the line, of one
 */
public record OfferedPrice(String code, InvoiceLine line) {

    /** What somebody types or chooses to mean it. */
    public String label() {
        return code.isEmpty() ? line.description() : code + " " + line.description();
    }
}
