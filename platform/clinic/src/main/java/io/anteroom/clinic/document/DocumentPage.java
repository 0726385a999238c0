package io.anteroom.clinic.document;

import java.util.List;

/**
 * A page of documents.
 *
 * @param rows these
 * @param total how many there are of the group that match
 */
public record DocumentPage(List<Document> rows, long total) {}
