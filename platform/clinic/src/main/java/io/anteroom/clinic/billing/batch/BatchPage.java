package io.anteroom.clinic.billing.batch;

import java.util.List;

/**
 * One page of the batches, the newest first.
 *
 * @param batches at most {@link #SIZE}
 * @param total how many there are on all pages
 */
public record BatchPage(List<Batch> batches, long total) {

    /** Batches on a page. */
    public static final int SIZE = 50;
}
