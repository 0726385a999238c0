package io.anteroom.clinic.billing.price;

import java.util.List;

/**
 * One page of the price list, by code.
 *
 * @param items at most {@link #SIZE}
 * @param total how many there are on all pages
 * @param retired how many match that are retired
 */
public record PricePage(List<PriceItem> items, long total, long retired) {

    /** Entries on a page. */
    public static final int SIZE = 50;
}
