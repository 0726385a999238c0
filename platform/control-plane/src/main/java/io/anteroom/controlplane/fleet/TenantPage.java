package io.anteroom.controlplane.fleet;

import java.util.List;

/**
 * One page of the list.
 *
 * @param total how many there are on all pages
 */
public record TenantPage(List<TenantRow> rows, long total) {

    /** Rows on a page. */
    public static final int SIZE = 50;

    public TenantPage {
        rows = List.copyOf(rows);
    }
}
