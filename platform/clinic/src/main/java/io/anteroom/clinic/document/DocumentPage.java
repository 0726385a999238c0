package io.anteroom.clinic.document;

import java.util.List;

/**
 * A page of documents.
 *
 * @param rows these
 * @param total how many there are in all that match; of a page behind the last that may be 0
 */
public record DocumentPage(List<Document> rows, long total) {}
