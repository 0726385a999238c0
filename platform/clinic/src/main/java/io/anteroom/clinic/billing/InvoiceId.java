package io.anteroom.clinic.billing;

/**
 * The id of an invoice, which is not the number printed on it.
 *
 * @param value unique within the clinic only
 */
public record InvoiceId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
