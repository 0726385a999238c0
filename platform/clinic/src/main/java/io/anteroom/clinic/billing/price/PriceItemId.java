package io.anteroom.clinic.billing.price;

/**
 * The id of an entry of the price list.
 *
 * @param value unique within the clinic only
 */
public record PriceItemId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
