package io.anteroom.clinic.billing.price;

/**
 * An entry of the price list.
 *
 * @param retired whether it is offered no more to who writes invoices
 * @param version raised by each change, so that nobody overwrites what they have not seen
 */
public record PriceItem(PriceItemId id, PriceDetails details, boolean retired, int version) {}
