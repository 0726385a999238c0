package io.anteroom.clinic.billing;

import io.anteroom.clinic.billing.InvoiceQuery.Show;
import java.util.List;
import java.util.Map;

/**
 * One page of the staff's list.
 *
 * @param rows at most {@link InvoiceQuery#PAGE_SIZE}
 * @param total how many there are on all pages
 * @param counts how many there are in each group, with the same search
 */
public record InvoicePage(List<InvoiceRow> rows, long total, Map<Show, Long> counts) {}
