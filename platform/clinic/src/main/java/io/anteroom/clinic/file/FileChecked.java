package io.anteroom.clinic.file;

/**
 * The scanner has answered about a file that waited for it. Published in the transaction that writes it down.
 *
 * @param file which
 * @param clean whether it may be opened; otherwise its content is gone
 */
public record FileChecked(FileId file, boolean clean) {}
