package io.anteroom.clinic.billing.price;

/** What came of saving an entry of the price list. */
public sealed interface PriceSaving {

    /** It is saved. */
    record Saved(PriceItemId id) implements PriceSaving {}

    /** Another entry has that code. */
    record CodeTaken() implements PriceSaving {}

    /** Somebody else changed it meanwhile, to this. */
    record Meanwhile(PriceItem now) implements PriceSaving {}

    /** There is no such entry. */
    record Gone() implements PriceSaving {}
}
