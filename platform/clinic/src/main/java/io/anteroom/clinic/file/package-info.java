/**
 * Files of a clinic. {@link io.anteroom.clinic.file.Files} takes one in and opens it, streamed both ways; whoever needs it keeps its
 * {@link io.anteroom.clinic.file.FileId}, claims it in the transaction that does so and releases it in the one that does no longer.
 * What was taken and never claimed goes by itself.
 *
 * <p>Who may see a file is decided by what it belongs to; nothing here knows patients.
 */
@NullMarked
package io.anteroom.clinic.file;

import org.jspecify.annotations.NullMarked;
