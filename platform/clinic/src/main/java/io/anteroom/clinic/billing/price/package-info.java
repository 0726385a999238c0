/**
 * The clinic's price list: what is charged often, with its price and tax. Staff keep it through {@link
 * io.anteroom.clinic.billing.price.PriceList}; who writes an invoice takes lines from it by {@link
 * io.anteroom.clinic.billing.price.PriceChoice}, which also knows the prices of services that can be booked.
 */
@NullMarked
package io.anteroom.clinic.billing.price;

import org.jspecify.annotations.NullMarked;
